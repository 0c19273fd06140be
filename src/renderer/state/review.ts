import type { Refusal } from '../../shared/case/refusal.ts'
import { DraftMode } from '../../shared/protocol/bridge.ts'
import type { ReviewRow } from '../../shared/protocol/views.ts'
import { act, ask, newOpId, tell, useAsked } from './bridge-call.ts'
import { newCaseId } from './case.ts'
import { useDeciding } from './deciding.ts'
import { type Choice, chosen } from './review-choice.ts'

/** What was not done to the letter. Asked for while `shown`. */
export function useReview(shown: boolean): readonly ReviewRow[] | undefined {
  return useAsked('review.list', shown ? {} : null, ['review', 'session']).value
}

export type ReviewAnswer =
  /** `openCase`: the case is where it goes on. */
  | { readonly ok: true; readonly openCase: boolean; readonly compose: boolean }
  | { readonly ok: false; readonly why: Refusal }

const DONE: ReviewAnswer = { ok: true, openCase: false, compose: false }

/** Does what was chosen; the entry goes once that is on disk, and stays when it is refused. Throws when the engine cannot answer. */
export async function choose(
  row: ReviewRow,
  choice: Choice,
  matrixVer: number | null
): Promise<ReviewAnswer> {
  const next = chosen(row, choice, matrixVer, newCaseId)
  switch (next.do) {
    case 'look':
      return { ok: true, openCase: true, compose: false }
    case 'decide': {
      // The entry goes with the new answer. What was written for the old one is there to go on with.
      const { escalationId, answer } = next
      useDeciding.getState().ask(escalationId, answer, { opId: row.opId, words: row.words })
      return DONE
    }
    case 'act': {
      const acted = await act(next.command)
      if (!acted.ok) return { ok: false, why: acted.error }
      break
    }
    case 'compose':
      await backToComposer(row)
      break
    case 'settle':
      break
  }
  await tell('review.settle', { opId: row.opId })
  return next.do === 'compose' ? { ok: true, openCase: true, compose: true } : DONE
}

/** Takes an entry out that was dealt with elsewhere. */
export async function settleReview(opId: ReviewRow['opId']): Promise<void> {
  await tell('review.settle', { opId })
}

/** What stands in the composer already is kept above. */
async function backToComposer(row: ReviewRow): Promise<void> {
  const view = await ask('case.get', { caseId: row.caseId })
  const draft = view?.kind === 'case' ? view.drafts.reply.trimEnd() : ''
  const text = draft && draft !== row.words ? `${draft}\n\n${row.words}` : row.words
  const opId = view?.draftOps.reply ?? newOpId()
  await tell('draft.put', { caseId: row.caseId, mode: DraftMode.enum.reply, text, opId })
}
