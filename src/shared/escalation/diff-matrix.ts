import { canonical } from '../lib/hash.ts'
import type { Matrix } from './matrix.ts'

/** One field: where, and what it was and is. Undefined: it was not, or is no longer, there. */
export type FieldChange = { readonly path: string; readonly from: unknown; readonly to: unknown }

/**
 * What became of one entry of a list. Places count from 0. `moved`: it has another place among the entries that stayed;
 * of two that changed places one moved.
 */
export type EntryChange =
  | { readonly kind: 'added'; readonly list: string; readonly key: string; readonly to: number }
  | { readonly kind: 'removed'; readonly list: string; readonly key: string; readonly from: number }
  | {
      readonly kind: 'changed'
      readonly list: string
      readonly key: string
      readonly from: number
      readonly to: number
      readonly moved: boolean
      readonly fields: readonly FieldChange[]
    }

/** `fields`: of the document itself and of its message. `entries`: of its lists, in the order of the document. */
export type MatrixDiff = { readonly fields: readonly FieldChange[]; readonly entries: readonly EntryChange[] }

export type Entry = Readonly<Record<string, unknown>>
export type Keyed = {
  readonly list: string
  readonly key: string
  readonly value: Entry
  readonly at: number
}

/** How the entries of a list are told apart, and whether their order says anything. */
export const LISTS = [
  { list: 'categories', key: ['id'], isOrdered: true },
  { list: 'special', key: ['id'], isOrdered: true },
  { list: 'privacy', key: ['id'], isOrdered: true },
  { list: 'functional', key: ['id'], isOrdered: true },
  { list: 'hierarchical', key: ['id'], isOrdered: true },
  { list: 'exceptions', key: ['id'], isOrdered: true },
  { list: 'limits', key: ['action', 'tier'], isOrdered: false },
  { list: 'delegates', key: ['of', 'to'], isOrdered: false },
  { list: 'automatic', key: ['id'], isOrdered: true },
  { list: 'sla', key: ['tier', 'priority'], isOrdered: false }
] as const satisfies readonly { list: keyof Matrix; key: readonly string[]; isOrdered: boolean }[]

/** What is different between two documents, whatever they are called: version, author and reason are not compared (MX36). */
export function diffMatrix(a: Matrix, b: Matrix): MatrixDiff {
  const own = ({ name, currency, riskShare, message }: Matrix): Entry => ({
    name,
    currency,
    riskShare,
    message
  })
  return {
    fields: fieldChanges(own(a), own(b)),
    entries: [
      ...tierChanges(a, b),
      ...LISTS.flatMap(({ list, key, isOrdered }) =>
        entryChanges(keyed(list, key, a[list]), keyed(list, key, b[list]), isOrdered)
      )
    ]
  }
}

/** Nothing is different but what they are called: version, author and reason. */
export function isSameMatrix(a: Matrix, b: Matrix): boolean {
  const { fields, entries } = diffMatrix(a, b)
  return fields.length === 0 && entries.length === 0
}

/** The teams of a tier are a list of their own: `tiers.L2.teams`. */
function tierChanges(a: Matrix, b: Matrix): EntryChange[] {
  const bare = ({ tiers }: Matrix): Entry[] => tiers.map(({ teams: _teams, ...tier }) => tier)
  const teamsOf = ({ tiers }: Matrix, id: string): readonly Entry[] =>
    tiers.filter((tier) => tier.id === id).flatMap(({ teams }) => teams)
  const ids = [...new Set([...a.tiers, ...b.tiers].map(({ id }) => id))]
  return [
    ...entryChanges(keyed('tiers', ['id'], bare(a)), keyed('tiers', ['id'], bare(b)), true),
    ...ids.flatMap((id) => {
      const list = `tiers.${id}.teams`
      return entryChanges(keyed(list, ['id'], teamsOf(a, id)), keyed(list, ['id'], teamsOf(b, id)), true)
    })
  ]
}

/** Where the entry with this key stands in a list named as in differences; -1: it is not there. */
export function placeOf(doc: Matrix, list: string, key: string): number {
  const [head, tier, below] = list.split('.')
  const known = LISTS.find((one) => one.list === head)
  const teams = below === 'teams' ? doc.tiers.find(({ id }) => id === tier)?.teams : undefined
  const entries: readonly Entry[] = teams ?? (known ? doc[known.list] : doc.tiers)
  return keyed(list, known?.key ?? ['id'], entries).find((one) => one.key === key)?.at ?? -1
}

/** A draft may have a key twice: the second is told apart by its number. */
export function keyed(list: string, fields: readonly string[], entries: readonly Entry[]): Keyed[] {
  const seen = new Map<string, number>()
  return entries.map((value, at) => {
    const name = fields.map((field) => String(value[field])).join(' ')
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { list, key: count === 1 ? name : `${name} #${count}`, value, at }
  })
}

function entryChanges(before: readonly Keyed[], after: readonly Keyed[], isOrdered: boolean): EntryChange[] {
  const old = new Map(before.map((entry) => [entry.key, entry]))
  const kept = new Set(after.map(({ key }) => key))
  const stays = isOrdered ? inOrder(after.flatMap(({ key }) => old.get(key)?.at ?? [])) : undefined
  const removed = before
    .filter(({ key }) => !kept.has(key))
    .map(({ list, key, at }): EntryChange => ({ kind: 'removed', list, key, from: at }))
  const now = after.flatMap(({ list, key, value, at: to }): EntryChange[] => {
    const was = old.get(key)
    if (!was) return [{ kind: 'added', list, key, to }]
    const moved = stays !== undefined && !stays.has(was.at)
    const fields = fieldChanges(was.value, value)
    return moved || fields.length > 0 ? [{ kind: 'changed', list, key, from: was.at, to, moved, fields }] : []
  })
  return [...removed, ...now]
}

/** The most places that can stay as they are: the longest run that rises. All others moved. */
function inOrder(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const place of places) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous.set(place, ends[low - 1])
    ends[low] = place
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(at)
  return kept
}

/** Field by field. A list of plain values is one value; a list of things (the steps of a chain) goes by place. */
function fieldChanges(a: unknown, b: unknown, path = ''): FieldChange[] {
  if (a === b || canonical(a) === canonical(b)) return []
  const [left, right] = [parts(a), parts(b)]
  if (!left || !right) return [{ path, from: a, to: b }]
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return names.flatMap((name) =>
    fieldChanges(left[name], right[name], path === '' ? name : `${path}.${name}`)
  )
}

function parts(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isPlain = Array.isArray(value) && value.every((one) => typeof one !== 'object')
  return isPlain ? undefined : (value as Entry)
}
