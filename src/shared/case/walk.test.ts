import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ask,
  ben,
  type Desk,
  desk,
  eva,
  known,
  MINUTE,
  matrix,
  max,
  NINE,
  newCase,
  opened,
  PACKAGE,
  people,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { AuthorityAction, Flag, type Matrix, Priority } from '../escalation/matrix.ts'
import { CUSTOMER, EscalationId, SYSTEM } from '../lib/ids.ts'
import { must } from '../lib/must.ts'
import { type Person, worksIn } from '../people/person.ts'
import type { Queue } from '../people/queue.ts'
import { clocksWhenReopened, clocksWhenResumed } from '../sla/clocks.ts'
import { fold } from './apply.ts'
import { type Ask, Case, moneyOf, ReturnReason } from './case.ts'
import { Command } from './command.ts'
import { commandFrom, type Filled, wayOf } from './command-from.ts'
import { decide } from './decide.ts'
import { CaseEvent, type Happening } from './event.ts'
import { expiryOf } from './expiry.ts'
import { leftToGrant } from './limits.ts'
import type { Option, OptionName } from './option.ts'
import { optionsFor } from './options-for.ts'
import { caseScopes, maySee, personScopes } from './rights.ts'
import { approvalRows, queuesOf, rowForAmount } from './routes.ts'
import { mayDecide } from './who-decides.ts'

/** One step of a walk: who, which of what they can do, with which numbers in the fields, how long after the last. */
type Step = { readonly who: number; readonly pick: number; readonly fill: number; readonly after: number }

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(),
  pick: fc.nat(),
  fill: fc.nat(),
  after: fc.integer({ min: -MINUTE, max: 40 * MINUTE })
})
const start = fc.record({
  at: fc.constantFrom('L1/billing', 'L1/tech', 'L2/billing', 'L3/core'),
  category: fc.constantFrom('billing', 'bug'),
  priority: fc.constantFrom(...Priority.options),
  flags: fc.constantFrom<Flag[]>([], ['vip'], ['fraud'], ['public'])
})

/** The matrix as it was, and as somebody published it in between: other targets, rows, limits and chains. */
const OTHER: Partial<Matrix> = {
  version: 8,
  special: [
    {
      id: 'fraud',
      reason: 'fraud',
      tiers: ['L1', 'L2'],
      when: { flags: ['fraud'] },
      to: queue('L3/core'),
      package: ['need'],
      acceptMinutes: 5,
      resolveMinutes: 60,
      onChange: 'rebind'
    }
  ],
  privacy: [{ id: 'public', when: { flags: ['public'] }, to: 'chat' }],
  exceptions: [{ id: 'late', name: { en: 'Late return' } }],
  delegates: [
    { of: sol.id, to: eva.id, when: 'always' },
    { of: max.id, to: ben.id, when: 'away' }
  ],
  functional: matrix().functional.map((row) =>
    row.id === 'l1-billing' ? { ...row, to: queue('L3/core'), package: ['ask'] } : row
  ),
  hierarchical: [
    {
      id: 'to-core',
      action: 'move',
      to: queue('L3/core'),
      tiers: ['L1', 'L2'],
      when: {},
      acceptMinutes: 30,
      resolveMinutes: 300,
      chain: [{ approver: { role: 'supervisor' }, minutes: 30, onTimeout: { do: 'decline' } }],
      package: ['ask']
    },
    {
      id: 'late',
      action: 'exception',
      exception: 'late',
      tiers: ['L1', 'L2', 'L3'],
      when: {},
      chain: [
        {
          approver: { person: max.id },
          minutes: 30,
          onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } }
        }
      ],
      package: ['ask']
    },
    ...matrix().hierarchical.map((row) =>
      row.id === 'refund-200'
        ? {
            ...row,
            upToMinor: 30_000,
            twoPeopleOverMinor: 25_000,
            chain: row.chain.map((step) => ({ ...step, onTimeout: { do: 'expire' as const } }))
          }
        : row.id === 'credit'
          ? {
              ...row,
              chain: row.chain.map((step) => ({
                ...step,
                onTimeout: { do: 'approve' as const, upToMinor: 9_000 }
              }))
            }
          : row
    )
  ],
  limits: matrix().limits.map((limit) => ({ ...limit, perCaseMinor: limit.perCaseMinor / 2 }))
}
const MATRICES: readonly Matrix[] = [matrix(), matrix(OTHER)]

