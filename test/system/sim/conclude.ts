import { findMeta, getNumber } from '../../../src/engine/store/meta.ts'
import { isBehind } from '../../../src/engine/store/words.ts'
import { findStoreId } from '../../../src/server/log/meta.ts'
import type { Fact } from '../../../src/shared/case/event.ts'
import type { OpResult } from '../../../src/shared/protocol/sync.ts'
import type { Console } from '../../support/world.ts'
import { hearAgain } from './faults.ts'
import {
  checkCounts,
  checkHeard,
  checkLog,
  checkPrefix,
  checkSubjects,
  fail,
  logOf,
  outcomesOf
} from './oracle.ts'
import { checkHosts } from './oracle-hosts.ts'
import { checkActors, checkMatrices, checkPeople, checkTimes, checkWritten } from './oracle-people.ts'
import { checkWaiting } from './oracle-waiting.ts'
import type { Story } from './story.ts'

/** So many minutes ten thousand ops may take. */
const DRAINS = 30
/** A console that sees nothing of what happens is told so now and then. */
const QUIET_FACTS = 256

/** A look in the middle of a story: whatever is under way, nobody may see what never was. */
export function lookAt(story: Story): void {
  const log = logOf(story.world)
  for (const one of story.consoles) {
    lookAtOne(story, one, log)
    const cursor = getNumber(one.db, 'cursor')
    const key = `${one.name} ${findMeta(one.db, 'storeId')} ${findMeta(one.db, 'deviceId')}`
    if (cursor < (story.cursors.get(key) ?? 0)) fail('I7', `${one.name}'s cursor went back`, { cursor })
    story.cursors.set(key, cursor)
  }
}

/** `isFetched`: what it fetched has come just now. */
export function lookAtOne(story: Story, one: Console, log: readonly Fact[], isFetched = false): void {
  // Who has not met the restored server yet, or is still fetching all anew from it, shows what the lost one had said.
  const isElsewhere = findMeta(one.db, 'storeId') !== findStoreId(story.world.truth)
  const fetch = findMeta(one.db, 'fetch')
  if (!isElsewhere && !(story.once.isRestored && fetch)) checkPrefix(one, log)
  // Where a disk was copied or laid back, what was answered shows until what was fetched anew says so.
  if (story.once.own === 'none' || isFetched) checkWaiting(one)
  if (isBehind(one.db)) story.saw('words:waiting')
  if (fetch) story.saw(findMeta(one.db, 'scopes')?.length ? 'fetch:some' : 'fetch:all')
}

/** Everything works again, and what was under way comes to its end. */
export async function heal(story: Story): Promise<void> {
  const { world, consoles } = story
  delete story.once.restore
  for (const host of world.hosts) {
    host.dieAt = null
    host.isFull = false
    host.isAway = false
    if (!host.isUp) await world.drive(host.start())
  }
  for (const one of consoles) {
    one.dieAt = null
    one.isFull = false
    one.isUnanswered = false
    hearAgain(story, one)
    one.online = true
    // Who was signed out signs in again, and that opens the queue anew.
    if (!one.isDead && one.desk.sync.status().state === 'refused') world.kill(one)
    if (one.isDead) world.revive(one)
  }
  // A frame that was lost is asked for with the next one, or at the next hello.
  for (const one of consoles) {
    world.cut(one)
    world.mend(one)
  }
  await world.settle()
  // A goodbye that was on its way came only now.
  for (const one of consoles) {
    if (one.desk.sync.status().state !== 'refused') continue
    world.kill(one)
    world.revive(one)
  }
  await world.settle()
  if (story.once.own === 'flood')
    for (let n = 0; n < DRAINS && !isDrained(story); n += 1) await world.clock.forward(60_000)
}

/** Nothing waits for an answer, and every console has heard what there is. */
function isDrained({ world, consoles }: Story): boolean {
  const head = logOf(world).length
  return consoles.every(
    ({ db }) =>
      db.prepare('SELECT 1 FROM outbox').get() === undefined && getNumber(db, 'cursor') >= head - QUIET_FACTS
  )
}

/** What must hold when all is quiet. */
export function conclude(story: Story, sent: readonly { key: string; tries: number }[]): void {
  const { world, consoles, saved, saw, once } = story
  const log = logOf(world)
  checkSubjects(consoles, checkLog(world, log))
  checkTimes(world, log)
  if (!once.isRestored) {
    checkActors(story, log)
    checkMatrices(story, log)
    checkWritten(story, log)
  }
  checkPeople(story)
  checkHosts(world, log)
  for (const one of consoles) {
    if (one.desk.sync.status().state !== 'online')
      fail('I10', `${one.name} is not back`, one.desk.sync.status())
    checkPrefix(one, log)
    checkHeard(one, log)
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
  for (const { opId, by, waitsOn, isNote, mayBeLost } of saved) {
    const outcomes = outcomesOf(world.truth, opId)
    const [outcome] = outcomes
    if (mayBeLost) {
      if (outcomes.length > 1) fail('I1', `${outcomes.length} outcomes of an op`, { opId, by: by.name })
      continue
    }
    if (outcomes.length !== 1 || !outcome)
      return fail('I1', `${outcomes.length} outcomes of an op shown as saved`, { opId, by: by.name })
    saw(`outcome:${outcome.outcome}`)
    if (outcome.refusal?.includes('ServerBroke')) saw('outcome:broken')
    const row = by.db.prepare('SELECT result FROM archive WHERE op_id = ?').get(opId) as
      | { result: string }
      | undefined
    const heard = row && (JSON.parse(row.result) as OpResult)
    if (heard?.outcome !== outcome.outcome || heard.seq !== outcome.seq)
      fail('I2', 'the author heard something else', { opId, heard, outcome })
    const [first] = waitsOn ? outcomesOf(world.truth, waitsOn) : []
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
    if (once.isRestored ? made.length > 1 : made.length !== 1)
      fail('I3', 'a reply that was not sent once', { opId: fact.opId, made })
  }
}
