import { createHash } from 'node:crypto'
import { personScopes } from '../../../src/shared/case/rights.ts'
import { ana, ben, lea, people, sol } from '../../support/cases.ts'
import type { Between } from '../../support/hosts.ts'
import { outlive, survive } from '../../support/killed.ts'
import { caseOf, openAt, press, viewOf } from '../../support/people-acts.ts'
import { type Random, seeded } from '../../support/random.ts'
import { clearFolders } from '../../support/snapshots.ts'
import { createWorld } from '../../support/world.ts'
import { conclude, heal, lookAt } from './conclude.ts'
import { cutOrMend, killOrRevive, mayComeRight, ownFault, serverTrouble, trouble } from './faults.ts'
import { intake, movePerson, publish } from './from-outside.ts'
import { lastWords } from './last-words.ts'
import { logOf } from './oracle.ts'
import { forget } from './read-before.ts'
import { isFlood, type Own, type Saved, type Story } from './story.ts'
import { watchFetch } from './watch-fetch.ts'
import { work } from './work.ts'

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
const IDLE_TICK_MS = 4 * MINUTE
const IDLE_DIAL_MS = 10 * MINUTE
/** One story in ten has this fault. */
const OWN: Readonly<Record<number, Own>> = { 3: 'restore', 6: 'twoCopies', 9: 'setBack' }
/** Of so many stories one is about two hosts that share an order. */
const SHARED = 4
/** Of a hundred, this one has a long backlog on a disk that is set back. */
const LONG = 9
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
  const isLong = seed % 100 === LONG
  const hit = new Map<string, number>()
  const steps: Step[] = []
  let happened: string[] = []
  const saw = (what: string): void => {
    hit.set(what, (hit.get(what) ?? 0) + 1)
    happened.push(what)
  }
  const sent: { key: string; tries: number }[] = []
  /** Till when nobody does anything, where it is hours. */
  let idleUntil = 0
  let isHealing = false
  let hasBegun = false
  let isCalm = false
  const wrong: unknown[] = []
  let told: Story | undefined
  const world = await createWorld({
    people,
    random: netDice.next,
    limits: { ops: isFlood(seed) || isLong ? 64 : 3, pull: 6, words: 1 },
    poison: 'poison',
    onChange(one) {
      try {
        if (told) watchFetch(told, one)
      } catch (error) {
        wrong.push(error)
      }
    },
    ...(seed % SHARED === 0 ? { between: betweenHosts(netDice, saw, () => hasBegun && !isCalm) } : {}),
    // In hours in which nobody does anything the timers need not come by every second.
    tickMs: () => (idleUntil > 0 ? IDLE_TICK_MS : isHealing ? 5_000 : 1_000),
    net: {
      delay: () => 1 + netDice.below(netDice.chance(0.05) ? 3_000 : 120),
      isLost: () => !isCalm && netDice.chance(0.02),
      isDoubled: () => {
        const doubled = netDice.chance(0.03)
        if (doubled) saw('doubled')
        return doubled
      },
      // And who reaches nobody then, or can take nothing, need not learn it and try again every few seconds.
      dialling: () => Math.min(IDLE_DIAL_MS, Math.max(0, idleUntil - (told?.world.clock.now() ?? 0))),
      isUnheard(name) {
        const isLost =
          !isHealing && netDice.chance(name === 'sync:frame' ? 0.02 : name === 'answer' ? 0.01 : 0)
        if (isLost) saw(`unheard:${name}`)
        return isLost
      }
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
  hasBegun = true
  const consoles = [ana, ben, lea, sol].map((person) => world.console(person))
  const saved: Saved[] = []
  const story: Story = {
    world,
    seed,
    isLong,
    dice,
    consoles,
    saved,
    saw,
    sights: new Map(
      people.map((one) => [one.id, [{ after: 0, before: Number.POSITIVE_INFINITY, what: personScopes(one) }]])
    ),
    fetching: new Map(),
    wrong,
    matrices: [],
    written: [],
    published: { versions: 0 },
    once: { own: isFlood(seed) ? 'flood' : (OWN[seed % 10] ?? 'none') },
    cases: [],
    cursors: new Map()
  }
  told = story
  while (story.cases.length < 4) {
    const priority = dice.pick(['urgent', 'high', 'normal', 'low'] as const)
    const opened = await outlive(openAt(world, 'L1/billing', { priority }))
    if (opened) story.cases.push(opened)
  }
  await world.clock.forward(6_000)
  await beginWithRequest(story)
  for (let step = 1; step <= STEPS; step += 1) {
    if (only && !only.has(step)) continue
    const mine = diceOf(seed, step)
    happened = []
    await ownFault(story, step)
    await turn({ ...story, dice: mine })
    if (wrong.length > 0) throw wrong[0]
    steps.push({ step, at: world.clock.now(), what: happened.join(', ') })
    const isIdle = mine.chance(0.03)
    const passes = isIdle ? 2 * 60 * MINUTE : mine.below(1_500)
    idleUntil = isIdle ? world.clock.now() + passes : 0
    await world.clock.forward(passes)
    idleUntil = 0
    if (mine.chance(0.15)) lookAt(story)
  }
  isHealing = true
  await heal(story)
  isCalm = true
  await lastWords({ ...story, dice: diceOf(seed, STEPS + 1) })
  if (wrong.length > 0) throw wrong[0]
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
  clearFolders()
  forget()
  return { seed, ops: saved.length, facts: log.length, kills: hit.get('kill') ?? 0, hash, hit, steps }
}

/** A request for authority stands open from the start, since dice alone seldom get that far: it is amended and answered in all orders. */
async function beginWithRequest({ world, consoles, cases, dice }: Story): Promise<void> {
  const [atAna, , , atSol] = consoles
  const [first] = cases
  if (!atAna || !atSol || !first) return
  // Lost answers may keep them from getting in at once; then this story begins without.
  if (!atAna.desk.place() || !atSol.desk.place()) return
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

/** What befalls the lines between hosts and the order they share. */
function betweenHosts(dice: Random, saw: (what: string) => void, mayFail: () => boolean): Between {
  return {
    delay: () => 1 + dice.below(4),
    isPokeLost: () => dice.chance(0.3),
    isDiskNew() {
      const isNew = dice.chance(0.1)
      if (isNew) saw('node:newDisk')
      return isNew
    },
    fate() {
      if (!mayFail() || !dice.chance(0.06)) return 'done'
      const fate = dice.pick(['away', 'unknownDone', 'unknownNot', 'unknownLate', 'stalled'] as const)
      saw(`commit:${fate}`)
      return fate
    }
  }
}

/** Dice of their own for each part of a story. */
function diceOf(seed: number, part: number): Random {
  return seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b))
}

async function turn(story: Story): Promise<void> {
  const { dice, consoles, world } = story
  const one = dice.pick(consoles)
  if (one.isDead && dice.chance(0.3)) return killOrRevive(story, one)
  if (!one.online && dice.chance(0.15)) return cutOrMend(story, one)
  if (world.hosts.some(({ isUp }) => !isUp) && dice.chance(0.3)) return serverTrouble(story)
  if (mayComeRight(story, one)) return
  const roll = dice.next()
  if (roll < 0.75) return work(story, one)
  if (roll < 0.78) return trouble(story, one)
  if (roll < 0.83) return intake(story)
  if (roll < 0.88) return cutOrMend(story, one)
  if (roll < 0.92) return killOrRevive(story, one)
  if (roll < 0.95) return serverTrouble(story)
  if (roll < 0.97) return publish(story)
  if (roll < 0.985) return movePerson(story)
  survive(() => one.desk.sync.now())
}
