import type { RowList, RowRef } from '../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'

/** A row of any list. */
export type AnyRow = Matrix[RowList][number]

export function rowsOf(doc: Matrix, list: RowList): readonly AnyRow[] {
  return doc[list]
}

export function findRow(doc: Matrix, ref: RowRef): AnyRow | undefined {
  return rowsOf(doc, ref.list).find((row) => row.id === ref.id)
}

export function rowKey({ list, id }: RowRef): string {
  return `${list}/${id}`
}

/** The rows of one list replaced. What stands in a list is its own kind of row: whoever makes rows sees to that. */
function withRows(doc: Matrix, list: RowList, rows: readonly AnyRow[]): Matrix {
  return { ...doc, [list]: rows }
}

export function putRow(doc: Matrix, list: RowList, at: number, row: AnyRow): Matrix {
  return withRows(doc, list, rowsOf(doc, list).with(at, row))
}

export function addRow(doc: Matrix, list: RowList, at: number, row: AnyRow): Matrix {
  return withRows(doc, list, rowsOf(doc, list).toSpliced(at, 0, row))
}

export function removeRow(doc: Matrix, list: RowList, at: number): Matrix {
  return withRows(doc, list, rowsOf(doc, list).toSpliced(at, 1))
}

/** A row that was removed, where it stood or at the end; nothing when its id is there again. */
export function putBackRow(doc: Matrix, list: RowList, at: number, row: AnyRow): Matrix {
  return idsOf(doc).has(row.id) ? doc : addRow(doc, list, at, row)
}

/** The row takes the place `to`; the others close up. Out of the list is its nearest end. */
export function moveRow(doc: Matrix, list: RowList, from: number, to: number): Matrix {
  const rows = rowsOf(doc, list)
  const moved = moveItem(rows, from, to)
  return moved === rows ? doc : withRows(doc, list, moved)
}

export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.max(0, Math.min(items.length - 1, to))
  const item = items[from]
  if (item === undefined || target === from) return items
  return items.toSpliced(from, 1).toSpliced(target, 0, item)
}

/** The same row under a new id, right after it. */
export function duplicateRow(doc: Matrix, list: RowList, at: number): Matrix {
  const row = rowsOf(doc, list)[at]
  if (!row) return doc
  return addRow(doc, list, at + 1, { ...row, id: freshId(row.id, idsOf(doc)) })
}

/** Every id of a row: a grant, a history entry and a finding name a row by it, so no two lists share one. */
export function idsOf(doc: Matrix): ReadonlySet<string> {
  const lists: readonly RowList[] = ['special', 'privacy', 'functional', 'hierarchical', 'automatic']
  return new Set(lists.flatMap((list) => rowsOf(doc, list).map((row) => row.id)))
}

const MAX_ID = 60

/** `base`, or `base-2`, `base-3` ... when it is taken. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/-\d+$/, '').slice(0, MAX_ID - 5)
  if (!taken.has(stem)) return stem
  let number = 2
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

/** What somebody typed as an id: small letters, digits and dashes. */
export function toId(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, MAX_ID)
}
