import type { Pushed, Welcome } from '../../../src/shared/protocol/sync.ts'
import {
  heardPushed,
  heardWelcome,
  helloOf,
  newSeat,
  opsOf,
  pushOf,
  type Seat,
  sitDown
} from '../fuzz/seat.ts'

/** Somebody who writes: whose key, and where. */
export type Writer = { readonly seat: Seat; readonly caseIds: readonly string[] }

const TICK_MS = 40
let ids = 0

export function makeWriter(personId: string, token: string, caseIds: readonly string[]): Writer {
  return { seat: newSeat(personId, `writer-of-${personId}`, token), caseIds }
}

/**
 * Writes so many notes a second for so long, in turn, several in one message where they come quicker than the answers. Gives how
 * many were taken.
 */
export async function write(
  writers: readonly Writer[],
  url: string,
  rate: number,
  ms: number
): Promise<number> {
  for (const { seat } of writers) await sitDown(seat, url)
  const from = performance.now()
  const owed = writers.map(() => 0)
  const busy = new Set<number>()
  let taken = 0
  let turn = 0
  const underWay: Promise<void>[] = []
  while (performance.now() < from + ms) {
    for (; turn < (rate * (performance.now() - from)) / 1_000; turn += 1) {
      const next = turn % writers.length
      owed[next] = (owed[next] ?? 0) + 1
    }
    for (const [index, writer] of writers.entries()) {
      const count = Math.min(60, owed[index] ?? 0)
      if (count === 0 || busy.has(index)) continue
      owed[index] = (owed[index] ?? 0) - count
      busy.add(index)
      underWay.push(
        send(writer, count).then((done) => {
          taken += done
          busy.delete(index)
        })
      )
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  await Promise.all(underWay)
  return taken
}

async function send({ seat, caseIds }: Writer, count: number): Promise<number> {
  const { line } = seat
  if (!line) return 0
  const commands = Array.from({ length: count }, () => {
    ids += 1
    return {
      type: 'case.note',
      caseId: caseIds[ids % caseIds.length],
      body: `${ids}: she called again about the second charge.`
    }
  })
  const ops = opsOf(seat, commands, () => `load-${process.pid}-${++ids}`)
  const pushed = (await line.ask('sync:push', pushOf(seat, ops))) as Pushed | undefined
  heardPushed(seat, ops, pushed)
  if (seat.isLost) heardWelcome(seat, (await line.ask('sync:hello', helloOf(seat))) as Welcome | undefined)
  return pushed?.results.filter(({ outcome }) => outcome === 'applied').length ?? 0
}
