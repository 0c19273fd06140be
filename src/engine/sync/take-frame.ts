import type { CaseId } from '../../shared/lib/ids.ts'
import type { Frame, WireChange } from '../../shared/protocol/sync.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { dropCase, findStored } from '../store/cases.ts'
import { isDeferred } from '../store/facts.ts'
import { dropGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { dropArrived, listMine, type Mine } from '../store/outbox.ts'
import { putSums, type Turn } from '../store/sums.ts'
import { indexFew } from '../store/words.ts'
import { takeResults } from './answer.ts'
import { sendOff } from './leave-sight.ts'
import { letGo } from './let-go.ts'
import { rebase, rebaseStored } from './rebase.ts'
import { takeFact, takeWhole } from './take-case.ts'

/**
 * stale: nothing new. gap: something before it is missing, pull. fence: made for another sight or store, say hello.
 * `differs`: scopes that are here not what the server has; they are no longer held, and hello asks for them anew (SY29).
 */
export type Taken =
  | { readonly kind: 'taken'; readonly caseIds: readonly CaseId[]; readonly differs: readonly string[] }
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
    const fetch = findMeta(tx, 'fetch')
    // What is held is read up to the place of the fetch and no further: there the rest joins on.
    if (frame.to <= cursor || (fetch && frame.to > fetch.asOf)) return { kind: 'stale' }
    if (frame.from > cursor) return { kind: 'gap' }

    const mine = listMine(tx)
    const bases = new Map<CaseId, Turn>()
    for (const change of frame.changes) {
      if (seqOf(change) > cursor) takeChange(tx, mine, bases, change, at)
    }
    putSums(tx, bases.values())
    const answered = takeResults(tx, frame.results, frame.to, at)
    const arrived = dropArrived(tx, frame.to)
    for (const [caseId, { after, isNew = false }] of bases)
      if (after) rebase(tx, place, caseId, { confirmed: after, isNew }, mine)
    for (const caseId of new Set([...answered, ...arrived]))
      if (!bases.has(caseId)) rebaseStored(tx, place, caseId)
    indexFew(tx, wordsAtOnce)
    putMeta(tx, 'cursor', frame.to)
    putMeta(tx, 'lastSyncedAt', at)
    const differs = frame.sums ? letGo(tx, frame.sums, frame.to) : []
    return { kind: 'taken', caseIds: [...new Set([...bases.keys(), ...answered, ...arrived])], differs }
  })
}

function seqOf(change: WireChange): number {
  return change.kind === 'fact' ? change.fact.seq : change.seq
}

function takeChange(tx: Writer, mine: Mine, bases: Map<CaseId, Turn>, change: WireChange, at: number): void {
  const caseId = change.kind === 'fact' ? change.fact.caseId : change.caseId
  const turn = bases.get(caseId)
  const before = turn ? turn.before : (findStored(tx, caseId)?.confirmed ?? null)
  const now = turn ? turn.after : before
  if (change.kind === 'fact') {
    // Of a case that is not here nothing can be folded. One whose opening this build did not understand waits as a whole (SY16).
    if (!now && !isDeferred(tx, caseId)) return
    const after = takeFact(tx, mine, now ?? undefined, change.fact)
    if (after) bases.set(caseId, { ...turn, before, after })
    return
  }
  if (change.kind === 'enter') {
    const after = takeWhole(tx, mine, caseId, change.facts)
    dropGone(tx, caseId)
    if (after) bases.set(caseId, { before, after, isNew: true })
    return
  }
  const leaving = now ?? findStored(tx, caseId)?.body
  if (leaving) sendOff(tx, leaving, change, at)
  else dropCase(tx, caseId)
  bases.set(caseId, { before, after: null })
}
