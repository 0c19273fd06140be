import { findMeta, getNumber } from '../../../src/engine/store/meta.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import type { Fact } from '../../../src/shared/case/event.ts'
import { maySee, personScopes } from '../../../src/shared/case/rights.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import type { PersonId } from '../../../src/shared/lib/ids.ts'
import type { Person } from '../../../src/shared/people/person.ts'
import { NINE } from '../../support/cases.ts'
import type { World } from '../../support/world.ts'
import { fail } from './oracle.ts'
import { scopesOf, stateAfter } from './read-before.ts'
import type { Story, Stretch } from './story.ts'

/** So long a host may wait for its turn in an order it shares, with the hour it began at. */
const TURN_MS = 10_000

/** I14: times in the log are the server's, in its order, whatever the clocks of the consoles say. */
export function checkTimes(world: World, log: readonly Fact[]): void {
  const slack = world.hosts.length > 1 ? TURN_MS : 0
  let last = NINE
  for (const fact of log) {
    if (fact.at < last - slack || fact.at > world.clock.now())
      fail('I14', 'a time that is not the server’s', { fact, last })
    last = Math.max(last, fact.at)
  }
}

/** I9 for acts: whoever did something saw the case they did it on; only a note may come too late. */
export function checkActors({ sights }: Pick<Story, 'sights'>, log: readonly Fact[]): void {
  const states = new Map<string, Case>()
  for (const fact of log) {
    const before = states.get(fact.caseId)
    const isLate = fact.event.type === 'case.noted' && fact.event.late === true
    const sight = sights.get(fact.by as PersonId)?.find((one) => holds(one, fact.seq))?.what
    if (sight && before && !isLate && !maySee(sight, scopesOf(before)))
      fail('I9', 'somebody acted on a case they did not see', fact)
    states.set(fact.caseId, stateAfter(before, fact))
  }
}

/** I12: an escalation says which matrix its author saw and which one it was judged by, and that one was in force. */
export function checkMatrices(
  { matrices, consoles }: Pick<Story, 'matrices' | 'consoles'>,
  log: readonly Fact[]
): void {
  for (const fact of log) {
    const { event } = fact
    if (!('judgedUnder' in event)) continue
    for (const { what, after, before } of matrices) {
      if (fact.seq > after && event.judgedUnder < what)
        fail('I12', 'judged by a matrix that was in force no more', { fact, what })
      if (fact.seq <= before && event.judgedUnder >= what)
        fail('I12', 'judged by a matrix that was not in force yet', { fact, what })
    }
    const made = consoles.flatMap(
      ({ db }) => db.prepare('SELECT env FROM archive WHERE op_id = ?').all(fact.opId) as { env: string }[]
    )[0]
    const command = made && (JSON.parse(made.env) as { command: { matrixVer?: number } }).command
    if (command && command.matrixVer !== event.madeUnder)
      fail('I12', 'another matrix than its author saw', { fact, command })
  }
}

function holds({ after, before }: Stretch<unknown>, seq: number): boolean {
  return seq > after && seq <= before
}

/** I1 and I3 for what comes from outside: once, and not lost when it was said to be kept. */
export function checkWritten({ written }: Pick<Story, 'written'>, log: readonly Fact[]): void {
  const bodies = log.flatMap(({ event }) => (event.type === 'case.customerWrote' ? [event.body] : []))
  for (const { body, isTold } of written) {
    const times = bodies.filter((one) => one === body).length
    if (times > 1 || (isTold && times === 0))
      fail('I3', `what a customer wrote is there ${times} times`, { body })
  }
}

/** I9 for people: a console has the sight of its person and no other, and stands where the server thinks it stands. */
export function checkPeople({ world, consoles, once }: Story): void {
  for (const { db, person, name, isDead } of consoles) {
    if (isDead) continue
    if (once.own === 'none' && findMeta(db, 'deviceId') !== `device-${name}`)
      fail('I5', `${name} took another name though there is no copy of it`)
    const kept = world.truth.prepare('SELECT body FROM people WHERE person_id = ?').get(person.id) as {
      body: string
    }
    const scopes = personScopes(JSON.parse(kept.body) as Person)
    if (canonical([...(findMeta(db, 'scopes') ?? [])].sort()) !== canonical([...scopes].sort()))
      fail('I9', `${name} has a sight that is not its person’s`)
    const device = world.truth
      .prepare('SELECT head_op_no AS headOpNo, head_hash AS headHash FROM devices WHERE device_id = ?')
      .get(findMeta(db, 'deviceId')) as { headOpNo: number; headHash: string } | undefined
    const here = { headOpNo: getNumber(db, 'nextOpNo') - 1, headHash: findMeta(db, 'lastHash') ?? '' }
    if (canonical(device) !== canonical(here))
      fail('I5', `${name} and the server chain from other places`, { device, here })
  }
}
