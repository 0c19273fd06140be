/**
 * The fewest of these steps with which a story still fails, by leaving out ever smaller parts (delta debugging: Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). `fails` says whether the same invariant breaks.
 */
export async function shrink(
  steps: readonly number[],
  fails: (some: readonly number[]) => Promise<boolean>
): Promise<readonly number[]> {
  let kept = steps
  let size = Math.ceil(kept.length / 2)
  while (kept.length > 1) {
    const smaller = await without(kept, size, fails)
    if (smaller) {
      kept = smaller
      size = Math.min(size, Math.ceil(kept.length / 2))
    } else if (size === 1) break
    else size = Math.ceil(size / 2)
  }
  return kept
}

/** The steps without one stretch of `size` that is not needed; undefined when every stretch is. */
async function without(
  steps: readonly number[],
  size: number,
  fails: (some: readonly number[]) => Promise<boolean>
): Promise<readonly number[] | undefined> {
  for (let from = 0; from < steps.length; from += size) {
    const rest = [...steps.slice(0, from), ...steps.slice(from + size)]
    if (rest.length > 0 && (await fails(rest))) return rest
  }
  return undefined
}
