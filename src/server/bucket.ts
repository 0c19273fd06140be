/** Lets `capacity` through at once and `perSecond` from then on. */
export type Bucket = {
  /** 0: come in. Otherwise how many ms to wait. */
  take(now: number): number
}

export function makeBucket(capacity: number, perSecond: number): Bucket {
  let left = capacity
  let last = Number.NEGATIVE_INFINITY
  return {
    take(now) {
      // A clock that is set back fills nothing, and does not shut the door either: it counts from there.
      if (now > last) left = Math.min(capacity, left + ((now - last) / 1000) * perSecond)
      last = now
      if (left < 1) return Math.ceil(((1 - left) / perSecond) * 1000)
      left -= 1
      return 0
    }
  }
}

/** One bucket per name, the names that came last. */
export function makeBuckets(capacity: number, perSecond: number, names = 10_000) {
  const kept = new Map<string, Bucket>()
  return {
    take(name: string, now: number): number {
      const bucket = kept.get(name) ?? makeBucket(capacity, perSecond)
      kept.delete(name)
      kept.set(name, bucket)
      const [oldest] = kept.keys()
      if (kept.size > names && oldest !== undefined) kept.delete(oldest)
      return bucket.take(now)
    }
  }
}
