import { inUnits } from '../../lib/currency.ts'
import type { Person } from '../../people/person.ts'
import type { Queue } from '../../people/queue.ts'
import { compareTiers, type Tier } from '../../people/tier.ts'
import type { ExampleCase, Finding, FindingCode, RowList, RowRef } from '../finding.ts'
import type { ValuesOf } from '../finding-values.ts'
import type { Matrix } from '../matrix.ts'
import { type KindSpace, spaceOf } from './kinds.ts'
import { type Way, waysOf } from './ways.ts'

/** What a document is checked against besides itself. */
export type Around = {
  /** Who works here; null when that is not known: what depends on people is then left out. */
  readonly people: readonly Person[] | null
  readonly openCases: OpenCases
  /** Amounts in other currencies than the document's; none when that is not known. */
  readonly otherAmounts: readonly OtherAmount[]
}

/** How many cases in work stand in each queue (by its key), would get to one along what is open on them, and have each category. */
export type OpenCases = {
  readonly queues: Readonly<Record<string, number>>
  readonly awaited: Readonly<Record<string, number>>
  readonly categories: Readonly<Record<string, number>>
}

/**
 * A case with amounts in another currency. `inWork`: something is asked for, or granted on a case that goes on. `daysAgo`: when
 * last something was granted on it within a limit.
 */
export type OtherAmount = {
  readonly currency: string
  readonly inWork: boolean
  readonly daysAgo: number | null
}

export const NO_CASES: OpenCases = { queues: {}, awaited: {}, categories: {} }

/** Nothing is known but the document. */
export const NOTHING_AROUND: Around = { people: null, openCases: NO_CASES, otherAmounts: [] }

/** A document whose shape is sound, with what several families of checks look at. */
export type Document = {
  readonly matrix: Matrix
  readonly around: Around
  readonly space: KindSpace
  readonly queues: readonly Queue[]
  /** The lowest and the highest tier with teams. */
  readonly lowest: Tier | undefined
  readonly top: Tier | undefined
  readonly ways: readonly Way[]
}

export function documentOf(matrix: Matrix, around: Around): Document {
  const queues = matrix.tiers.flatMap(({ id, teams }) => teams.map((team) => ({ tier: id, team: team.id })))
  const tiers = queues.map(({ tier }) => tier).sort(compareTiers)
  const space = spaceOf(matrix)
  const ways = waysOf(matrix, queues, space)
  return { matrix, around, space, queues, lowest: tiers[0], top: tiers.at(-1), ways }
}

/** Queues of these tiers. */
export function queuesAt(queues: readonly Queue[], tiers: readonly Tier[]): Queue[] {
  return queues.filter(({ tier }) => tiers.includes(tier))
}

/** Where a team stands in the document: `tiers.1.teams.0`. */
export function pathOfQueue(matrix: Matrix, queue: Queue): string {
  const tier = matrix.tiers.findIndex((one) => one.id === queue.tier)
  const team = matrix.tiers[tier]?.teams.findIndex((one) => one.id === queue.team)
  return `tiers.${tier}.teams.${team}`
}

/** A row as findings name it, with its place. */
export type At = { readonly row: RowRef | null; readonly path: string }

export function rowAt(list: RowList, id: string, index: number, below = ''): At {
  return { row: { list, id }, path: `${list}.${index}${below && `.${below}`}` }
}

export function placeAt(path: string): At {
  return { row: null, path }
}

export function queueAt(matrix: Matrix, queue: Queue): At {
  return placeAt(pathOfQueue(matrix, queue))
}

/** Where every row of the five lists stands, in the order they are tried. */
export function everyRow(matrix: Matrix) {
  return [
    ...matrix.special.map((row, i) => ({ row, at: rowAt('special', row.id, i) })),
    ...matrix.privacy.map((row, i) => ({ row, at: rowAt('privacy', row.id, i) })),
    ...matrix.functional.map((row, i) => ({ row, at: rowAt('functional', row.id, i) })),
    ...matrix.hierarchical.map((row, i) => ({ row, at: rowAt('hierarchical', row.id, i) })),
    ...matrix.automatic.map((row, i) => ({ row, at: rowAt('automatic', row.id, i) }))
  ]
}

/** A code without values needs none given. */
type About<C extends FindingCode> = keyof ValuesOf<C> extends never
  ? readonly [values?: ValuesOf<C>, example?: ExampleCase | null]
  : readonly [values: ValuesOf<C>, example?: ExampleCase | null]

const made =
  (level: Finding['level']) =>
  <C extends FindingCode>(code: C, { row, path }: At, ...[values, example = null]: About<C>): Finding => ({
    level,
    code,
    row,
    path,
    values: Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(value)])),
    example
  })

/** Publishing stops. */
export const error = made('error')
/** Told, and no more. */
export const warning = made('warning')

/** Money for the values of a finding: `50.00 EUR`, `50 JPY`. */
export function amount(minor: number, { currency }: Matrix): string {
  return `${inUnits(minor, currency)} ${currency}`
}
