import { diffMatrix, type EntryChange } from '../../../../shared/escalation/diff-matrix.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { MatrixPart } from '../../../state/matrix-place.ts'
import type { Saying } from '../../../words/row-sentence.ts'
import { type Line, linesOf } from '../entries.ts'

/** What differs in one part of the screen. */
export type PartDiff = {
  readonly part: MatrixPart
  readonly entries: readonly EntryChange[]
  /** Of what has no entries: the document itself, and its message. */
  readonly lines: readonly Changed[]
}

/** One field: what it said and says; undefined: it was not, or is no longer, there. */
export type Changed = { readonly label: string; readonly from?: string; readonly to?: string }

/** In the order of the navigation; parts without a difference are left out. */
const PARTS = [
  'special',
  'privacy',
  'functional',
  'hierarchical',
  'automatic',
  'limits',
  'delegates',
  'exceptions',
  'tiers',
  'categories',
  'sla',
  'message',
  'general'
] as const satisfies readonly MatrixPart[]

/** What differs between two documents, part by part: `tiers.L2.teams` belongs to the tiers, the message has a part of its own. */
export function diffParts(before: Matrix, after: Matrix, say: Saying): PartDiff[] {
  const { entries } = diffMatrix(before, after)
  return PARTS.map((part) => ({
    part,
    entries: entries.filter(({ list }) => list.split('.')[0] === part),
    lines: changedLines(ownLines(before, part, say), ownLines(after, part, say))
  })).filter((one) => one.entries.length + one.lines.length > 0)
}

function ownLines(doc: Matrix, part: MatrixPart, say: Saying): readonly Line[] {
  if (part === 'general') return linesOf('general', doc, say)
  return part === 'message' && doc.message ? linesOf('message', doc.message, say) : []
}

/** The fields that do not say the same, in their order. */
export function changedLines(before: readonly Line[], after: readonly Line[]): Changed[] {
  const was = new Map(before.map(({ label, text }) => [label, text]))
  const is = new Map(after.map(({ label, text }) => [label, text]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label) => {
    const [from, to] = [was.get(label), is.get(label)]
    if (from === to) return []
    return [{ label, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
  })
}

/** How an entry changed, in a word: one that has other values and another place is told by its values. */
export function howOf(change: EntryChange): 'added' | 'removed' | 'changed' | 'moved' {
  if (change.kind !== 'changed') return change.kind
  return change.fields.length > 0 ? 'changed' : 'moved'
}
