/** What stands at a path, undefined where nothing does. */
export function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as { readonly [key: PropertyKey]: unknown })[step]
        : undefined,
    whole
  )
}
