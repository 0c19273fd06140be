import { z } from 'zod'

/** Why a row did not get in. The words for a person stand in `text` of the rejection; the code is for counting. */
export const RejectionCode = z.enum([
  'wrong-column-count',
  'stray-quote',
  'unclosed-quote',
  'truncated',
  'too-long',
  'not-text',
  'missing-value',
  'bad-date',
  'bad-number',
  'unknown-value',
  'ends-before-start',
  'in-the-future',
  'duplicate-id',
  'case-incomplete',
  'case-does-not-fold'
])
export type RejectionCode = z.infer<typeof RejectionCode>

/** One row that was not imported: where it starts in the file, and why. Nothing is dropped without one of these (IM9). */
export type Rejection = {
  readonly line: number
  readonly code: RejectionCode
  readonly text: string
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