const at = <T>(list: readonly T[], index: number): T => must(list[index % list.length], 'item')

/** The fields of a button, filled with something a person might choose. */
function fill(option: Option, one: Desk, by: Person, n: number): Filled {
  const texts = { body: 'words', note: n % 2 ? 'words' : '', reason: 'words', package: PACKAGE }
  const choices = option.can ? option.fields.find((field) => 'choices' in field)?.choices : undefined
  const chosen = choices ? at<unknown>(choices, n) : undefined
  const base = { ...texts, ...(option.name === 'return' ? { note: 'words' } : {}) }
  switch (option.name) {
    case 'return':
      return { ...base, returnReason: at(ReturnReason.options, n), returnTo: at(goalsOf(option), n) }
    case 'swarm':
    case 'handOn':
      return { ...base, to: (chosen ?? 'nobody') as Person['id'] }
    case 'flag':
      return { ...base, choice: String(chosen ?? 'vip') }
    case 'unflag':
      return { ...base, choice: String(chosen ?? one.kase.flags[0]) }
    case 'callManager':
    case 'answerCall':
      return { ...base, note: 'words' }
    case 'assign':
      return { ...base, to: (chosen ?? colleague(one).id) as Person['id'] }
    case 'transfer':
      return { ...base, to: (chosen ?? beside(one)) as Queue }
    case 'setPriority':
      return { ...base, choice: String(chosen ?? one.kase.priority) }
    case 'setCategory':
      return { ...base, choice: String(chosen ?? one.kase.category) }
    case 'hold':
      return { ...base, choice: String(chosen ?? 'vendor') }
    case 'resolve':
      return { ...base, choice: String(chosen ?? 'solved') }
    case 'grant':
      return { ...base, amountMinor: grantable(option, one, n) }
    case 'amend':
      return { ...base, amountMinor: amendable(option, one, by, n) }
    default:
      return base
  }
}

const goalsOf = (option: Option): ('team' | 'person')[] => {
  const field = option.can ? option.fields.find(({ name }) => name === 'returnTo') : undefined
  return field?.kind === 'choice' && field.choices.includes('person') ? ['team', 'person'] : ['team']
}

const colleague = ({ kase }: Desk) =>
  must(
    people.find((each) => worksIn(each, kase.queue) && each.id !== kase.owner),
    'colleague'
  )
const beside = ({ kase, matrix: rules }: Desk) =>
  must(
    queuesOf(rules).find((each) => each.tier === kase.queue.tier && each.team !== kase.queue.team),
    'queue beside'
  )

/** An amount that somebody can say yes to: alone, or along a row unless something is asked for already. */
function grantable({ about }: Option, { kase }: Desk, n: number): number {
  const left = about.leftMinor ?? 0
  const isAsked = kase.escalations.some(
    (each) =>
      each.kind === 'hierarchical' && each.state.status === 'requested' && each.ask.action === about.action
  )
  const highest = Math.max(...(about.routes ?? []).map((route) => route.upToMinor), 0)
  const most = isAsked || highest <= left || (left > 0 && n % 2 === 0) ? left : highest
  const amount = 1 + (n % Math.max(1, most))
  return wayOf(about, amount).way === 'nobody' ? 1 : amount
}

/** Another amount for the same row, or the same one where there is no other. */
function amendable({ about }: Option, one: Desk, by: Person, n: number): number {
  const { kase, matrix: rules } = one
  const asked = must(moneyOf(must(about.ask, 'ask')), 'money').amountMinor
  const other = Math.max(1, asked - (n % 5_000))
  const rows = approvalRows(kase, must(about.action, 'action'), by, rules)
  const isSame = rowForAmount(rows, other)?.id === rowForAmount(rows, asked)?.id
  return isSame && other > leftToGrant(kase, must(about.action, 'action'), by, knownOn(one)) ? other : asked
}

