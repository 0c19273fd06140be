import { create } from 'zustand'
import type { RowRef } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'

/** What was looked at of the latest trial: it is the same when one comes back from a case, or from mending a row. */
type TrialLook = {
  /** The document that was tried in this window; null: nobody knows any more. */
  readonly tried: Matrix | null
  /** Only cases of this row. */
  readonly row: RowRef | null
  /** The case of the list somebody was at, or -1. */
  readonly at: number
}

const NOTHING: TrialLook = { tried: null, row: null, at: -1 }

export const useTrialLook = create<TrialLook>()(() => NOTHING)

/** A new trial begins with this document. */
export function trialBegan(tried: Matrix): void {
  useTrialLook.setState({ ...NOTHING, tried })
}

export function lookAtRow(row: RowRef | null): void {
  useTrialLook.setState({ row, at: -1 })
}

export function lookAtCase(at: number): void {
  useTrialLook.setState({ at })
}
