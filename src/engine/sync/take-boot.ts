import type { Case } from '../../shared/case/case.ts'
import { caseScopes, maySee } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Booted } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { findCase, findStored, listUnswept } from '../store/cases.ts'
import { dropStrayDeferred } from '../store/facts.ts'
import { dropGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { dropArrived, listMine } from '../store/outbox.ts'
import { indexFew } from '../store/words.ts'
import { rebase, rebaseStored } from './rebase.ts'
import { takeWhole } from './take-case.ts'
import { sendOff } from './take-frame.ts'

/** A full fetch begins (or begins anew): what I may no longer see goes at once, before anything comes (SY14). Gives what went. */
export function beginBoot(tx: Writer, place: Place, scopes: readonly string[], at: number): CaseId[] {
  const left: CaseId[] = []
  const mark = getNumber(tx, 'bootMark') + 1
  putMeta(tx, 'bootMark', mark)
  putMeta(tx, 'boot', { asOf: null, after: null, mark, done: 0, left: 0 })
  for (const { id } of tx.prepare('SELECT id FROM cases WHERE confirmed IS NOT NULL').all() as {
    id: CaseId
  }[]) {
    const stored = findStored(tx, id)
    const confirmed = stored?.confirmed
    if (!confirmed || maySee(scopes, caseScopes(confirmed))) continue
    sendOff(tx, stored.body, outOfSight(confirmed, place), at)
    left.push(id)
  }
  dropStrayDeferred(tx)
  return left
}

/** Nobody said where it went: it is known by where it was last. */
function outOfSight({ queue }: Case, place: Place): Parameters<typeof sendOff>[2] {
  return { to: queue, by: place.person.id, why: 'scope' }
}

export type Page = Extract<Booted, { ok: true }>

/** One page of what is visible; with the last one the cursor stands where the fetch began. Gives true when it was the last. */
export function takePage(
  db: Db,
  place: Place,
  page: Page,
  at: number,
  wordsAtOnce?: number
): { readonly last: boolean; readonly caseIds: readonly CaseId[] } {
  return db.write((tx) => {
    const boot = findMeta(tx, 'boot')
    if (!boot) return { last: true, caseIds: [] }
    const mine = listMine(tx)
    for (const { caseId, facts } of page.cases) {
      const confirmed = takeWhole(tx, mine, caseId, facts)
      dropGone(tx, caseId)
      if (confirmed) rebase(tx, place, caseId, { confirmed, boot: boot.mark }, mine)
    }
    indexFew(tx, wordsAtOnce)
    const last = page.next === null
    putMeta(
      tx,
      'boot',
      last
        ? null
        : { ...boot, asOf: page.asOf, after: page.next, done: boot.done + page.cases.length, left: page.left }
    )
    putMeta(tx, 'lastSyncedAt', at)
    const swept = last ? endBoot(tx, place, { mark: boot.mark, asOf: page.asOf }, at) : []
    return { last, caseIds: [...page.cases.map((one) => one.caseId), ...swept] }
  })
}

/** What did not come is out of sight. Gives the cases that look different now. */
function endBoot(
  tx: Writer,
  place: Place,
  { mark, asOf }: { mark: number; asOf: number },
  at: number
): CaseId[] {
  const swept = listUnswept(tx, mark)
  for (const caseId of swept) {
    const kase = findCase(tx, caseId)
    if (kase) sendOff(tx, kase, outOfSight(kase, place), at)
  }
  putMeta(tx, 'cursor', asOf)
  const arrived = dropArrived(tx, asOf)
  for (const caseId of arrived) rebaseStored(tx, place, caseId)
  return [...swept, ...arrived]
}
