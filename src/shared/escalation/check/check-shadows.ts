import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { ExampleCase, Finding } from '../finding.ts'
import { type At, type Document, error, queuesAt, rowAt } from './document.ts'
import {
  add,
  type Box,
  boxOf,
  common,
  exampleIn,
  exampleOf,
  hasLeft,
  isEverything,
  type KindSpace,
  type Kinds,
  meet,
  noKinds
} from './kinds.ts'
import type { Way } from './ways.ts'

/** A row that never gets its turn, because rows before it take every kind of case it is for, alone or together (MX8). */
export function checkShadows(document: Document): Finding[] {
  const { ways } = document
  const special = ways.filter(({ row, to }) => row.list === 'special' && to !== null)
  const functional = ways.filter(({ row, to }) => row.list === 'functional' && to !== null)
  const blankets = blanketsOf(document, special)
  const under = functional.filter(({ from }) => from.every((key) => blankets.has(key)))
  return [
    ...shadowed(document, special, []),
    ...takeAll(document, blankets, under),
    ...shadowed(document, functional, special).filter(
      ({ row }) => !under.some((way) => way.row.id === row?.id)
    ),
    ...privacyShadows(document)
  ]
}

/** The special row, for each queue, that takes every case there is there. */
function blanketsOf({ queues, space }: Document, special: readonly Way[]): ReadonlyMap<string, Way> {
  const all = special.filter(({ box }) => isEverything(space, box))
  return new Map(
    queues.map(queueKey).flatMap((key) => {
      const way = all.find(({ from }) => from.includes(key))
      return way ? [[key, way] as const] : []
    })
  )
}

/** One special row that is for everything is one mistake, however many functional rows are under it. */
function takeAll(
  { queues, space }: Document,
  blankets: ReadonlyMap<string, Way>,
  under: readonly Way[]
): Finding[] {
  return [...new Set(blankets.values())].flatMap((way) => {
    const places = way.from.filter(
      (key) => blankets.get(key) === way && under.some(({ from }) => from.includes(key))
    )
    const at = rowAt(way.row.list, way.row.id, way.index, 'when')
    const queue = queues.find((one) => queueKey(one) === places[0])
    if (!queue) return []
    return [error('takes_all', at, { places: places.join(', ') }, exampleIn(space, way.box, queue))]
  })
}

/** Of several rows to one queue the first counts; what special rows (`before`) take never gets to a functional one. */
function shadowed(document: Document, ways: readonly Way[], before: readonly Way[]): Finding[] {
  const { queues } = document
  const alive = thatTake(document, ways, before)
  return ways.flatMap((way, i) => {
    if (alive.has(way) || way.box.classes.length === 0) return []
    const rivals = [...before, ...ways.slice(0, i).filter((one) => isSameTarget(one, way))].filter(
      (one) => meet(one.box, way.box) && one.from.some((key) => way.from.includes(key))
    )
    const places = queues
      .filter((queue) => way.from.includes(queueKey(queue)))
      .map((queue) => ({ queue, rows: rivals.filter(({ from }) => from.includes(queueKey(queue))) }))
    return [
      shadow(document, rowAt(way.row.list, way.row.id, way.index), way.box, places, ({ row }) => row.id)
    ]
  })
}

/** The rows that something is left for in some queue, of all kinds or of those that are `there`. */
export function thatTake(
  { space, queues }: Document,
  ways: readonly Way[],
  before: readonly Way[],
  there?: ReadonlyMap<string, Kinds>
): ReadonlySet<Way> {
  const taking = new Set<Way>()
  for (const key of queues.map(queueKey)) {
    const among = there?.get(key)
    const mine = ways.filter(({ from }) => from.includes(key))
    if (mine.length === 0 || (there && !among)) continue
    const taken = noKinds(space)
    for (const way of before) if (way.from.includes(key)) add(taken, way.box)
    const covers = new Map<string, Kinds>()
    for (const way of mine) {
      const to = way.to ? queueKey(way.to) : ''
      const cover = covers.get(to) ?? taken.slice()
      if (hasLeft(way.box, cover, among)) taking.add(way)
      add(cover, way.box)
      covers.set(to, cover)
    }
  }
  return taking
}

