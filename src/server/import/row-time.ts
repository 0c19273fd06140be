import type { Mapping } from './mapping.ts'
import type { RawValues } from './raw-values.ts'

/** The dates of one row, as far as it has them, and whether its case has ended. */
export type RowDates = {
  readonly openedAt: number | undefined
  readonly updatedAt: number | undefined
  readonly resolvedAt: number | undefined
  readonly closedAt: number | undefined
  readonly ended: boolean
}

/** When what the row says was so; `undefined` when that is not known or cannot be, and then `values` knows why. */
export function rowTime(
  values: RawValues,
  dates: RowDates,
  mapping: Mapping,
  latest: number
): number | undefined {
  const { columns } = mapping
  const isLog = mapping.kind === 'event-log'
  const at = isLog ? logTime(values, dates, mapping) : listTime(values, dates, mapping)
  if (at === undefined || at <= latest) return at
  const column = isLog
    ? columns.updatedAt
    : dates.ended
      ? (columns.closedAt ?? columns.resolvedAt)
      : columns.openedAt
  return values.wrong({ code: 'in-the-future' }, column, values.column(column))
}

function logTime(values: RawValues, { updatedAt }: RowDates, { columns }: Mapping): number | undefined {
  return updatedAt ?? values.wrong({ code: 'missing-value', what: 'time' }, columns.updatedAt)
}

/** The last thing that is known to have happened to the case of a list. */
function listTime(values: RawValues, dates: RowDates, { columns }: Mapping): number | undefined {
  const { openedAt, resolvedAt, closedAt, updatedAt, ended } = dates
  if (openedAt === undefined) {
    return values.wrong({ code: 'missing-value', what: 'opening' }, columns.openedAt)
  }
  const end = columns.closedAt ?? columns.resolvedAt
  const last = ended ? (closedAt ?? resolvedAt ?? updatedAt) : (updatedAt ?? openedAt)
  if (last === undefined) return values.wrong({ code: 'missing-value', what: 'end' }, end)
  if (last >= openedAt) return last
  return values.wrong({ code: 'ends-before-start' }, end, values.column(end))
}