const NAMES: Record<Exclude<Command['type'], 'case.open'>, readonly OptionName[]> = {
  'case.claim': ['claim', 'accept'],
  'escalation.accept': ['claim', 'accept'],
  'case.assign': ['assign'],
  'case.release': ['release'],
  'case.transfer': ['transfer'],
  'case.reply': ['reply'],
  'case.note': ['note'],
  'case.setPriority': ['setPriority'],
  'case.setCategory': ['setCategory'],
  'case.pend': ['pend'],
  'case.hold': ['hold'],
  'case.resume': ['resume'],
  'case.resolve': ['resolve'],
  'case.close': ['close'],
  'case.reopen': ['reopen'],
  'case.grant': ['grant'],
  'case.escalate': ['escalate'],
  'escalation.return': ['return'],
  'escalation.withdraw': ['withdraw'],
  'approval.request': ['grant', 'move', 'exception'],
  'approval.handOn': ['handOn'],
  'case.setFlag': ['flag', 'unflag'],
  'case.goPrivate': ['goPrivate'],
  'case.callManager': ['callManager'],
  'case.answerCall': ['answerCall'],
  'case.swarm': ['swarm'],
  'case.leaveSwarm': ['leaveSwarm'],
  'approval.amend': ['amend'],
  'approval.approve': ['approve'],
  'approval.decline': ['decline']
}

/** Every kind of command, with everything it could be about, whether it makes sense or not. */
function anything({ kase, matrix: rules }: Desk, n: number): Command[] {
  const caseId = kase.id
  const ids = [...kase.escalations.map((each) => each.id), EscalationId.parse('none')]
  const amounts = [1, 4_000, 5_001, 20_001, 99_999, 100_001]
  const asks = AuthorityAction.options.map((action) => ask(at(amounts, n) / 100, { action }))
  const subjectHash = (id: string) => {
    const found = kase.escalations.find((each) => each.id === id)
    return found?.kind === 'hierarchical' ? found.subjectHash : ''
  }
  return [
    { type: 'case.claim', caseId },
    ...people.map((one): Command => ({ type: 'case.assign', caseId, to: one.id })),
    { type: 'case.release', caseId },
    ...queuesOf(rules).map((to): Command => ({ type: 'case.transfer', caseId, to, note: '' })),
    { type: 'case.reply', caseId, body: 'x' },
    { type: 'case.note', caseId, body: 'x' },
    { type: 'case.setPriority', caseId, priority: at(Priority.options, n), was: 'low' },
    { type: 'case.setCategory', caseId, category: at(['billing', 'bug', 'none'], n), was: 'bug' },
    { type: 'case.pend', caseId },
    { type: 'case.hold', caseId, reason: 'change' },
    { type: 'case.resume', caseId },
    { type: 'case.resolve', caseId, resolution: 'solved' },
    { type: 'case.close', caseId },
    { type: 'case.reopen', caseId, reason: 'x' },
    ...asks.map((one): Command => ({ type: 'case.grant', caseId, ask: one })),
    ...rules.functional.flatMap((row) =>
      queuesOf(rules).map(
        (to): Command => ({
          type: 'case.escalate',
          caseId,
          rowId: row.id,
          to,
          matrixVer: 7,
          package: PACKAGE
        })
      )
    ),
    ...asks.map((one): Command => ({ type: 'approval.request', caseId, rowId: 'x', matrixVer: 7, ask: one })),
    ...Flag.options.flatMap((flag): Command[] =>
      [true, false].map((on) => ({ type: 'case.setFlag', caseId, flag, on }))
    ),
    { type: 'case.goPrivate', caseId, to: 'email' },
    { type: 'case.callManager', caseId, note: 'x' },
    { type: 'case.answerCall', caseId, note: 'x' },
    ...people.map((one): Command => ({ type: 'case.swarm', caseId, people: [one.id], note: '' })),
    { type: 'case.leaveSwarm', caseId },
    ...queuesOf(rules).map(
      (to): Command => ({
        type: 'approval.request',
        caseId,
        rowId: 'x',
        matrixVer: 7,
        ask: { action: 'move', to, package: PACKAGE }
      })
    ),
    ...['late', 'none'].map(
      (exception): Command => ({
        type: 'approval.request',
        caseId,
        rowId: 'x',
        matrixVer: 7,
        ask: { action: 'exception', exception, package: PACKAGE }
      })
    ),
    ...ids.flatMap((escalationId): Command[] => [
      ...people.map(
        (one): Command => ({
          type: 'approval.handOn',
          caseId,
          escalationId,
          subjectHash: subjectHash(escalationId),
          to: one.id,
          note: ''
        })
      ),
      { type: 'escalation.accept', caseId, escalationId },
      { type: 'escalation.return', caseId, escalationId, note: 'x', to: 'team' },
      { type: 'escalation.withdraw', caseId, escalationId },
      { type: 'approval.amend', caseId, escalationId, ask: at(asks, n) },
      { type: 'approval.approve', caseId, escalationId, subjectHash: subjectHash(escalationId) },
      { type: 'approval.decline', caseId, escalationId, subjectHash: subjectHash(escalationId), reason: 'x' }
    ])
  ]
}

