import { createHash } from 'node:crypto'
import { getCase } from '../../../src/engine/queries/case-get.ts'
import { findMeta, getNumber } from '../../../src/engine/store/meta.ts'
import { isBehind } from '../../../src/engine/store/words.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import { commandFrom, type Filled } from '../../../src/shared/case/command-from.ts'
import type { Option } from '../../../src/shared/case/option.ts'
import type { CaseId } from '../../../src/shared/lib/ids.ts'
import type { Person } from '../../../src/shared/people/person.ts'
import type { OpResult } from '../../../src/shared/protocol/sync.ts'
import { ana, ben, lea, matrix, people, queue, sol } from '../../support/cases.ts'
import { caseOf, openAt, press, viewOf } from '../../support/people-acts.ts'
import { type Random, seeded } from '../../support/random.ts'
import { type Console, createWorld, Killed, outlive, survive, type World } from '../../support/world.ts'
import { checkCounts, checkLog, checkPrefix, checkSubjects, fail, logOf, outcomesOf } from './oracle.ts'

export type Report = {
  readonly seed: number
  readonly ops: number
  readonly facts: number
  readonly kills: number
  readonly hash: string
  readonly hit: ReadonlyMap<string, number>
  readonly steps: readonly Step[]
}

/** What one step of a story came to, and when (virtual ms). */
export type Step = { readonly step: number; readonly at: number; readonly what: string }

const MINUTE = 60_000
/** How often a button is pressed, against 1 for the rest: or stories would be all notes and never get anywhere. */
const WEIGHT: Readonly<Record<string, number>> = {
  note: 0.4,
  setCategory: 0.15,
  setPriority: 0.25,
  assign: 0.3,
  transfer: 0.2,
  release: 0.3,
  claim: 3,
  accept: 4,
  approve: 2,
  decline: 0.5,
  amend: 2,
  flag: 0.1,
  goPrivate: 4,
  callManager: 6,
  unflag: 0.3,
  swarm: 0.2,
  handOn: 1,
  grant: 1.5,
  return: 3,
  reply: 2,
  escalate: 1,
  withdraw: 0.4
}
/** How many steps a story has. */
export const STEPS = 90

/**
 * One story out of one number: four people work, the net and the machines fail, and in the end everything must be as the
 * invariants say. The real engine, the real server and the real SQLite under our own clock, wire and dice. `only`: the steps
 * that happen (1 to `STEPS`), all when left out. Throws a `Broken` with the invariant's name.
 */
export async function simulate(seed: number, only?: ReadonlySet<number>): Promise<Report> {
  // The net, the beginning and each step have dice of their own, so that a step left out changes no other.
  const netDice = seeded(seed)
  const dice = diceOf(seed, 0)
  const hit = new Map<string, number>()
  const steps: Step[] = []
  let happened: string[] = []
  const saw = (what: string): void => {
    hit.set(what, (hit.get(what) ?? 0) + 1)
    happened.push(what)
  }
  const sent: { key: string; tries: number }[] = []
  let isLeaping = false
  const world = await createWorld({
    people,
    random: netDice.next,
    limits: { ops: 3, pull: 6, words: 1 },
    // In hours in which nobody does anything the timers need not come by every second.
    tickMs: () => (isLeaping ? 60_000 : 1_000),
    net: {
      delay: () => 1 + netDice.below(netDice.chance(0.05) ? 3_000 : 120),
      isLost: () => netDice.chance(0.02)
    },
    courier: {
      deliver(effect) {
        const known = sent.find((one) => one.key === effect.key)
        if (known) known.tries += 1
        else sent.push({ key: effect.key, tries: 1 })
        return { receipt: effect.key }
      }
    }
  })
  const consoles = [ana, ben, lea, sol].map((person) => world.console(person))
  const saved: Saved[] = []
  const story = {
    world,
    dice,
    consoles,
    saved,
    saw,
    published: { versions: 0 },
    cases: [] as CaseId[],
    cursors: new Map<string, number>()
  }
  for (let n = 0; n < 4; n += 1)
    story.cases.push(
      await openAt(world, 'L1/billing', { priority: dice.pick(['urgent', 'high', 'normal', 'low'] as const) })
    )
  await world.clock.forward(6_000)
  await beginWithRequest(story)
  for (let step = 1; step <= STEPS; step += 1) {
    if (only && !only.has(step)) continue
    const mine = diceOf(seed, step)
    happened = []
    await turn({ ...story, dice: mine })
    steps.push({ step, at: world.clock.now(), what: happened.join(', ') })
    isLeaping = mine.chance(0.03)
    await world.clock.forward(isLeaping ? 2 * 60 * MINUTE : mine.below(1_500))
    isLeaping = false
    if (mine.chance(0.15)) lookAt(story)
  }
  await heal(story)
  conclude(story, sent)
  const log = logOf(world)
  for (const { event } of log) {
    if ('automatic' in event && event.automatic) saw('event:automatic')
    if (event.type === 'approval.reminded') saw('event:reminded')
    if (event.type === 'approval.approved' && event.inPlaceOf) saw('event:inPlaceOf')
    if (event.type === 'approval.approved' && event.moved) saw('event:moved')
  }
  const hash = createHash('sha256').update(JSON.stringify(log)).digest('hex')
  await world.close()
  return { seed, ops: saved.length, facts: log.length, kills: hit.get('kill') ?? 0, hash, hit, steps }
}

