import { Command } from '../../shared/case/command.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { ReviewRow } from '../../shared/protocol/views.ts'
import { type Answer, isAnswer } from './deciding.ts'

export type Choice = ReviewRow['choices'][number]

/** What a choice comes to: a new command, a way back to the composer, a look at the case, or only the end of the entry. */
export type Chosen =
  | { readonly do: 'act'; readonly command: Command }
  | { readonly do: 'compose' }
  | { readonly do: 'look' }
  /** Answers the request as it is now, in the form that decides. */
  | { readonly do: 'decide'; readonly escalationId: string; readonly answer: Answer }
  | { readonly do: 'settle' }

/** The choice itself is a new command, judged like any other. */
export function chosen(
  row: ReviewRow,
  choice: Choice,
  matrixVer: number | null,
  newName: () => CaseId
): Chosen {
  switch (choice) {
    case 'dismiss':
      return { do: 'settle' }
    case 'toComposer':
      return { do: 'compose' }
    case 'lookAgain': {
      const answer = row.type.replace('approval.', '')
      return row.changed && isAnswer(answer)
        ? { do: 'decide', escalationId: row.changed.escalationId, answer }
        : { do: 'look' }
    }
    case 'saveAsNote':
      return { do: 'act', command: { type: 'case.note', caseId: row.caseId, body: row.words } }
    case 'sendAnyway':
    case 'tryAgain':
    case 'undo':
      return again(row, choice, matrixVer, newName)
  }
}

function again(
  row: ReviewRow,
  choice: 'sendAnyway' | 'tryAgain' | 'undo',
  matrixVer: number | null,
  newName: () => CaseId
): Chosen {
  const parsed = Command.safeParse(row.command)
  if (!parsed.success) return { do: 'look' }
  const command = parsed.data
  if (choice === 'undo') return undone(row, command)
  if (choice === 'sendAnyway' && command.type === 'case.reply') {
    return { do: 'act', command: { ...command, anyway: true } }
  }
  // Another target is what the author says yes to: the same one would be refused again.
  if (row.refusal?.type === 'TargetChanged' && command.type === 'case.escalate') {
    // The letter that went with it names the other team and its times: it is written anew, at the case.
    if (command.message?.trim()) return { do: 'look' }
    const { now } = row.refusal
    return { do: 'act', command: { ...command, to: now, matrixVer: matrixVer ?? command.matrixVer } }
  }
  // A new op opens another case: under the old name it would count as the op that was refused (SY4).
  if (command.type === 'case.open') return { do: 'act', command: { ...command, caseId: newName() } }
  // A decision about a request that has changed needs a new look, not the old answer.
  if (row.refusal?.type === 'StaleSubject') return { do: 'look' }
  return { do: 'act', command }
}

/** Puts a field back to what somebody else had set meanwhile. */
function undone(row: ReviewRow, command: Command): Chosen {
  if (row.told?.type !== 'ChangedMeanwhile') return { do: 'look' }
  const back = backOf(command, row.told.was)
  const parsed = Command.safeParse(back)
  return parsed.success ? { do: 'act', command: parsed.data } : { do: 'look' }
}

function backOf(command: Command, was: string): unknown {
  if (command.type === 'case.setPriority') return { ...command, priority: was, was: command.priority }
  if (command.type === 'case.setCategory') return { ...command, category: was, was: command.category }
  return null
}

export type ReviewGroup = {
  readonly caseId: ReviewRow['caseId']
  readonly ref: string
  readonly title: string
  readonly rows: readonly ReviewRow[]
}

/** By case, in the order of the first entry of each. */
export function groupByCase(rows: readonly ReviewRow[]): readonly ReviewGroup[] {
  const groups = new Map<string, ReviewGroup>()
  for (const row of rows) {
    const known = groups.get(row.caseId)
    const { caseId, ref, title } = row
    groups.set(caseId, { caseId, ref, title, rows: [...(known?.rows ?? []), row] })
  }
  return [...groups.values()]
}
