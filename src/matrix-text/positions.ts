import { type Document, isAlias, isMap, isNode, isScalar, type LineCounter, type Node, visit } from 'yaml'

/** Where something stands, from 1; null where it has no place of its own. */
export type Position = { readonly line: number | null; readonly column: number | null }

const NOWHERE: Position = { line: null, column: null }

/** Finds the place of a path in the text. */
export function positions(
  document: Document,
  lines: LineCounter
): {
  /** Of the value, or of its key. What is missing has no place: then the nearest thing around it has. */
  at(path: readonly PropertyKey[], isKey: boolean): Position
  firstAlias(): Position
  /** Aliases of anchors that do not stand before them. */
  lostAliases(): { readonly name: string; readonly position: Position }[]
} {
  const of = (node: unknown): Position | undefined => {
    if (!isNode(node) || !node.range) return undefined
    const { line, col: column } = lines.linePos(node.range[0])
    return { line, column }
  }
  const get = (path: readonly PropertyKey[]): Node | undefined => {
    let node: unknown = document.contents
    for (const step of path) {
      const behind = isAlias(node) ? node.resolve(document) : node
      node = isNode(behind) && 'get' in behind ? behind.get(step, true) : undefined
    }
    return isNode(node) ? node : undefined
  }
  const keyOf = (path: readonly PropertyKey[]): unknown => {
    const parent = get(path.slice(0, -1))
    const map = isAlias(parent) ? parent.resolve(document) : parent
    const name = path.at(-1)
    if (!isMap(map)) return undefined
    return map.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))?.key
  }
  return {
    at(path, isKey) {
      const exact = of(isKey ? keyOf(path) : get(path))
      if (exact) return exact
      for (let length = path.length - 1; length >= 0; length--) {
        const around = of(get(path.slice(0, length)))
        if (around) return around
      }
      return NOWHERE
    },
    firstAlias() {
      let found: Position | undefined
      visit(document, {
        Alias(_key, node) {
          found = of(node)
          return visit.BREAK
        }
      })
      return found ?? NOWHERE
    },
    lostAliases() {
      const anchors = new Set<string>()
      const lost: { name: string; position: Position }[] = []
      visit(document, {
        Node(_key, node) {
          if (isAlias(node)) {
            if (!anchors.has(node.source)) lost.push({ name: node.source, position: of(node) ?? NOWHERE })
          } else if (node.anchor) anchors.add(node.anchor)
        }
      })
      return lost
    }
  }
}
