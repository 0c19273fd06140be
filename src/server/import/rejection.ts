import type { RowReason } from '../../shared/protocol/imports.ts'

/** One row that was not imported: where it starts in the file, and why. Nothing is dropped without one of these (IM12). */
export type Rejection = {
  readonly line: number
  /** The last of the lines that are lost with it, where it took more than its own. */
  readonly until?: number
  readonly why: RowReason
  readonly column?: string
  /** As the file has it, cut to what a report can carry. */
  readonly value?: string
  readonly externalId?: string
}

const LONGEST_VALUE = 200

/** A value of the file as a report carries it. */
export function shown(value: string): string {
  return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`
}
