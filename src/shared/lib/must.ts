/** Takes `undefined` and `null` away from a value that cannot be missing. Throws when it is: that is a bug, not a refusal. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`impossible: no ${what}`)
  return value
}

/** Ends a switch that has covered every member; does not compile when one is forgotten. */
export function unreachable(value: never): never {
  throw new Error(`impossible: ${JSON.stringify(value)}`)
}
