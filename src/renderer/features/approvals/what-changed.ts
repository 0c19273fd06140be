import type { ApprovalRow } from '../../../shared/protocol/views.ts'

/** What an answer is tied to; another ask has another one (ES14). */
export function subjectOf(row: ApprovalRow): string | undefined {
  return row.options.find((option) => option.about.subjectHash !== undefined)?.about.subjectHash
}

/** How the request one reads stands to the one that waits now. */
export function whatChanged(read: ApprovalRow, live: ApprovalRow | undefined): 'nothing' | 'ask' | 'gone' {
  if (!live) return 'gone'
  return subjectOf(live) === subjectOf(read) && live.step === read.step ? 'nothing' : 'ask'
}
