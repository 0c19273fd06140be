import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Frame, WireChange } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { hasActedOn } from '../store/archive.ts'
import { dropCase, findStored } from '../store/cases.ts'
import { hasDraft } from '../store/drafts.ts'
import { isDeferred } from '../store/facts.ts'
import { dropGone, putGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { dropArrived, listMine, type Mine } from '../store/outbox.ts'
import { indexFew } from '../store/words.ts'
import { takeResults } from './answer.ts'
import { type Base, rebase, rebaseStored } from './rebase.ts'
import { takeFact, takeWhole } from './take-case.ts'

/** stale: nothing new. gap: something before it is missing, pull. fence: made for another sight or store, say hello. */
export type Taken =
  | { readonly kind: 'taken'; readonly caseIds: readonly CaseId[] }
  | { readonly kind: 'stale' | 'gap' | 'fence' }

/**
 * One frame, one transaction: facts in, answered ops out, waiting ones decided again on top, cursor on. Between two
 * frames the machine shows the log exactly as it was at the cursor (I7).
 */
export function takeFrame(db: Db, place: Place, frame: Frame, at: number, wordsAtOnce?: number): Taken {
  return db.write((tx) => {
    if (frame.storeId !== findMeta(tx, 'storeId') || frame.scopeVer !== getNumber(tx, 'scopeVer'))
      return { kind: 'fence' }
    const cursor = getNumber(tx, 'cursor')
    if (findMeta(tx, 'boot') || frame.to <= cursor) return { kind: 'stale' }
    if (frame.from > cursor) return { kind: 'gap' }

    const mine = listMine(tx)
    const bases = new Map<CaseId, Base | null>()
    for (const change of frame.changes) {
      if (seqOf(change) > cursor) takeChange(tx, mine, bases, change, at)
    }
    const answered = takeResults(tx, frame.results, frame.to, at)
    const arrived = dropArrived(tx, frame.to)
    for (const [caseId, base] of bases) if (base) rebase(tx, place, caseId, base, mine)
    for (const caseId of new Set([...answered, ...arrived]))
      if (!bases.has(caseId)) rebaseStored(tx, place, caseId)
    indexFew(tx, wordsAtOnce)
    putMeta(tx, 'cursor', frame.to)
    putMeta(tx, 'lastSyncedAt', at)
    return { kind: 'taken', caseIds: [...new Set([...bases.keys(), ...answered, ...arrived])] }
  })
}

function seqOf(change: WireChange): number {
  return change.kind === 'fact' ? change.fact.seq : change.seq
}

function takeChange(
  tx: Writer,
  mine: Mine,
  bases: Map<CaseId, Base | null>,
  change: WireChange,
  at: number
): void {
  if (change.kind === 'fact') {
    const { caseId } = change.fact
    const base = bases.get(caseId) ?? findStored(tx, caseId)
    // A case that left between the place a fetch stands for and the page it would have been on never came: its `gone` follows.
    // One whose opening this build did not understand waits as a whole (SY16).
    if (!base?.confirmed && !isDeferred(tx, caseId)) return
    const confirmed = takeFact(tx, mine, base?.confirmed ?? undefined, change.fact)
    if (confirmed) bases.set(caseId, { confirmed, boot: base?.boot ?? getNumber(tx, 'bootMark') })
    return
  }
  if (change.kind === 'enter') {
    const confirmed = takeWhole(tx, mine, change.caseId, change.facts)
    dropGone(tx, change.caseId)
    if (confirmed) bases.set(change.caseId, { confirmed, boot: getNumber(tx, 'bootMark') })
    return
  }
  const leaving = bases.get(change.caseId)?.confirmed ?? findStored(tx, change.caseId)?.body
  if (leaving) sendOff(tx, leaving, change, at)
  else dropCase(tx, change.caseId)
  bases.set(change.caseId, null)
}

/** The case leaves this machine; a stub stays where its owner would look for it. */
export function sendOff(
  tx: Writer,
  leaving: Case,
  where: Pick<Extract<WireChange, { kind: 'gone' }>, 'to' | 'by' | 'why'>,
  at: number
): void {
  if (hasActedOn(tx, leaving.id) || hasDraft(tx, leaving.id))
    putGone(tx, leaving, { to: where.to, by: where.by, why: where.why, at })
  dropCase(tx, leaving.id)
}
