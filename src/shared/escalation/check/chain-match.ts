/**
 * Who can decide what, as groups of people who are alike: how many can decide exactly these steps. A step is a bit, the
 * first one the lowest.
 */
export type Groups = ReadonlyMap<number, number>

/** Groups of who can decide each step. */
export function groupsOf<T>(steps: readonly ReadonlySet<T>[]): {
  groups: Groups
  of: ReadonlyMap<T, number>
} {
  const of = new Map<T, number>()
  for (const [step, people] of steps.entries())
    for (const one of people) of.set(one, (of.get(one) ?? 0) | (1 << step))
  const groups = new Map<number, number>()
  for (const can of of.values()) groups.set(can, (groups.get(can) ?? 0) + 1)
  return { groups, of }
}

/**
 * The first step that nobody is left for when every one before it is decided by somebody else, chosen as well as possible;
 * undefined when each has somebody. `without`: one of this group is not there. Each step gets a group by looking for one that
 * has somebody free, or whose step another group can take: no more than steps x steps x groups looks.
 */
export function stuckAt(groups: Groups, steps: number, without = 0): number | undefined {
  const groupOf = new Map<number, number>()
  const isFree = (group: number, many: number): boolean => {
    const taken = [...groupOf.values()].filter((one) => one === group).length
    return taken < many - (group === without ? 1 : 0)
  }
  const place = (step: number, seen: Set<number>): boolean => {
    for (const [group, many] of groups) {
      if (((group >> step) & 1) === 0 || seen.has(group)) continue
      seen.add(group)
      const theirs = [...groupOf].flatMap(([other, one]) => (one === group ? [other] : []))
      if (isFree(group, many) || theirs.some((other) => place(other, seen))) {
        groupOf.set(step, group)
        return true
      }
    }
    return false
  }
  for (let step = 0; step < steps; step++) if (!place(step, new Set())) return step
  return undefined
}
