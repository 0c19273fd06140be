import { SHOWN_REJECTIONS } from '../../../shared/protocol/imports.ts'

/** A page of a list: rows `from` (counted from 0) up to and without `to`. */
export type Page = {
  readonly number: number
  readonly from: number
  readonly to: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** The page with this number, or the last there is of so many rows. */
export function pageOf(number: number, rows: number): Page {
  const last = Math.max(0, Math.ceil(rows / SHOWN_REJECTIONS) - 1)
  const at = Math.min(Math.max(0, number), last)
  const from = at * SHOWN_REJECTIONS
  const to = Math.min(rows, from + SHOWN_REJECTIONS)
  return { number: at, from, to, isFirst: at === 0, isLast: at === last }
}
