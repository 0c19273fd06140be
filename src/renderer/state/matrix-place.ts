import { create } from 'zustand'
import type { RowList, RowRef } from '../../shared/escalation/finding.ts'

/** The parts of the matrix screen. */
export type MatrixPart =
  | RowList
  | 'limits'
  | 'delegates'
  | 'exceptions'
  | 'tiers'
  | 'categories'
  | 'sla'
  | 'message'
  | 'general'
  | 'picture'
  | 'tryCase'
  | 'tryHistory'
  | 'versions'

type MatrixPlace = {
  readonly part: MatrixPart
  /** A row somebody wants to see, until it is shown. */
  readonly wanted: RowRef | null
  go(part: MatrixPart): void
  goToRow(ref: RowRef): void
  shown(): void
}

/** Which part of the matrix is looked at. It is the same when one comes back from elsewhere. */
export const useMatrixPlace = create<MatrixPlace>()((set) => ({
  part: 'functional',
  wanted: null,
  go: (part) => set({ part, wanted: null }),
  goToRow: (wanted) => set({ part: wanted.list, wanted }),
  shown: () => set({ wanted: null })
}))
