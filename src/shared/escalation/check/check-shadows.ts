import { isSameQueue, type Queue, queueKey } from '../../people/queue.ts'
import type { Finding } from '../finding.ts'
import { type At, type Document, error, queuesAt, rowAt } from './document.ts'
import { add, type Box, boxOf, exampleIn, hasLeft, type Kinds, meet, noKinds } from './kinds.ts'
import { specialAt, type Way } from './ways.ts'

/** A row that never gets its turn, because rows before it take every kind of case it is for, alone or together (MX8). */
export function checkShadows(document: Document): Finding[] {
  const { ways } = document
  const special = ways.filter(({ row, to }) => row.list === 'special' && to !== null)
  const functional = ways.filter(({ row, to }) => row.list === 'functional' && to !== null)
  return [
    ...shadowed(document, special, () => noKinds(document.space), []),
    ...shadowed(document, functional, (key) => specialAt(ways, key, document.space), special),
    ...privacyShadows(document)
  ]
}

/** Of several rows to one queue the first counts; what special rows take never gets to a functional one. */
function shadowed(
  document: Document,
  ways: readonly Way[],
  takenAt: (key: string) => Kinds,
  before: readonly Way[]
): Finding[] {
  const alive = new Set<Way>()
  for (const queue of document.queues) {
    const key = queueKey(queue)
    const mine = ways.filter(({ from }) => from.includes(key))
    const taken = mine.length > 0 ? takenAt(key) : noKinds(document.space)
    const covers = new Map<string, Kinds>()
    for (const way of mine) {
      const to = way.to ? queueKey(way.to) : ''
      const cover = covers.get(to) ?? taken.slice()
      if (hasLeft(way.box, cover)) alive.add(way)
      add(cover, way.box)
      covers.set(to, cover)
    }
  }
  return ways.flatMap((way, i) => {
    if (alive.has(way) || way.box.classes.length === 0) return []
    const rivals = [...before, ...ways.slice(0, i).filter((one) => isSameTarget(one, way))].filter(
      (one) => meet(one.box, way.box) && one.from.some((key) => way.from.includes(key))
    )
    const by = needed(rivals, (some) => way.from.every((key) => takeAll(document, some, way.box, key)))
    const queue = document.queues.find((one) => queueKey(one) === way.from[0])
    return [
      shadow(
        document,
        rowAt(way.row.list, way.row.id, way.index),
        by.map(({ row }) => row),
        way.box,
        queue
      )
    ]
  })
}

/** Whether these rows take every kind of the box in a queue. */
function takeAll({ space }: Document, ways: readonly Way[], box: Box, key: string): boolean {
  const cover = noKinds(space)
  for (const way of ways) if (way.from.includes(key)) add(cover, way.box)
  return !hasLeft(box, cover)
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

/** `by`: the rows before it, by their ids. */
export function shadow(
  { space }: Document,
  at: At,
  by: readonly { readonly id: string }[],
  box: Box,
  queue: Queue | undefined,
  amountMinor?: number
): Finding {
  const example = queue ? exampleIn(space, box, queue, amountMinor) : null
  return error('shadowed', at, { by: by.map(({ id }) => id).join(', ') }, example)
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
    const by = needed(rivals, (some) => {
      const these = noKinds(space)
      for (const one of some) add(these, one.box)
      return !hasLeft(box, these)
    }).map((one) => one.row)
    return [shadow(document, rowAt('privacy', row.id, index), by, box, queue)]
  })
}
