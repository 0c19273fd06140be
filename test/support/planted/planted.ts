import type { Around } from '../../../src/shared/escalation/check/check-matrix.ts'
import type { Finding, FindingCode } from '../../../src/shared/escalation/finding.ts'
import type { Matrix } from '../../../src/shared/escalation/matrix.ts'
import { must } from '../../../src/shared/lib/must.ts'
import type { Person } from '../../../src/shared/people/person.ts'
import { person } from '../cases.ts'
import { soundPeople } from '../sound-matrix.ts'

export type Doc = { -readonly [K in keyof Matrix]: Matrix[K] }
export type Planted = {
  readonly fault: string
  readonly plant: (doc: Doc) => void
  readonly around?: Partial<Around>
  /** Level, code and where: the row as `list/id`, or the path. */
  readonly finds: readonly (readonly [Finding['level'], FindingCode, string])[]
  readonly values?: Record<string, string>
  readonly example?: Partial<NonNullable<Finding['example']>>
}

export const without = (...ids: string[]): readonly Person[] =>
  soundPeople.filter(({ id }) => !ids.includes(id))
export const change = <T extends { id: string }>(rows: readonly T[], id: string, over: object): T[] =>
  rows.map((row) => (row.id === id ? { ...row, ...over } : row))
export const step = (over: object) => [
  { approver: { role: 'supervisor' }, minutes: 60, onTimeout: { do: 'next' }, ...over }
]
export const functional = (over: object) => (doc: Doc) => {
  doc.functional = [...doc.functional, { ...must(doc.functional[0], 'row'), id: 'new', ...over }]
}
export const moneyRow = (over: object) => (doc: Doc) => {
  doc.hierarchical = [
    ...doc.hierarchical,
    { ...must(doc.hierarchical[0], 'row'), id: 'new', ...over } as never
  ]
}
export const named = (id: string) => person(id).id
