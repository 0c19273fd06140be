import type { Person } from '../shared/people/person.ts'

/** Longer than this no timer waits; it looks again then. */
const LONGEST_MS = 24 * 60 * 60_000

type Deps = {
  readonly schedule: (ms: number, work: () => void) => () => void
  readonly serverNow: () => number
  /** Somebody went away, or is back. */
  readonly onTurn: () => void
}

export type AbsenceTurns = { watch(people: readonly Person[]): void; stop(): void }

/** Says when an absence begins or ends by the server's clock: nobody does anything then, and still other people are asked. */
export function createAbsenceTurns({ schedule, serverNow, onTurn }: Deps): AbsenceTurns {
  let cancel = (): void => {}
  function watch(people: readonly Person[]): void {
    cancel()
    cancel = () => {}
    const now = serverNow()
    const next = nextTurn(people, now)
    if (next === undefined) return
    const wait = Math.min(next - now, LONGEST_MS)
    cancel = schedule(wait, () => {
      if (serverNow() >= next) onTurn()
      watch(people)
    })
  }
  return { watch, stop: () => cancel() }
}

/** When who is away next changes, after now (ms); undefined: nobody plans to go or to come back. */
function nextTurn(people: readonly Person[], now: number): number | undefined {
  const turns = people.flatMap(({ away }) => (away ? [away.from, away.until] : [])).filter((at) => at > now)
  return turns.length > 0 ? Math.min(...turns) : undefined
}
