import type { CaseId } from '../../shared/lib/ids.ts'
import type { Welcome } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import { findPlace, type Place, toPlace } from '../place.ts'
import { ageArchive } from '../store/archive.ts'
import { findStored, putCase } from '../store/cases.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listMine } from '../store/outbox.ts'
import { takeResults } from './answer.ts'
import { leaveSight } from './leave-sight.ts'
import { letGo } from './let-go.ts'
import { realign } from './realign.ts'
import { rebaseStored } from './rebase.ts'

export type Accepted = Extract<Welcome, { ok: true }>
export type Greeted = {
  readonly place: Place
  readonly changedMatrix: boolean
  readonly caseIds: readonly CaseId[]
  /** Scopes that are here not what the server has: say hello again, to fetch them anew. */
  readonly differs: readonly string[]
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
    const isAtHead = !welcome.fetch && getNumber(tx, 'cursor') === welcome.seq
    const differs = isAtHead ? letGo(tx, welcome.sums, welcome.seq) : []
    for (const caseId of new Set(answered)) rebaseStored(tx, place, caseId)
    if (before) underNewRules(tx, place, before)
    putMeta(tx, 'lastSyncedAt', welcome.serverTime)
    return { place, changedMatrix: welcome.matrix !== null, caseIds: [...answered, ...left], differs }
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

/**
 * Another history or another sight: what is kept goes on from the cursor, what went out of sight leaves at once (SY14), and
 * what is missing is fetched. Gives the cases that left.
 */
function enter(tx: Writer, welcome: Accepted, place: Place): CaseId[] {
  const { kept, scopes: sight, fetch } = welcome
  const isMoved = !sameStore(tx, welcome) || getNumber(tx, 'scopeVer') !== welcome.scopeVer
  if (!sameStore(tx, welcome)) {
    putMeta(tx, 'cursor', 0)
    putMeta(tx, 'mended', {})
  }
  putMeta(tx, 'storeId', welcome.storeId)
  putMeta(tx, 'scopeVer', welcome.scopeVer)
  putMeta(tx, 'scopes', kept)
  const sums = findMeta(tx, 'sums') ?? {}
  putMeta(tx, 'sums', Object.fromEntries(Object.entries(sums).filter(([scope]) => kept.includes(scope))))
  putMeta(tx, 'fetch', fetch && { ...fetch, sight })
  return isMoved ? leaveSight(tx, place, sight, welcome.serverTime) : []
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
