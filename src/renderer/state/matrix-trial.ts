import { create } from 'zustand'
import type { RowRef } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { hashOf } from '../../shared/lib/hash.ts'

/** What was looked at of the latest trial: it is the same when one comes back from a case, or from mending a row. */
type TrialLook = {
  /** A print of the document that was tried in this window; null: nobody knows any more. */
  readonly tried: string | null
  /** Only cases of this row. */
  readonly row: RowRef | null
  /** The case of the list somebody was at, or -1. */
  readonly at: number
}

const NOTHING: TrialLook = { tried: null, row: null, at: -1 }

export const useTrialLook = create<TrialLook>()(() => NOTHING)

/** A new trial begins with this document. */
export function trialBegan(doc: Matrix): void {
  useTrialLook.setState({ ...NOTHING, tried: hashOf(doc) })
}

/** Whether the document says something else now than the one that was tried. By what it says: one that is read again is another object. */
export function isChangedSince(tried: string | null, doc: Matrix): boolean {
  return tried !== null && tried !== hashOf(doc)
}

export function lookAtRow(row: RowRef | null): void {
  useTrialLook.setState({ row, at: -1 })
}

export function lookAtCase(at: number): void {
  useTrialLook.setState({ at })
}
