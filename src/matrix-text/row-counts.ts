import { RowList } from '../shared/escalation/finding.ts'
import { MAX_ROWS } from '../shared/escalation/matrix.ts'
import type { PathFault } from '../shared/escalation/shape-faults.ts'

/** Lists with more rows than anybody can read, before each of the rows is looked at. */
export function tooManyRows(value: unknown): PathFault[] {
  const lists = value as { readonly [list: string]: unknown }
  return RowList.options.flatMap((list) => {
    const rows = lists[list]
    if (!Array.isArray(rows) || rows.length <= MAX_ROWS) return []
    const values = { list, count: String(rows.length), most: String(MAX_ROWS) }
    return [{ code: 'too_many_rows', path: [list], values, isKey: true } satisfies PathFault]
  })
}
