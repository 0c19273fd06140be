import { apply } from '../../src/shared/case/apply.ts'
import type { Case, Escalation, FunctionalEscalation, MoneyAsk } from '../../src/shared/case/case.ts'
import type { Command } from '../../src/shared/case/command.ts'
import { decide } from '../../src/shared/case/decide.ts'
import type { CaseEvent, Happening } from '../../src/shared/case/event.ts'
import type { Refusal } from '../../src/shared/case/refusal.ts'
import type { Decided, Known } from '../../src/shared/case/rights.ts'
import { MATRIX_FORMAT, Matrix } from '../../src/shared/escalation/matrix.ts'
import { CaseId, OpId, PersonId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { Result } from '../../src/shared/lib/result.ts'
import type { Person } from '../../src/shared/people/person.ts'
import { Queue } from '../../src/shared/people/queue.ts'
import { clocksWhenOpened, targetFor } from '../../src/shared/sla/clocks.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** When cases begin here: 2026-01-05, 9:00 UTC. */
export const NINE = 1_767_603_600_000

/** `L2/billing` as a queue. */
export function queue(key: string): Queue {
  const [tier, team] = key.split('/')
  return Queue.parse({ tier, team })
}

/** An agent of L1/billing, unless told otherwise. */
export function person(id: string, over: Partial<Omit<Person, 'id'>> = {}): Person {
  return {
    id: PersonId.parse(id),
    name: id,
    role: 'agent',
    tier: 'L1',
    queues: [queue('L1/billing')],
    language: 'en',
    timeZone: 'Europe/Madrid',
    ...over
  }
}

export const ana = person('ana')
export const ben = person('ben')
export const zoe = person('zoe', { queues: [queue('L1/tech')] })
export const sol = person('sol', { role: 'supervisor' })
export const eva = person('eva', { role: 'supervisor' })
export const lea = person('lea', { tier: 'L2', queues: [queue('L2/billing')] })
export const leo = person('leo', { tier: 'L2', queues: [queue('L2/billing'), queue('L2/tech')] })
export const lia = person('lia', { tier: 'L2', queues: [queue('L2/billing')], role: 'supervisor' })
export const dan = person('dan', { tier: 'L3', queues: [queue('L3/core')] })
export const max = person('max', { role: 'escalation_manager', tier: 'L3', queues: [] })
export const mia = person('mia', { role: 'escalation_manager', tier: 'L3', queues: [] })
export const cfo = person('cfo', { role: 'administrator', tier: 'L3', queues: [] })
export const ada = person('ada', { role: 'administrator', tier: 'L3', queues: [queue('L1/billing')] })

export const people: readonly Person[] = [ana, ben, zoe, sol, eva, lea, leo, lia, dan, max, mia, cfo, ada]

const teams = (...ids: string[]) => ids.map((id) => ({ id, name: { en: id } }))
const sla = (tier: string, ownMinutes: number, firstResponseMinutes: number, resolveMinutes: number) =>
  ['urgent', 'high', 'normal', 'low'].map((priority, index) => ({
    tier,
    priority,
    ownMinutes: ownMinutes * (index + 1),
    firstResponseMinutes: firstResponseMinutes * (index + 1),
    resolveMinutes: resolveMinutes * (index + 1)
  }))

/** Three tiers; billing goes L1 > L2 > L3; refunds to 50.00 alone at L1, to 200.00 by the supervisor, to 1000.00 by two. */
export function matrix(over: Record<string, unknown> = {}): Matrix {
  return Matrix.parse({
    format: MATRIX_FORMAT,
    version: 7,
    name: 'Test',
    author: 'ada',
    reason: 'tests',
    currency: 'EUR',
    tiers: [
      { id: 'L1', name: { en: 'Front line' }, teams: teams('billing', 'tech') },
      { id: 'L2', name: { en: 'Second line' }, teams: teams('billing', 'tech') },
      { id: 'L3', name: { en: 'Experts' }, teams: teams('core') }
    ],
    categories: [
      { id: 'billing', name: { en: 'Billing' } },
      { id: 'bug', name: { en: 'Bug' } }
    ],
    functional: [
      {
        id: 'l1-billing',
        from: { tier: 'L1' },
        when: { category: ['billing'] },
        to: queue('L2/billing'),
        package: ['need', 'tried'],
        acceptMinutes: 30,
        resolveMinutes: 240
      },
      {
        id: 'l1-tech',
        from: { tier: 'L1' },
        to: queue('L2/tech'),
        package: ['need'],
        acceptMinutes: 45,
        resolveMinutes: 300,
        onChange: 'rebind'
      },
      {
        id: 'l2-core',
        from: { tier: 'L2' },
        to: queue('L3/core'),
        package: ['need', 'tried', 'impact'],
        acceptMinutes: 60,
        resolveMinutes: 480
      }
    ],
    hierarchical: [
      {
        id: 'refund-200',
        action: 'refund',
        tiers: ['L1', 'L2'],
        overMinor: 5_000,
        upToMinor: 20_000,
        chain: [{ approver: { role: 'supervisor' }, minutes: 60 }],
        package: ['ask']
      },
      {
        id: 'refund-1000',
        action: 'refund',
        tiers: ['L1', 'L2'],
        overMinor: 20_000,
        upToMinor: 100_000,
        chain: [
          { approver: { role: 'supervisor' }, minutes: 60 },
          { approver: { role: 'escalation_manager' }, minutes: 120 }
        ],
        package: ['need', 'ask']
      },
      {
        id: 'credit',
        action: 'credit',
        tiers: ['L1', 'L2', 'L3'],
        overMinor: 0,
        upToMinor: 50_000,
        chain: [{ approver: { person: 'cfo' }, minutes: 90, onTimeout: { do: 'expire' } }],
        package: ['ask']
      }
    ],
    limits: [
      { action: 'refund', tier: 'L1', perCaseMinor: 5_000 },
      { action: 'refund', tier: 'L2', perCaseMinor: 20_000 },
      { action: 'goodwill', tier: 'L1', perCaseMinor: 1_000 }
    ],
    sla: [...sla('L1', 10, 15, 120), ...sla('L2', 20, 30, 240)],
    riskShare: 0.25,
    ...over
  })
}

type Opened = Extract<CaseEvent, { type: 'case.opened' }>

/** A new case in L1/billing: category billing, priority normal, by e-mail from a consumer. */
export function opened(over: Partial<Opened> = {}): Opened {
  const at = over.queue ?? queue('L1/billing')
  const priority = over.priority ?? 'normal'
  return {
    type: 'case.opened',
    ref: 'C-1',
    subject: 'Charged twice',
    body: 'I was charged twice in May.',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C' },
    channel: 'email',
    language: 'it',
    category: 'billing',
    priority,
    flags: [],
    queue: at,
    attributes: {},
    clocks: clocksWhenOpened(targetFor(matrix(), at.tier, priority), NINE),
    ...over
  }
}

/** A case nobody has touched. */
export function newCase(over: Partial<Opened> = {}, id = 'case-1'): Case {
  return apply(undefined, CaseId.parse(id), {
    at: NINE,
    by: PersonId.parse('customer'),
    opId: null,
    event: opened(over)
  })
}

/** A case that `owner` claimed a minute after it came. */
export function openCase(owner: Person = ana, over: Partial<Opened> = {}): Case {
  const one = desk({ kase: newCase(over) })
  one.now += MINUTE
  one.act(owner, { type: 'case.claim' })
  return one.kase
}

export function known(over: Partial<Known> = {}): Known {
  return {
    at: NINE + HOUR,
    matrix: matrix(),
    findPerson: (id) => people.find((one) => one.id === id),
    opId: 'op-1',
    grantedElsewhere: () => 0,
    ...over
  }
}

/** A refund in euros, with every field of the package filled. */
export function ask(euros: number, over: Partial<MoneyAsk> = {}): MoneyAsk {
  const filled = { need: 'money back', tried: 'checked the bill', impact: 'one customer', ask: 'a refund' }
  return {
    action: 'refund',
    amountMinor: Math.round(euros * 100),
    currency: 'EUR',
    package: filled,
    ...over
  }
}

type WithoutCase<C> = C extends Command ? Omit<C, 'caseId'> : never
/** A command without its case: the desk knows which. */
export type Bare = WithoutCase<Command>

/** A case with its history on which people act in turn, all of them on the truth. */
export type Desk = {
  readonly kase: Case
  readonly happenings: readonly Happening[]
  now: number
  matrix: Matrix
  /** Who works here, for who may stand in. */
  people: readonly Person[]
  /** What the customer was granted on other cases. */
  elsewhere: number
  /** What `decide` says; nothing happens. */
  ask(by: Person, command: Bare): Result<Decided, Refusal>
  /** The command is done; throws when it is refused. */
  act(by: Person, command: Bare): Decided
  /** Why the command is refused; throws when it is not. */
  refused(by: Person, command: Bare): Refusal
  happen(by: PersonId, event: CaseEvent): void
}

export function desk(from: { kase?: Case; matrix?: Matrix; now?: number } = {}): Desk {
  let kase = from.kase ?? newCase()
  const happenings: Happening[] = []
  let ops = 0
  const put = (happening: Happening) => {
    kase = apply(kase, kase.id, happening)
    happenings.push(happening)
  }
  return {
    now: from.now ?? NINE,
    matrix: from.matrix ?? matrix(),
    people,
    elsewhere: 0,
    get kase() {
      return kase
    },
    happenings,
    ask(by, command) {
      const whole = { ...command, caseId: kase.id } as Command
      const { now: at, matrix: rules, people: staff, elsewhere } = this
      const about = known({
        at,
        matrix: rules,
        opId: `op-${ops + 1}`,
        findPerson: (id) => staff.find((each) => each.id === id),
        grantedElsewhere: () => elsewhere
      })
      return decide(kase, whole, by, about)
    },
    act(by, command) {
      const answer = this.ask(by, command)
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
      ops += 1
      if (answer.value.outcome !== 'noop') {
        put({ at: this.now, by: by.id, opId: OpId.parse(`op-${ops}`), event: answer.value.event })
      }
      return answer.value
    },
    refused(by, command) {
      const answer = this.ask(by, command)
      if (answer.ok) throw new Error(`allowed: ${JSON.stringify(answer.value)}`)
      return answer.error
    },
    happen(by, event) {
      put({ at: this.now, by, opId: null, event })
    }
  }
}

/** The escalation made last. */
export function lastEscalation(kase: Case): Escalation {
  return must(kase.escalations.at(-1), 'escalation')
}

export const PACKAGE: FunctionalEscalation['package'] = {
  need: 'the second charge back',
  tried: 'compared the bills',
  impact: 'cannot pay rent',
  ask: 'check the ledger'
}

/** Up along a row of the test matrix. */
export function escalate(rowId: string, to: string): Extract<Bare, { type: 'case.escalate' }> {
  return { type: 'case.escalate', rowId, to: queue(to), matrixVer: 1, package: PACKAGE }
}