/** An op shown as saved. `waitsOn`: what stood unanswered on the same case, not counting notes, when it was made. */
/** A request for authority stands open from the start, since dice alone seldom get that far: it is amended and answered in all orders. */
async function beginWithRequest({ world, consoles, cases, dice }: Story): Promise<void> {
  const [atAna, , , atSol] = consoles
  const [first] = cases
  if (!atAna || !atSol || !first) return
  // Lost answers may keep them from getting in at once; then this story begins without.
  if (viewOf(atAna, first)?.kind !== 'case' || viewOf(atSol, first)?.kind !== 'case') return
  press(atAna, first, 'claim')
  await world.clock.forward(1_000)
  press(atAna, first, 'grant:refund', { amountMinor: 60_000, package: { need: 'n', ask: 'a' } })
  await world.clock.forward(5_000)
  if (!dice.chance(0.3)) return
  // While one of the two is away, the request changes and the answer to the old one is given.
  const away = dice.pick([atAna, atSol])
  world.cut(away)
  if (viewOf(atSol, first)?.kind === 'case' && caseOf(atSol, first).escalations.length > 0)
    press(atSol, first, dice.pick(['approve', 'decline']), { reason: 'no' })
  press(atAna, first, 'amend', { amountMinor: 70_000 }, { must: false })
  await world.clock.forward(2_000)
  world.mend(away)
}

/** Dice of their own for each part of a story. */
function diceOf(seed: number, part: number): Random {
  return seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b))
}

type Saved = {
  readonly opId: string
  readonly by: Console
  readonly waitsOn: string | undefined
  readonly isNote: boolean
}

type Story = {
  readonly world: World
  readonly dice: Random
  readonly consoles: readonly Console[]
  readonly saved: Saved[]
  readonly saw: (what: string) => void
  readonly cases: CaseId[]
  readonly cursors: Map<string, number>
  readonly published: { versions: number }
}

async function turn(story: Story): Promise<void> {
  const { dice, consoles, world } = story
  const one = dice.pick(consoles)
  if (one.isDead && dice.chance(0.3)) return killOrRevive(story, one)
  if (!one.online && dice.chance(0.15)) return cutOrMend(story, one)
  if (!world.server.isUp && dice.chance(0.3)) return serverTrouble(story)
  const roll = dice.next()
  if (roll < 0.78) return work(story, one)
  if (roll < 0.83) return intake(story)
  if (roll < 0.88) return cutOrMend(story, one)
  if (roll < 0.92) return killOrRevive(story, one)
  if (roll < 0.95) return serverTrouble(story)
  if (roll < 0.97) return publish(story)
  if (roll < 0.985) return movePerson(story)
  survive(() => one.desk.sync.now())
}

function cutOrMend({ world, saw }: Story, one: Console): void {
  saw(one.online ? 'cut' : 'mend')
  if (one.online) world.cut(one)
  else world.mend(one)
}

