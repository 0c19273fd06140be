import { caseScopes, maySee } from '../../shared/case/rights.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Booted } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { dropCase, findStored, listUnswept } from '../store/cases.ts'
import { dropGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { dropArrived } from '../store/outbox.ts'
import { rebase, rebaseStored } from './rebase.ts'
import { takeWhole } from './take-case.ts'
import { sendOff } from './take-frame.ts'

/** A full fetch begins (or begins anew): what I may no longer see goes at once, before anything comes (SY14). */
export function beginBoot(tx: Writer, place: Place, scopes: readonly string[], at: number): void {
  const mark = getNumber(tx, 'bootMark') + 1
  putMeta(tx, 'bootMark', mark)
  putMeta(tx, 'boot', { asOf: null, after: null, mark, done: 0, left: 0 })
  for (const { id } of tx.prepare('SELECT id FROM cases WHERE confirmed IS NOT NULL').all() as { id: CaseId }[]) {
    const stored = findStored(tx, id)
    const confirmed = stored?.confirmed
    if (confirmed && !maySee(scopes, caseScopes(confirmed))) sendOff(tx, stored.body, { to: confirmed.queue, by: place.person.id, why: 'scope' }, at)
  }
}

export type Page = Extract<Booted, { ok: true }>

/** One page of what is visible; with the last one the cursor stands where the fetch began. Gives true when it was the last. */
export function takePage(db: Db, place: Place, page: Page, at: number): { readonly last: boolean; readonly caseIds: readonly CaseId[] } {
  return db.write((tx) => {
    const boot = findMeta(tx, 'boot')
    if (!boot) return { last: true, caseIds: [] }
    for (const { caseId, facts } of page.cases) {
      const confirmed = takeWhole(tx, caseId, facts)
      dropGone(tx, caseId)
      if (confirmed) rebase(tx, place, caseId, { confirmed, boot: boot.mark })
    }
    const last = page.next === null
    putMeta(tx, 'boot', last ? null : { ...boot, asOf: page.asOf, after: page.next, done: boot.done + page.cases.length, left: page.left })
    putMeta(tx, 'lastSyncedAt', at)
    if (last) endBoot(tx, place, boot.mark, page.asOf)
    return { last, caseIds: page.cases.map((one) => one.caseId) }
  })
}

function endBoot(tx: Writer, place: Place, mark: number, asOf: number): void {
  for (const caseId of listUnswept(tx, mark)) dropCase(tx, caseId)
  putMeta(tx, 'cursor', asOf)
  for (const caseId of dropArrived(tx, asOf)) rebaseStored(tx, place, caseId)
}