/** Where a shadowed row could have acted, with the rows before it there in the order they are tried. */
export type Place<R> = {
  readonly queue: Queue | undefined
  readonly rows: readonly R[]
  readonly amountMinor?: number
}

/**
 * The finding, naming as few rows as take everything, of those that are first to take something; the example is a case that
 * one of those named takes.
 */
export function shadow<R extends { readonly box: Box }>(
  { space }: Document,
  at: At,
  box: Box,
  places: readonly Place<R>[],
  idOf: (row: R) => string
): Finding {
  const takers = new Set<R>()
  for (const { rows } of places) for (const { row } of firstOf(space, box, rows)) takers.add(row)
  const there = places.map(({ rows }) => new Set(rows))
  const by = needed([...takers], (some) =>
    there.every((rows) => {
      const cover = noKinds(space)
      for (const row of some) if (rows.has(row)) add(cover, row.box)
      return !hasLeft(box, cover)
    })
  )
  const example = shown(space, box, places, by)
  return error('shadowed', at, { by: by.map(idOf).join(', ') }, example)
}

/** The rows that are the first to take some kind of the box, with what they share with it, and what was taken before each. */
function* firstOf<R extends { readonly box: Box }>(space: KindSpace, box: Box, rows: readonly R[]) {
  const before = noKinds(space)
  for (const row of rows) {
    const both = common(box, row.box)
    if (!hasLeft(both, before)) continue
    yield { row, both, before }
    add(before, both)
  }
}

function shown<R extends { readonly box: Box }>(
  space: KindSpace,
  box: Box,
  places: readonly Place<R>[],
  by: readonly R[]
): ExampleCase | null {
  for (const { queue, rows, amountMinor } of places) {
    if (!queue) continue
    for (const { row, both, before } of firstOf(space, box, rows)) {
      if (!by.includes(row)) continue
      const kinds = noKinds(space)
      add(kinds, both, undefined, before)
      return exampleOf(space, kinds, queue, amountMinor)
    }
  }
  return null
}

/** Above so many rows all of them are named: nobody reads which of hundreds could be left out. */
const MOST_WEIGHED = 40

/** The rows it takes: one when one is enough, otherwise as few as leaving out one after the other gives. */
export function needed<T>(rivals: readonly T[], isEnough: (some: readonly T[]) => boolean): readonly T[] {
  const one = rivals.find((each) => isEnough([each]))
  if (one !== undefined) return [one]
  if (rivals.length > MOST_WEIGHED) return rivals
  return rivals.reduce<readonly T[]>((kept, each) => {
    const rest = kept.filter((other) => other !== each)
    return isEnough(rest) ? rest : kept
  }, rivals)
}

function isSameTarget(a: Way, b: Way): boolean {
  return a.to !== null && b.to !== null && isSameQueue(a.to, b.to)
}

/** The first privacy row that matches counts, and only for a public conversation. */
function privacyShadows(document: Document): Finding[] {
  const { matrix, space, queues, lowest } = document
  const cover = noKinds(space)
  const rows = matrix.privacy
    .map((row, index) => ({ row, index, when: { ...row.when, channel: ['social' as const] } }))
    .filter(({ row }) => !row.when.channel || row.when.channel.includes('social'))
    .map((one) => ({ ...one, box: boxOf(space, one.when) }))
  const [queue] = lowest ? queuesAt(queues, [lowest]) : []
  return rows.flatMap(({ row, index, box }, i) => {
    const isAlive = box.classes.length === 0 || hasLeft(box, cover)
    add(cover, box)
    if (isAlive) return []
    const rivals = rows.slice(0, i).filter((one) => meet(one.box, box))
    const at = rowAt('privacy', row.id, index)
    return [shadow(document, at, box, [{ queue, rows: rivals }], (one) => one.row.id)]
  })
}
