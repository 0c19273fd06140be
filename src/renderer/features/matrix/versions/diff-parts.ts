import { diffMatrix, type EntryChange, type FieldChange } from '../../../../shared/escalation/diff-matrix.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { MatrixPart } from '../../../state/matrix-place.ts'

/** What differs in one part of the screen. */
export type PartDiff = {
  readonly part: MatrixPart
  readonly entries: readonly EntryChange[]
  readonly fields: readonly FieldChange[]
}

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
export function diffParts(before: Matrix, after: Matrix): PartDiff[] {
  const { entries, fields } = diffMatrix(before, after)
  const headOf = (path: string) => path.split('.')[0]
  const partOfField = ({ path }: FieldChange) => (headOf(path) === 'message' ? 'message' : 'general')
  return PARTS.map((part) => ({
    part,
    entries: entries.filter(({ list }) => headOf(list) === part),
    fields: fields.filter((field) => partOfField(field) === part)
  })).filter((one) => one.entries.length + one.fields.length > 0)
}

/** How an entry changed, in a word: one that has other values and another place is told by its values. */
export function howOf(change: EntryChange): 'added' | 'removed' | 'changed' | 'moved' {
  if (change.kind !== 'changed') return change.kind
  return change.fields.length > 0 ? 'changed' : 'moved'
}