const knownOn = (one: Desk) => known({ at: one.now, matrix: one.matrix, opId: 'option' })

/** Buttons and rules say the same, for this person on this case now. */
function buttonsAgree(one: Desk, by: Person, n: number): void {
  const options = optionsFor(one.kase, by, one.matrix, { people, at: one.now })
  for (const option of options) {
    const command = Command.parse(commandFrom(option, one.kase, fill(option, one, by, n)))
    const answer = decide(one.kase, command, by, knownOn(one))
    const error = answer.ok ? undefined : answer.error
    expect({ id: option.id, by: by.id, error }).toEqual({
      id: option.id,
      by: by.id,
      error: option.can ? undefined : option.why
    })
  }
  const names = new Set(options.flatMap((option) => (option.can ? [option.name] : [])))
  for (const command of anything(one, n)) {
    const answer = decide(one.kase, command, by, knownOn(one))
    if (!answer.ok || answer.value.outcome === 'noop' || command.type === 'case.open') continue
    const isThere = NAMES[command.type].some((name) => names.has(name))
    expect({ command, by: by.id, isThere }).toEqual({ command, by: by.id, isThere: true })
  }
}

/** Two of these are never open at once. */
function kindOf(one: Ask): unknown {
  if (one.action === 'move') return one.to
  return one.action === 'exception' ? one.exception : one.action
}

/** What holds for every case, whatever was done to it. */
function holds(kase: Case): void {
  expect(Case.parse(kase)).toEqual(kase)
  const { status } = kase.state
  const runs = Object.entries(kase.clocks).filter(([, clock]) => clock?.run.state === 'running')
  if (status !== 'new' && status !== 'open') expect([status, runs]).toEqual([status, []])
  if (status === 'new') expect(kase.owner).toBeNull()
  if (kase.owner !== null) {
    expect(kase.conversation).toContain(kase.owner)
    expect(kase.clocks.own?.run.state).toBe('stopped')
  } else if (status === 'new' || status === 'open') {
    expect(kase.clocks.own?.run.state).toBe('running')
  }
  const open = kase.escalations.filter(
    (each) => each.state.status === 'requested' || each.state.status === 'accepted'
  )
  const asked = open.flatMap((each) =>
    each.kind === 'hierarchical' ? [JSON.stringify(kindOf(each.ask))] : []
  )
  expect(new Set(asked).size).toBe(asked.length)
  const up = open.filter((each) => each.kind === 'functional')
  expect(up.filter((each) => each.state.status === 'requested').length).toBeLessThanOrEqual(1)
  if (status === 'resolved' || status === 'closed') expect(open).toEqual([])
  else
    expect(kase.clocks.stage !== undefined && kase.clocks.stage.run.state !== 'stopped').toBe(up.length > 0)
  const granted = kase.escalations.filter(
    (each) => each.kind === 'hierarchical' && each.state.status === 'approved' && moneyOf(each.ask)
  )
  expect(kase.grants.filter((each) => each.approvedBy)).toHaveLength(granted.length)
}

/** Who is asked sees what they are asked about; nobody is asked about their own request. */
function askedSee(kase: Case): void {
  for (const each of kase.escalations) {
    if (each.kind !== 'hierarchical') continue
    for (const person of people.filter((one) => mayDecide(one, each, known({ at: 0 })))) {
      expect(person.id).not.toBe(each.by)
      expect(maySee(personScopes(person), caseScopes(kase))).toBe(true)
    }
  }
}

function customerWrote({ kase, now }: Desk): CaseEvent {
  const clocks =
    kase.state.status === 'resolved'
      ? clocksWhenReopened(kase.clocks, now)
      : clocksWhenResumed(kase.clocks, now)
  return {
    type: 'case.customerWrote',
    body: 'words',
    clocks: kase.state.status === 'closed' ? kase.clocks : clocks
  }
}

