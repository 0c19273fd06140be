import type { Queue } from '../../people/queue.ts'
import type { ExampleCase } from '../finding.ts'
import { Channel, Flag, type Matrix, Priority, Segment, type When } from '../matrix.ts'

/*
 * Sets of kinds of cases, exact and without listing the product: categories that no row tells apart are one class, and a
 * class has a word of 32 bits for each priority, channel and segment; a bit is one of the 32 sets of flags a case can carry.
 */

const CELLS = Priority.options.flatMap((priority) =>
  Channel.options.flatMap((channel) => Segment.options.map((segment) => ({ priority, channel, segment })))
)
const FLAG_SETS = Array.from({ length: 2 ** Flag.options.length }, (_, set) =>
  Flag.options.filter((_flag, bit) => (set >> bit) & 1)
)

/** Any set of kinds of cases. */
export type Kinds = Uint32Array<ArrayBuffer>

/** What one condition matches: every pair of a class and a cell listed, with one of the sets of flags. */
export type Box = {
  readonly classes: readonly number[]
  readonly cells: readonly number[]
  readonly flags: number
}

/** The categories of a document in classes that its rows do not tell apart. */
export type KindSpace = {
  readonly classes: readonly (readonly string[])[]
  readonly classOf: ReadonlyMap<string, number>
  /** What amounts of examples are in. */
  readonly currency: string
}

export function spaceOf(matrix: Matrix): KindSpace {
  const lists = [matrix.special, matrix.privacy, matrix.functional, matrix.hierarchical, matrix.automatic]
    .flat()
    .flatMap(({ when }) => (when.category ? [new Set(when.category)] : []))
  const classes = new Map<string, string[]>()
  for (const { id } of matrix.categories) {
    const key = lists.map((list) => (list.has(id) ? '1' : '0')).join('')
    classes.set(key, [...(classes.get(key) ?? []), id])
  }
  const listed = [...classes.values()]
  return {
    classes: listed,
    classOf: new Map(listed.flatMap((ids, at) => ids.map((id) => [id, at] as const))),
    currency: matrix.currency
  }
}

export function boxOf(space: KindSpace, when: When): Box {
  const classes = when.category
    ? [...new Set(when.category.flatMap((id) => space.classOf.get(id) ?? []))].sort((a, b) => a - b)
    : space.classes.map((_, at) => at)
  const cells = CELLS.flatMap(({ priority, channel, segment }, at) =>
    (!when.priority || when.priority.includes(priority)) &&
    (!when.channel || when.channel.includes(channel)) &&
    (!when.segment || when.segment.includes(segment))
      ? [at]
      : []
  )
  const fits = (set: readonly Flag[]) => !when.flags || when.flags.some((flag) => set.includes(flag))
  const flags = FLAG_SETS.reduce((bits, set, at) => (fits(set) ? bits | (1 << at) : bits), 0)
  return { classes, cells, flags: flags >>> 0 }
}

export function noKinds(space: KindSpace): Kinds {
  return new Uint32Array(space.classes.length * CELLS.length)
}

export function allKinds(space: KindSpace): Kinds {
  return noKinds(space).fill(0xffff_ffff)
}

/** Adds what is in the box, of `among` when that is given, and not in `without`. Says whether anything came in. */
export function add(into: Kinds, box: Box, among?: Kinds, without?: Kinds): boolean {
  let isMore = false
  for (const one of box.classes) {
    for (const cell of box.cells) {
      const at = one * CELLS.length + cell
      const before = into[at] ?? 0
      const after = (before | (box.flags & (among ? (among[at] ?? 0) : -1) & ~(without?.[at] ?? 0))) >>> 0
      if (after === before) continue
      into[at] = after
      isMore = true
    }
  }
  return isMore
}

/** Adds every kind that is one of these but for its priority and flags, which people and rows set while they work on a case. */
export function addLater(kinds: Kinds): void {
  const rest = CELLS.length / Priority.options.length
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === 0) continue
    const first = at - (at % CELLS.length) + (at % rest)
    for (let one = 0; one < Priority.options.length; one++) kinds[first + one * rest] = 0xffff_ffff
  }
}

/** Adds to `into` these kinds as they are with another priority, of those in `among`. */
export function addWithPriority(into: Kinds, these: Kinds, among: Kinds, priority: Priority): void {
  const rest = CELLS.length / Priority.options.length
  const row = Priority.options.indexOf(priority) * rest
  for (let at = 0; at < these.length; at++) {
    const to = at - (at % CELLS.length) + row + (at % rest)
    into[to] = ((into[to] ?? 0) | ((these[at] ?? 0) & (among[at] ?? 0))) >>> 0
  }
}

/** Whether it is every kind there is. */
export function isEverything(space: KindSpace, { classes, cells, flags }: Box): boolean {
  return classes.length === space.classes.length && cells.length === CELLS.length && flags === 0xffff_ffff
}

/** What of these kinds is not in those. */
export function minus(these: Kinds, those: Kinds): Kinds {
  return these.map((bits, at) => bits & ~(those[at] ?? 0))
}

export function isNone(kinds: Kinds): boolean {
  return kinds.every((bits) => bits === 0)
}

/** Whether two conditions have a kind in common. */
export function meet(a: Box, b: Box): boolean {
  return (
    (a.flags & b.flags) !== 0 &&
    a.cells.some((cell) => b.cells.includes(cell)) &&
    a.classes.some((one) => b.classes.includes(one))
  )
}

/** What two conditions have in common. */
export function common(a: Box, b: Box): Box {
  const cells = new Set(b.cells)
  const classes = new Set(b.classes)
  return {
    classes: a.classes.filter((one) => classes.has(one)),
    cells: a.cells.filter((cell) => cells.has(cell)),
    flags: (a.flags & b.flags) >>> 0
  }
}

/** Whether every kind of `inner` is in `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    (inner.flags & ~outer.flags) === 0 &&
    inner.cells.every((cell) => outer.cells.includes(cell)) &&
    inner.classes.every((one) => outer.classes.includes(one))
  )
}

/** Whether the box has a kind that is in `among` (all, when not given) and not in `without`. */
export function hasLeft(box: Box, without?: Kinds, among?: Kinds): boolean {
  return box.classes.some((one) =>
    box.cells.some((cell) => {
      const at = one * CELLS.length + cell
      return (box.flags & (among ? (among[at] ?? 0) : -1) & ~(without?.[at] ?? 0)) !== 0
    })
  )
}

/** A kind of the set in a queue, as plain as there is one: few flags, the first of the listed values. */
export function exampleOf(
  space: KindSpace,
  kinds: Kinds,
  queue: Queue,
  amountMinor?: number
): ExampleCase | null {
  const at = kinds.findIndex((bits) => bits !== 0)
  const cell = CELLS[at % CELLS.length]
  const category = space.classes[Math.floor(at / CELLS.length)]?.[0]
  if (at < 0 || !cell || category === undefined) return null
  const sets = FLAG_SETS.filter((_, bit) => ((kinds[at] ?? 0) >>> bit) & 1)
  const flags = sets.reduce((fewest, set) => (set.length < fewest.length ? set : fewest))
  return {
    queue,
    category,
    ...cell,
    flags,
    ...(amountMinor !== undefined && { amountMinor, currency: space.currency })
  }
}

/** A kind of the box as an example. */
export function exampleIn(
  space: KindSpace,
  box: Box,
  queue: Queue,
  amountMinor?: number
): ExampleCase | null {
  const kinds = noKinds(space)
  add(kinds, box)
  return exampleOf(space, kinds, queue, amountMinor)
}
