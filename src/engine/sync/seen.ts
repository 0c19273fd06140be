import type { Schedule } from './wire.ts'

const AT_LEAST_EVERY_MS = 1_000
const BYTES = 256 * 1024

/**
 * Says now and then how far this console has stored what it was sent, so that the server may send on: after so many bytes,
 * or a second after the first of them. What is said may be lost; the next says more.
 */
export function createSeen(schedule: Schedule, say: () => void): (bytes: number) => void {
  let waiting = 0
  let planned: (() => void) | undefined
  function now(): void {
    planned?.()
    planned = undefined
    waiting = 0
    say()
  }
  return (bytes) => {
    waiting += bytes
    if (waiting >= BYTES) now()
    else planned ??= schedule(AT_LEAST_EVERY_MS, now)
  }
}
