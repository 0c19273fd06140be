/**
 * What a console holds of a scope, as one number: the sum over its cases of a hash of id and version. Two machines with the
 * same sum hold the same cases at the same versions; adding and taking away is all it takes to keep it. It finds mistakes,
 * not malice: who can forge cases can forge the sum.
 */
export type ScopeSum = number

/** Sums are kept modulo this, so that adding two stays exact in a double and fits an INTEGER of SQLite. */
const MODULUS = 2 ** 48

/** What one case adds to the sum of each scope that sees it: 48 bits out of two 32-bit multiply-and-mix hashes. */
export function markOf(caseId: string, ver: number): number {
  let high = 0x9e3779b9 ^ ver
  let low = 0x85ebca6b + Math.imul(ver, 0xc2b2ae35)
  for (let i = 0; i < caseId.length; i += 1) {
    const code = caseId.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995)
  }
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d) ^ Math.imul(low ^ (low >>> 15), 0x846ca68b)
  low = Math.imul(low ^ (low >>> 13), 0x5bd1e995) ^ Math.imul(high ^ (high >>> 14), 0x1b873593)
  return ((high >>> 16) & 0xffff) * 2 ** 32 + (low >>> 0)
}

export function plus(sum: ScopeSum, mark: number): ScopeSum {
  return (sum + mark) % MODULUS
}

export function minus(sum: ScopeSum, mark: number): ScopeSum {
  return (sum - mark + MODULUS) % MODULUS
}
