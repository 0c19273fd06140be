/** Several may be at it at once, or one alone. */
export type Turns = {
  /** Waits while somebody is alone, and does it together with others. */
  together<T>(work: () => Promise<T>): Promise<T>
  /** Waits until nobody else is at it, and does it while nobody else begins. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

export function makeTurns(): Turns {
  const underWay = new Set<Promise<unknown>>()
  let isTaken = false
  const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))
  return {
    async together(work) {
      while (isTaken) await aMoment()
      const working = work()
      underWay.add(working)
      try {
        return await working
      } finally {
        underWay.delete(working)
      }
    },
    async alone(work) {
      while (isTaken) await aMoment()
      isTaken = true
      try {
        await Promise.allSettled(underWay)
        return await work()
      } finally {
        isTaken = false
      }
    }
  }
}
