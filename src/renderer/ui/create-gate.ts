/** Lets one thing be under way at a time: what is asked for meanwhile is left undone, for it is the same press again. */
export function createGate(onBusy: (isBusy: boolean) => void): (work: () => unknown) => Promise<void> {
  let isBusy = false
  const turn = (busy: boolean): void => {
    isBusy = busy
    onBusy(busy)
  }
  return async (work) => {
    if (isBusy) return
    turn(true)
    try {
      await work()
    } finally {
      turn(false)
    }
  }
}
