import type { Said } from './making.ts'

/** So many of each kind of trouble are told. */
const SHOWN = 4

/** What a run counts, and what went wrong in words. */
export function openTally() {
  const kinds = new Map<string, number>()
  const troubles: string[] = []
  const sums = { messages: 0, applied: 0, refused: 0, unanswered: 0, misshapen: 0, crashes: 0, changes: 0 }
  return {
    kinds,
    troubles,
    sums,
    /** A message of this kind goes out. */
    sent(kind: string): void {
      sums.messages += 1
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    },
    /** `said`: what was sent just before. */
    trouble(what: string, said: readonly Said[]): void {
      const kind = what.replace(/:.*/s, '')
      if (troubles.filter((one) => one.startsWith(kind)).length >= SHOWN) return
      const before = said.map(({ text }) => text.slice(0, 600)).join('\n        ')
      troubles.push(`${what.slice(0, 1_500)}\n  after ${before}`)
    }
  }
}
export type Tally = ReturnType<typeof openTally>
