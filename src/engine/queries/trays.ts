import { type Ask, type HierarchicalEscalation, MAX_TEXT } from '../../shared/case/case.ts'
import { wordsOf } from '../../shared/case/command.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { OutboxRow, ReviewRow } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findCase } from '../store/cases.ts'
import { listFacts } from '../store/facts.ts'
import { findGone } from '../store/gone.ts'
import { listOutbox } from '../store/outbox.ts'
import { listReview, type Reviewed } from '../store/review.ts'

/** What this machine did that the server has not answered, in the order it goes out. */
export function listOutboxRows(db: Reader): OutboxRow[] {
  return listOutbox(db).map(({ op, state }) => {
    const kase = findCase(db, op.caseId) ?? findGone(db, op.caseId)
    return {
      opId: op.opId,
      opNo: op.opNo,
      type: op.command.type,
      caseId: op.caseId,
      ref: kase?.ref ?? '',
      title: kase ? ('title' in kase ? kase.title : kase.subject) : '',
      madeAt: op.madeAt,
      saved: state === 'ready' ? 'here' : 'sent',
      words: wordsOf(op.command)
    }
  })
}

/** Whether the reader may decide this request now. */
type Decides = (one: HierarchicalEscalation) => boolean

/** The review tray: what was not done to the letter, and what its author can do about each (SY9). */
export function listReviewRows(db: Reader, matrixVer: number, decides: Decides = () => false): ReviewRow[] {
  return listReview(db).flatMap((one) => {
    const { op, result } = one
    if (result.outcome !== 'held' && result.outcome !== 'rejected' && result.outcome !== 'transformed')
      return []
    const changed = changedRequest(db, one, decides)
    const choices = choicesOf(db, one)
    return [
      {
        opId: op.opId,
        type: op.command.type,
        command: op.command,
        caseId: op.caseId,
        ref: one.ref,
        title: one.title,
        madeAt: op.madeAt,
        answeredAt: one.answeredAt,
        outcome: result.outcome,
        refusal: result.refusal,
        told: result.told,
        words: wordsOf(op.command),
        retry: retryOf(one, matrixVer),
        changed,
        choices: changed?.waits ? ['lookAgain', ...choices] : choices
      }
    ]
  })
}

/** An answer to a request that had been changed by then: what it was an answer to, beside what is asked now. */
function changedRequest(db: Reader, { op, result }: Reviewed, decides: Decides): ReviewRow['changed'] {
  const { command } = op
  if (result.refusal?.type !== 'StaleSubject' || !('subjectHash' in command)) return null
  const one = findCase(db, op.caseId)?.escalations.find(({ id }) => id === command.escalationId)
  // A case that moved meanwhile makes the same ask stale.
  if (one?.kind !== 'hierarchical' || one.subjectHash === command.subjectHash) return null
  return {
    escalationId: one.id,
    by: one.by,
    was: askOf(db, op.caseId, command),
    now: one.ask,
    waits: decides(one)
  }
}

/** What was asked for under this hash; null when that is not on this machine. */
function askOf(
  db: Reader,
  caseId: CaseId,
  { escalationId, subjectHash }: { readonly escalationId: string; readonly subjectHash: string }
): Ask | null {
  for (const { event } of listFacts(db, caseId)) {
    if (event.type !== 'approval.requested' && event.type !== 'approval.amended') continue
    if (event.escalationId === escalationId && event.subjectHash === subjectHash) return event.ask
  }
  return null
}

/** Nothing is offered that the rules would refuse for sure; the choice itself is a new command, judged like any other. */
function choicesOf(db: Reader, { op, result }: Reviewed): ReviewRow['choices'] {
  const { command } = op
  const kase = findCase(db, op.caseId)
  if (!kase && command.type !== 'case.open') return ['dismiss']
  const { status } = kase?.state ?? { status: 'new' }
  const isEnded = status === 'resolved' || status === 'closed'
  const isEdit = command.type === 'case.setPriority' || command.type === 'case.setCategory'
  if (result.outcome === 'transformed') return isEdit && !isEnded ? ['undo', 'dismiss'] : ['dismiss']
  const choices: ReviewRow['choices'] = []
  if (command.type === 'case.reply') {
    if (status !== 'closed') choices.push('sendAnyway', 'toComposer')
  } else if (
    result.refusal?.type === 'ServerBroke' ||
    (result.refusal?.type === 'TargetChanged' && !isEnded)
  ) {
    choices.push('tryAgain')
  }
  const words = wordsOf(command)
  if (kase && words && words.length <= MAX_TEXT && command.type !== 'case.note') choices.push('saveAsNote')
  return [...choices, 'dismiss']
}

/** Trying again after the matrix changed means the new target, which the author has now read. A changed request is never approved this way: it is read anew on the case. */
function retryOf({ op, result }: Reviewed, matrixVer: number): unknown {
  const { command } = op
  if (command.type === 'case.escalate' && result.refusal?.type === 'TargetChanged')
    return { ...command, to: result.refusal.now, matrixVer }
  return command
}
