import type { CaseId } from '../../shared/lib/ids.ts'
import { answersTo, commandPrint } from '../../shared/protocol/op.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import type { Writer } from '../../sqlite/db.ts'
import { putArchive } from '../store/archive.ts'
import { findCase } from '../store/cases.ts'
import { findGone } from '../store/gone.ts'
import { dropOutbox, findWaiting, markAnswered } from '../store/outbox.ts'
import { putReview } from '../store/review.ts'

/**
 * Takes in what became of my ops; gives the cases that look different now. An op the server said yes to stays on screen
 * until its fact is here, so nothing flickers. A result that is known already changes nothing, nor does one to something else
 * that was asked under the same name, before this disk was set back.
 */
export function takeResults(tx: Writer, results: readonly OpResult[], cursor: number, at: number): CaseId[] {
  const touched: CaseId[] = []
  for (const result of results) {
    const waiting = findWaiting(tx, result.opId)
    if (!waiting || waiting.state === 'answered') continue
    const { op } = waiting
    if (!answersTo(result, commandPrint(op.command))) continue
    putArchive(tx, op, result, at)
    if (result.refusal || result.told)
      putReview(tx, { op, result, ...titleOf(tx, op.caseId), answeredAt: at })
    if (result.seq > cursor && !waiting.landed) markAnswered(tx, op.opNo, result.seq)
    else dropOutbox(tx, op.opNo)
    touched.push(op.caseId)
  }
  return touched
}

function titleOf(tx: Writer, caseId: CaseId): { ref: string; title: string } {
  const kase = findCase(tx, caseId)
  if (kase) return { ref: kase.ref, title: kase.subject }
  const gone = findGone(tx, caseId)
  return { ref: gone?.ref ?? '', title: gone?.title ?? '' }
}