/** The one on the case, and a few others: enough for something to happen at every step. */
function somePeople({ kase }: Desk, who: number): Person[] {
  const owner = people.filter((each) => each.id === kase.owner)
  return [...owner, ...[0, 4, 7, 11].map((far) => at(people, who + far))]
}

/** One thing happens: time runs out, the customer writes, the matrix changes, or a person presses a button. */
function go(one: Desk, { who, pick, fill: n }: Step): void {
  if (pick % 19 === 0) one.happen(CUSTOMER, customerWrote(one))
  if (pick % 23 === 0) one.matrix = at(MATRICES, pick)
  for (const each of one.kase.escalations) {
    const event =
      each.kind === 'hierarchical' ? expiryOf(one.kase, each, { at: one.now, matrix: one.matrix }) : undefined
    if (event) one.happen(SYSTEM, event)
  }
  const pressable = somePeople(one, who).flatMap((by) =>
    optionsFor(one.kase, by, one.matrix, { people, at: one.now }).flatMap((option) =>
      option.can ? [{ by, option }] : []
    )
  )
  const names = [...new Set(pressable.map(({ option }) => option.name))].filter(
    (name) => pick % 7 === 0 || !['note', 'setPriority', 'setCategory', 'transfer'].includes(name)
  )
  if (names.length === 0) return
  const name = at(names, pick)
  const { by, option } = at(
    pressable.filter((each) => each.option.name === name),
    n
  )
  const command = Command.parse(commandFrom(option, one.kase, fill(option, one, by, n)))
  const decided = one.act(by, command)
  if (decided.outcome !== 'noop' && decided.event.type === 'case.granted')
    withinLimit(one, by, decided.event.action)
}

function withinLimit({ kase, matrix: rules }: Desk, by: Person, action: AuthorityAction): void {
  const limit = rules.limits.find((each) => each.action === action && each.tier === by.tier)
  const alone = kase.grants.filter((each) => each.action === action && !each.approvedBy)
  expect(alone.reduce((sum, each) => sum + each.amountMinor, 0)).toBeLessThanOrEqual(limit?.perCaseMinor ?? 0)
}

/** A busy machine needs more than the usual five seconds for so many runs. */
const PATIENCE = 60_000
const walk = fc.tuple(start, fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }))

function begin({ at: key, ...over }: { at: string } & Partial<ReturnType<typeof opened>>): Desk {
  return desk({ kase: newCase({ ...over, queue: queue(key) }) })
}

test(
  '[CA4] [CA5] [CA19] [ES11] [ES15] [ES20] [SL9] whatever people do, every case holds together and folds the same',
  () => {
    fc.assert(
      fc.property(walk, ([from, steps]) => {
        const one = begin(from)
        const { at: key, ...over } = from
        for (const each of steps) {
          one.now += each.after
          go(one, each)
          holds(one.kase)
          askedSee(one.kase)
        }
        for (const { event } of one.happenings) expect(CaseEvent.parse(event)).toEqual(event)
        const first: Happening = {
          at: NINE,
          by: CUSTOMER,
          opId: null,
          event: opened({ ...over, queue: queue(key) })
        }
        expect(fold(one.kase.id, [first, ...one.happenings])).toEqual(one.kase)
      }),
      { numRuns: 100 }
    )
  },
  PATIENCE
)

test(
  '[ES4] whatever people did, buttons and rules agree for everybody',
  () => {
    fc.assert(
      fc.property(walk, fc.nat(), ([from, steps], n) => {
        const one = begin(from)
        for (const each of steps) {
          one.now += each.after
          go(one, each)
          buttonsAgree(one, at(people, each.fill), each.fill)
        }
        for (const by of people) buttonsAgree(one, by, n)
      }),
      { numRuns: 25 }
    )
  },
  PATIENCE
)

test(
  '[CA4] deciding changes nothing, and says the same again',
  () => {
    fc.assert(
      fc.property(walk, fc.nat(), ([from, steps], n) => {
        const one = begin(from)
        for (const each of steps) go(one, each)
        const before = JSON.stringify(one.kase)
        for (const command of anything(one, n)) {
          const by = at(people, n)
          expect(decide(one.kase, command, by, knownOn(one))).toEqual(
            decide(one.kase, command, by, knownOn(one))
          )
        }
        expect(JSON.stringify(one.kase)).toBe(before)
      }),
      { numRuns: 20 }
    )
  },
  PATIENCE
)
