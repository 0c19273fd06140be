import type { RowList } from '../../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { MatrixPart } from '../../../state/matrix-place.ts'
import { type AnyRow, rowsOf } from '../edit-rows.ts'

/** A row or a thing of a list that two documents do not have alike. `place`: where it stands, from 1. */
export type Change<T> =
  | { readonly how: 'added'; readonly id: string; readonly after: T }
  | { readonly how: 'removed'; readonly id: string; readonly before: T }
  | { readonly how: 'changed'; readonly id: string; readonly before: T; readonly after: T }
  | {
      readonly how: 'moved'
      readonly id: string
      readonly after: T
      readonly from: number
      readonly to: number
    }

export type RowChanges = { readonly list: RowList; readonly changes: readonly Change<AnyRow>[] }

/** One value of a part that has no rows: where in the document, and what it was and is. */
export type ValueChange = {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}
export type PartChanges = { readonly part: MatrixPart; readonly values: readonly ValueChange[] }

const LISTS: readonly RowList[] = ['special', 'privacy', 'functional', 'hierarchical', 'automatic']

/** The rows that differ, list by list; lists without a difference are left out. */
export function rowChanges(before: Matrix, after: Matrix): RowChanges[] {
  return LISTS.map((list) => ({
    list,
    changes: listChanges(rowsOf(before, list), rowsOf(after, list))
  })).filter(({ changes }) => changes.length > 0)
}

export function listChanges<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[]
): Change<T>[] {
  const old = new Map(before.map((one) => [one.id, one]))
  const kept = new Set(after.map((one) => one.id))
  const moved = movedIds(
    before.filter(({ id }) => kept.has(id)).map(({ id }) => id),
    after.filter(({ id }) => old.has(id)).map(({ id }) => id)
  )
  const now = after.flatMap((one, place): Change<T>[] => {
    const was = old.get(one.id)
    if (!was) return [{ how: 'added', id: one.id, after: one }]
    if (!isSame(was, one)) return [{ how: 'changed', id: one.id, before: was, after: one }]
    if (!moved.has(one.id)) return []
    return [{ how: 'moved', id: one.id, after: one, from: before.indexOf(was) + 1, to: place + 1 }]
  })
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map((one): Change<T> => ({ how: 'removed', id: one.id, before: one }))
  return [...now, ...gone]
}

/** The fewest that have to move so that the others keep their order: all that are not in a longest rising run. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, at) => [id, at]))
  const places = after.map((id) => place.get(id) ?? 0)
  const ends: number[] = []
  const previous: number[] = []
  places.forEach((at, index) => {
    const found = ends.findIndex((end) => (places[end] ?? 0) >= at)
    const length = found < 0 ? ends.length : found
    previous[index] = length > 0 ? (ends[length - 1] ?? -1) : -1
    ends[length] = index
  })
  const still = new Set<string>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) still.add(after[at] ?? '')
  return new Set(after.filter((id) => !still.has(id)))
}

const PARTS = ['limits', 'delegates', 'exceptions', 'tiers', 'categories', 'sla', 'message'] as const

/** What differs in the parts that are not rows, value by value. */
export function partChanges(before: Matrix, after: Matrix): PartChanges[] {
  const general = ({ name, currency, riskShare }: Matrix) => ({ name, currency, riskShare })
  return [
    ...PARTS.map((part) => ({ part, values: valueChanges(before[part], after[part]) })),
    { part: 'general' as const, values: valueChanges(general(before), general(after)) }
  ].filter(({ values }) => values.length > 0)
}

function valueChanges(before: unknown, after: unknown): ValueChange[] {
  const old = new Map(leaves(before, ''))
  const now = new Map(leaves(after, ''))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const was = old.get(path) ?? null
    const is = now.get(path) ?? null
    return was === is ? [] : [{ path, before: was, after: is }]
  })
}

/** Every value with the way to it; a thing of a list goes by what tells it apart, not by its place. */
function leaves(value: unknown, path: string): [path: string, text: string][] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  const under = (name: string) => (path ? `${path} ${name}` : name)
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => leaves(one, under(nameOf(one) ?? String(at + 1))))
  return Object.entries(value)
    .filter(([name]) => !NAMING.has(name))
    .flatMap(([name, one]) => leaves(one, under(name)))
}

const NAMING: ReadonlySet<string> = new Set(['id'])

function nameOf(one: unknown): string | null {
  if (typeof one !== 'object' || one === null) return null
  const { id, tier, priority, action, of } = one as Readonly<Record<string, unknown>>
  const parts = [id, action, tier, priority, of].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join('/') : null
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)])
  )
}
