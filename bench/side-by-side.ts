/** What one round took of each, in ms. */
export type Round = { readonly ours: number; readonly bare: number }
export type Compared = { readonly ratio: number; readonly oursMs: number; readonly bareMs: number }

export function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

export function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/**
 * Two ways of doing the same thing, in turns and in changing order within one run, so that whatever else this machine is
 * busy with slows both. Of the machine only the ratio of the medians says nothing, and that is what is kept.
 */
export function compare(
  rounds: number,
  ours: (round: number) => void,
  bare: (round: number) => void
): Compared {
  const took: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = timed(() => ours(round))
      took.push({ ours: first, bare: timed(() => bare(round)) })
    } else {
      const first = timed(() => bare(round))
      took.push({ bare: first, ours: timed(() => ours(round)) })
    }
  }
  const oursMs = median(took.map((round) => round.ours))
  const bareMs = median(took.map((round) => round.bare))
  return { ratio: oursMs / bareMs, oursMs, bareMs }
}
