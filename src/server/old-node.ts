/** What the database's native part is built on. An older Node has less, and it would end in the middle of opening a file. */
const NEEDED_NAPI = 10

/** Why this server cannot run in a Node of these versions (`process.versions`), undefined when it can. */
export function oldNode({
  node,
  napi
}: {
  readonly node: string
  readonly napi: string
}): string | undefined {
  if (Number(napi) >= NEEDED_NAPI) return undefined
  return `The server needs Node 22.18 or newer; this is Node ${node}.`
}
