import { CaseEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { plus } from '../../shared/protocol/snapshot/scope-sum.ts'
import type { Manifest, Sums, WireFact } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { dropCase, findCase, findStored, putCase, putPersonal } from '../store/cases.ts'
import { listFacts } from '../store/facts.ts'
import { becomeFetched, hasConfirmed, insertFetched, listBrought, wipeConfirmed } from '../store/fetched.ts'
import { putGone } from '../store/gone.ts'
import { findMeta, type Meta, putMeta } from '../store/meta.ts'
import { dropArrived, listMine, listWaitingOn, type Mine, markLanded, unmarkLanded } from '../store/outbox.ts'
import { leaveSight, outOfSight } from './leave-sight.ts'
import { rebase, rebaseStored } from './rebase.ts'
import { takeWhole } from './take-case.ts'

/** Screens told of more than so many cases ask again anyway. */
const NAMED = 201

/** Everything about a fetch that is taken in: what it was for, the files it consists of, and when. */
type Fetched = {
  readonly fetch: NonNullable<Meta<'fetch'>>
  readonly manifests: readonly Manifest[]
  readonly at: number
}

/**
 * The files of a fetch, merged into one, take their place among what is held: from one moment to the next this machine shows
 * the log at the place of the fetch, filtered by the whole of its new sight. Gives cases that look different now.
 */
export function takeFetched(
  db: Db,
  place: Place,
  file: string,
  manifests: readonly Manifest[],
  at: number
): CaseId[] {
  const fetch = findMeta(db, 'fetch')
  if (!fetch) return []
  const fetched = { fetch, manifests, at }
  if (!hasConfirmed(db) && db.file !== ':memory:')
    return becomeFetched(db, file, (tx) => finish(tx, place, fetched, 'main'))
  return db.writeBeside(file, 'snap', (tx) => {
    const held = findMeta(tx, 'scopes') ?? []
    const left = held.length === 0 ? leaveAll(tx, place, at) : leaveSome(tx, place, held, at)
    insertFetched(tx)
    return [...left, ...finish(tx, place, fetched, 'snap')]
  })
}

/** Nothing of before is kept. Of what is not in the file and the person worked on, a stub stays. */
function leaveAll(tx: Writer, place: Place, at: number): CaseId[] {
  const missed = tx
    .prepare(
      `SELECT id FROM cases WHERE confirmed IS NOT NULL AND id NOT IN (SELECT id FROM snap.cases) AND id IN
         (SELECT case_id FROM outbox UNION SELECT case_id FROM archive UNION SELECT case_id FROM acted UNION SELECT case_id FROM drafts)`
    )
    .all() as { id: CaseId }[]
  for (const { id } of missed) {
    const stored = findStored(tx, id)
    if (stored?.confirmed) putGone(tx, stored.body, { ...outOfSight(stored.confirmed, place), at })
  }
  const left = tx
    .prepare(
      'SELECT id FROM cases WHERE confirmed IS NOT NULL AND id NOT IN (SELECT id FROM snap.cases) LIMIT ?'
    )
    .all(NAMED) as { id: CaseId }[]
  wipeConfirmed(tx)
  for (const caseId of listBrought(tx)) dropCase(tx, caseId)
  return left.map(({ id }) => id)
}

/** What the scopes held see stays as it is; the rest comes with the file, or goes. */
function leaveSome(tx: Writer, place: Place, held: readonly string[], at: number): CaseId[] {
  const brought = new Set(listBrought(tx))
  const left = leaveSight(tx, place, held, at, (id) => brought.has(id))
  for (const caseId of brought) dropCase(tx, caseId)
  return left
}

/** With the rows in place: what depends on this person and this machine, and the new state of things. `from`: where the file's other tables are. */
function finish(tx: Writer, place: Place, fetched: Fetched, from: 'main' | 'snap'): CaseId[] {
  const { fetch, manifests, at } = fetched
  const mine = listMine(tx)
  tx.prepare('DELETE FROM gone WHERE case_id IN (SELECT id FROM cases)').run()
  underThisMatrix(tx, place, manifests)
  const personal = tx.prepare(`SELECT case_id FROM ${from}.personal`).all() as { case_id: CaseId }[]
  for (const { case_id } of personal) {
    const kase = findCase(tx, case_id)
    if (kase) putPersonal(tx, kase, place)
  }
  readOneByOne(tx, place, mine, manifests)
  for (const caseId of mine) onTop(tx, place, caseId, mine)
  const sums = { ...findMeta(tx, 'sums'), ...sumsOf(fetch.sight, findMeta(tx, 'scopes') ?? [], manifests) }
  putMeta(tx, 'sums', sums)
  putMeta(tx, 'scopes', fetch.sight)
  putMeta(tx, 'cursor', fetch.asOf)
  putMeta(tx, 'fetch', null)
  putMeta(tx, 'differs', [])
  putMeta(tx, 'lastSyncedAt', at)
  const arrived = dropArrived(tx, fetch.asOf)
  for (const caseId of arrived) rebaseStored(tx, place, caseId)
  const some = tx.prepare('SELECT id FROM cases LIMIT ?').all(NAMED) as { id: CaseId }[]
  return some.map(({ id }) => id)
}

/** Rows that were made when "at risk" meant another share of the time are made anew. */
function underThisMatrix(tx: Writer, place: Place, manifests: readonly Manifest[]): void {
  if (manifests.every(({ riskShare }) => riskShare === place.riskShare)) return
  for (const { id } of tx.prepare('SELECT id FROM cases WHERE ended = 0').all() as { id: CaseId }[]) {
    const stored = findStored(tx, id)
    if (stored) putCase(tx, stored, 0, place)
  }
}

/** What waits stands on top of what came, and is not there twice when its fact came as well. */
function onTop(tx: Writer, place: Place, caseId: CaseId, mine: Mine): void {
  const confirmed = findStored(tx, caseId)?.confirmed ?? null
  if (confirmed) {
    unmarkLanded(tx, caseId)
    const known = new Set(listFacts(tx, caseId).map((fact) => fact.opId))
    for (const { op } of listWaitingOn(tx, caseId)) if (known.has(op.opId)) markLanded(tx, op.opId)
  }
  rebase(tx, place, caseId, { confirmed }, mine)
}

const KNOWN: ReadonlySet<string> = new Set(CaseEvent.options.map(({ shape }) => shape.type.value))

/** Cases with a fact of a kind this build does not know are folded here, with that fact kept aside (SY16). */
function readOneByOne(tx: Writer, place: Place, mine: Mine, manifests: readonly Manifest[]): void {
  const strange = new Set(manifests.flatMap(({ kinds }) => kinds).filter((kind) => !KNOWN.has(kind)))
  for (const kind of strange) {
    const cases = tx
      .prepare("SELECT DISTINCT case_id FROM facts WHERE body ->> '$.event.type' = ?")
      .all(kind) as { case_id: CaseId }[]
    for (const { case_id } of cases) {
      const facts: WireFact[] = listFacts(tx, case_id)
      const confirmed = takeWhole(tx, mine, case_id, facts)
      if (confirmed) rebase(tx, place, case_id, { confirmed }, mine)
    }
  }
}

/** By scope. Who sees everything fetches it queue by queue: each case stands in one. */
function sumsOf(sight: readonly string[], held: readonly string[], manifests: readonly Manifest[]): Sums {
  const sums = Object.fromEntries(manifests.map(({ scope, sum }) => [scope, sum]))
  const missing = sight.filter((scope) => !held.includes(scope))
  const all = manifests.reduce((sum, one) => plus(sum, one.sum), 0)
  return Object.fromEntries(missing.map((scope) => [scope, sums[scope] ?? all]))
}
