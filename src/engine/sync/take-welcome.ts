import type { CaseId } from '../../shared/lib/ids.ts'
import type { Welcome } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import { findPlace, type Place, toPlace } from '../place.ts'
import { ageArchive } from '../store/archive.ts'
import { findStored, putCase } from '../store/cases.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listMine } from '../store/outbox.ts'
import { takeResults } from './answer.ts'
import { realign } from './realign.ts'
import { rebaseStored } from './rebase.ts'
import { beginBoot } from './take-boot.ts'

export type Accepted = Extract<Welcome, { ok: true }>
export type Greeted = {
  readonly place: Place
  readonly changedMatrix: boolean
  readonly caseIds: readonly CaseId[]
}

/** Takes in all a server says at the door, in one transaction. Throws when it leaves out the matrix or the people to somebody who has none. */
export function takeWelcome(db: Db, welcome: Accepted, now: number): Greeted {
  return db.write((tx) => {
    const before = findPlace(tx)
    const offset = Math.round(welcome.serverTime - now)
    putMeta(tx, 'clockOffsetMs', offset)
    putMeta(tx, 'person', welcome.person)
    if (welcome.matrix) putMeta(tx, 'matrix', welcome.matrix)
    if (welcome.people) putMeta(tx, 'people', welcome.people)
    const place = placeAfter(welcome, before)
    const cursor = sameStore(tx, welcome) ? getNumber(tx, 'cursor') : 0
    const answered = takeResults(tx, welcome.results, cursor, welcome.serverTime)
    realign(tx, { opNo: welcome.headOpNo, hash: welcome.headHash, isOther: !sameStore(tx, welcome) })
    ageArchive(tx, welcome.serverTime)
    putMeta(tx, 'grant', welcome.grant)
    putMeta(tx, 'timeMark', welcome.serverTime)
    if (!findMeta(tx, 'grantKey')) putMeta(tx, 'grantKey', welcome.grant.key)
    const left = enter(tx, welcome, place)
    for (const caseId of new Set(answered)) rebaseStored(tx, place, caseId)
    if (before) underNewRules(tx, place, before)
    putMeta(tx, 'lastSyncedAt', welcome.serverTime)
    return { place, changedMatrix: welcome.matrix !== null, caseIds: [...answered, ...left] }
  })
}

function placeAfter(welcome: Accepted, before: Place | undefined): Place {
  const matrix = welcome.matrix ?? before?.matrix
  const people = welcome.people?.list ?? before?.people
  if (!matrix || !people) throw new Error('the server sent no matrix or no people to a console that has none')
  return toPlace(welcome.person, matrix, people)
}

function sameStore(tx: Writer, welcome: Accepted): boolean {
  return findMeta(tx, 'storeId') === welcome.storeId
}

/** Another history or another sight: everything visible is fetched anew. A fetch that was under way for this same sight goes on. */
function enter(tx: Writer, welcome: Accepted, place: Place): CaseId[] {
  const moved = !sameStore(tx, welcome) || getNumber(tx, 'scopeVer') !== welcome.scopeVer
  putMeta(tx, 'storeId', welcome.storeId)
  putMeta(tx, 'scopeVer', welcome.scopeVer)
  putMeta(tx, 'scopes', welcome.scopes)
  if (moved) putMeta(tx, 'cursor', 0)
  const boot = findMeta(tx, 'boot')
  // A fetch as of a place that this log has not reached belongs to a log that was set back.
  const goesOn = boot && (boot.asOf ?? 0) <= welcome.seq
  return moved || (welcome.mode === 'boot' && !goesOn)
    ? beginBoot(tx, place, welcome.scopes, welcome.serverTime)
    : []
}

/**
 * What waits is decided again. And when "at risk" means another share of the time, or this person answers for other
 * things than before, the lists are made anew.
 */
function underNewRules(tx: Writer, place: Place, before: Place): void {
  const isSame = (of: (one: Place) => unknown): boolean =>
    JSON.stringify(of(before)) === JSON.stringify(of(place))
  if (isSame(({ matrix, people, person }) => [matrix, people, person])) return
  for (const caseId of listMine(tx)) rebaseStored(tx, place, caseId)
  if (isSame(({ riskShare, person }) => [riskShare, person.role, person.queues])) return
  for (const { id, waiting: n } of tx.prepare('SELECT id, waiting FROM cases WHERE ended = 0').all() as {
    id: CaseId
    waiting: number
  }[]) {
    const stored = findStored(tx, id)
    if (stored) putCase(tx, stored, n, place)
  }
}