/** Presses one of the buttons the screen would draw, or sends something no screen would. */
function work(story: Story, one: Console): void {
  const { dice, saw } = story
  if (one.isDead) return
  const place = one.desk.place()
  if (!place) return
  const here = one.db
    .prepare('SELECT id FROM cases WHERE ended = 0 OR ? ORDER BY id')
    .all(dice.chance(0.2) ? 1 : 0) as { id: CaseId }[]
  if (here.length === 0) return
  const view = getCase(one.db, place, dice.pick(here).id, one.desk.serverNow())
  if (view?.kind !== 'case') return
  const chosen = weighted(
    dice,
    view.options.filter((option) => option.can)
  )
  if (!chosen) return
  const command = commandFrom(chosen, view.case, fill(dice, chosen, view.case))
  const before = one.db
    .prepare(
      "SELECT op_id FROM outbox WHERE case_id = ? AND state <> 'answered' AND is_note = 0 ORDER BY op_no DESC LIMIT 1"
    )
    .get(view.case.id) as { op_id: string } | undefined
  try {
    const acted = one.desk.act(command)
    if (acted.ok && acted.opId)
      story.saved.push({ opId: acted.opId, by: one, waitsOn: before?.op_id, isNote: chosen.name === 'note' })
    saw(acted.ok ? `act:${chosen.name}` : 'act:refused')
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
}

function weighted(dice: Random, options: readonly Option[]): Option | undefined {
  const weights = options.map((option) => WEIGHT[option.name] ?? 1)
  let left = dice.next() * weights.reduce((sum, weight) => sum + weight, 0)
  return options.find((_option, index) => {
    left -= weights[index] ?? 0
    return left <= 0
  })
}

function fill(dice: Random, option: Option, kase: Case): Filled {
  const fields = option.can ? option.fields : []
  const filled: { -readonly [K in keyof Filled]: Filled[K] } = {
    package: { need: 'n', tried: 't', impact: 'i', ask: 'a' }
  }
  for (const field of fields) {
    if (field.kind === 'text') filled[field.name] = `text ${dice.below(1_000)} of ${kase.ref}`
    else if (field.kind === 'queue') filled.to = dice.pick(field.choices)
    else if (field.kind === 'person') filled.to = dice.pick(field.choices)
    else if (field.kind === 'choice') filled.choice = dice.pick(field.choices)
    else if (field.kind === 'money') filled.amountMinor = dice.pick([500, 3_000, 12_000, 60_000])
  }
  return filled
}

async function intake(story: Story): Promise<void> {
  const { dice, world, cases } = story
  if (!world.server.isUp) return
  if (dice.chance(0.5) && cases.length < 12) {
    const opened = await outlive(
      openAt(world, dice.pick(['L1/billing', 'L2/billing']), {
        channel: dice.pick(['email', 'social'] as const),
        flags: dice.pick([[], [], ['public'], ['fraud']] as Case['flags'][])
      })
    )
    if (opened) cases.push(opened)
  } else
    await outlive(world.server.core.intake.customerWrote(dice.pick(cases), `customer ${dice.below(1_000)}`))
}

function killOrRevive({ world, dice, saw }: Story, one: Console): void {
  if (one.isDead) {
    saw('revive')
    return world.revive(one)
  }
  saw('kill')
  if (dice.chance(0.5)) one.dieAt = dice.pick(['before', 'after'] as const)
  else world.kill(one)
}

async function serverTrouble({ world, dice, saw }: Story): Promise<void> {
  if (!world.server.isUp) {
    saw('server:up')
    return world.restartServer()
  }
  saw('server:down')
  if (dice.chance(0.6)) world.server.dieAt = dice.pick(['before', 'after'] as const)
  else world.stopServer()
}

async function publish(story: Story): Promise<void> {
  const { world, saw } = story
  if (!world.server.isUp) return
  story.published.versions += 1
  const other = matrix()
  const functional =
    story.published.versions % 2 === 0
      ? other.functional
      : other.functional.map((row) =>
          row.id === 'l1-billing'
            ? {
                ...row,
                to: queue('L2/tech'),
                onChange: story.published.versions % 3 === 0 ? ('rebind' as const) : ('confirm' as const)
              }
            : row
        )
  saw('matrix')
  const rows = story.published.versions % 3 === 0 ? {} : RICH
  const published = await outlive(
    world.server.core.publishMatrix(
      { ...other, functional, riskShare: story.published.versions % 2 ? 0.4 : 0.25, ...rows },
      'sim'
    )
  )
  if (published && !published.ok) fail('MX3', 'a matrix of the story was not published', published.error)
}

/** Every kind of row the document knows, so that stories come by them. */
const RICH = {
  special: [
    {
      id: 'fraud',
      reason: 'fraud',
      tiers: ['L1', 'L2'],
      when: { flags: ['fraud'] },
      to: queue('L3/core'),
      package: ['need'],
      acceptMinutes: 15,
      resolveMinutes: 60
    }
  ],
  privacy: [{ id: 'public', when: { flags: ['public'] }, to: 'chat' }],
  exceptions: [{ id: 'late', name: { en: 'Late return' } }],
  delegates: [{ of: sol.id, to: lea.id, when: 'always' }],
  automatic: [
    {
      id: 'own-late',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L1'],
      act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 20, resolveMinutes: 120 }
    },
    {
      id: 'bounced',
      trigger: { on: 'returned', times: 1 },
      tiers: ['L1', 'L2'],
      act: { do: 'notify', whom: { role: 'supervisor' } }
    }
  ],
  hierarchical: [
    ...matrix().hierarchical.map((row) =>
      row.id === 'refund-200' ? { ...row, twoPeopleOverMinor: 10_000 } : row
    ),
    {
      id: 'to-core',
      action: 'move',
      to: queue('L3/core'),
      tiers: ['L1', 'L2'],
      acceptMinutes: 30,
      resolveMinutes: 300,
      chain: [
        {
          approver: { role: 'supervisor' },
          minutes: 30,
          onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } }
        }
      ],
      package: ['ask']
    },
    {
      id: 'late',
      action: 'exception',
      exception: 'late',
      tiers: ['L1', 'L2'],
      chain: [{ approver: { role: 'supervisor' }, minutes: 30, onTimeout: { do: 'decline' } }],
      package: ['ask']
    }
  ]
}

