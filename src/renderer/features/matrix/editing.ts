import { createContext, useContext } from 'react'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { must } from '../../../shared/lib/must.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { Saying } from '../../words/row-sentence.ts'
import type { Findings } from './findings.ts'

/** Changes the document; changes with one key in a row are undone together. */
export type Change = (change: (doc: Matrix) => Matrix, key?: string) => void

/** What every part of the screen works with. */
export type Editing = {
  readonly doc: Matrix
  /** Null: it can only be looked at. */
  readonly change: Change | null
  readonly say: Saying
  readonly people: readonly Person[]
  readonly findings: Findings
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  return must(useContext(EditingContext), 'matrix around its parts')
}