async function movePerson({ world, dice, saw }: Story): Promise<void> {
  if (!world.server.isUp) return
  const moved: Person = dice.chance(0.5)
    ? {
        ...ben,
        queues: dice.pick([
          [queue('L1/billing')],
          [queue('L1/tech')],
          [queue('L2/billing')],
          [queue('L1/billing'), queue('L2/billing')]
        ]),
        tier: dice.pick(['L1', 'L2'] as const)
      }
    : {
        ...lea,
        queues: dice.pick([
          [queue('L2/billing')],
          [queue('L2/tech'), queue('L2/billing')],
          [queue('L2/tech')]
        ])
      }
  saw('moved')
  await outlive(world.server.core.putPerson(moved))
}

function lookAt(story: Story): void {
  const log = logOf(story.world)
  for (const one of story.consoles) {
    checkPrefix(one, log)
    if (isBehind(one.db)) story.saw('words:waiting')
    const fetch = findMeta(one.db, 'fetch')
    if (fetch) story.saw(findMeta(one.db, 'scopes')?.length ? 'fetch:some' : 'fetch:all')
    const cursor = getNumber(one.db, 'cursor')
    if (cursor < (story.cursors.get(one.name) ?? 0)) fail('I7', `${one.name}'s cursor went back`, { cursor })
    story.cursors.set(one.name, cursor)
  }
}

async function heal({ world, consoles }: Story): Promise<void> {
  world.server.dieAt = null
  if (!world.server.isUp) await world.restartServer()
  for (const one of consoles) {
    one.dieAt = null
    one.online = true
    if (one.isDead) world.revive(one)
  }
  await world.settle()
  await world.settle()
}

function conclude(
  { world, consoles, saved, saw }: Story,
  sent: readonly { key: string; tries: number }[]
): void {
  const log = logOf(world)
  checkSubjects(consoles, checkLog(world, log))
  for (const one of consoles) {
    if (one.desk.sync.status().state !== 'online')
      fail('I10', `${one.name} is not back`, one.desk.sync.status())
    checkPrefix(one, log)
    checkCounts(one)
    if (isBehind(one.db)) fail('I9', `${one.name} has words nobody can find`)
    const open = one.db.prepare('SELECT count(*) AS n FROM outbox').get() as { n: number }
    if (open.n > 0)
      fail(
        'I8',
        `${one.name} still waits for answers`,
        one.db.prepare('SELECT op_no, state, seq FROM outbox').all()
      )
    const unlike = one.db.prepare("SELECT id FROM cases WHERE confirmed <> '=' OR confirmed IS NULL").all()
    if (unlike.length > 0) fail('I8', `${one.name} shows something else than the server says`, unlike)
  }
  for (const { opId, by, waitsOn, isNote } of saved) {
    const outcomes = outcomesOf(world.server.db, opId)
    const [outcome] = outcomes
    if (outcomes.length !== 1 || !outcome)
      return fail('I1', `${outcomes.length} outcomes of an op shown as saved`, { opId, by: by.name })
    saw(`outcome:${outcome.outcome}`)
    const row = by.db.prepare('SELECT result FROM archive WHERE op_id = ?').get(opId) as
      | { result: string }
      | undefined
    const heard = row && (JSON.parse(row.result) as OpResult)
    if (heard?.outcome !== outcome.outcome || heard.seq !== outcome.seq)
      fail('I2', 'the author heard something else', { opId, heard, outcome })
    const [first] = waitsOn ? outcomesOf(world.server.db, waitsOn) : []
    const wasRefused = first?.outcome === 'held' || first?.outcome === 'rejected'
    if (wasRefused && !isNote && outcome.outcome !== 'held')
      fail('SY10', 'done, though it was built on something refused', { opId, waitsOn, outcome })
    const mustSee =
      outcome.outcome === 'held' || outcome.outcome === 'rejected' || outcome.outcome === 'transformed'
    if (mustSee && !by.db.prepare('SELECT 1 FROM review WHERE op_id = ?').get(opId))
      fail('I2', 'a refusal nobody is shown', { opId })
  }
  const effects = log.filter((fact) => fact.event.type === 'case.replied' && fact.opId)
  for (const fact of effects) {
    const made = sent.filter((one) => fact.opId && one.key.includes(fact.opId))
    if (made.length !== 1) fail('I3', 'a reply that was not sent once', { opId: fact.opId, made })
  }
}
