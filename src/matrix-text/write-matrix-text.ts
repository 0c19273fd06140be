import { Document, isCollection, type Node, visit } from 'yaml'
import { Matrix } from '../shared/escalation/matrix.ts'

/** A map or list that fits on a line this long stands on one. */
const SHORT = 96
const STYLE = { lineWidth: 0, indentSeq: true } as const

/** A document as a file: fields in the order of the schema, so that two versions differ only where they differ (MX44). */
export function writeMatrixText(doc: unknown, as: 'yaml' | 'json'): string {
  const ordered = inOrder(doc)
  return as === 'json' ? `${JSON.stringify(ordered, null, 2)}\n` : writeYaml(ordered)
}

/** A draft that is not a matrix yet is written as it is: nothing of it may be lost. */
function inOrder(doc: unknown): unknown {
  const parsed = Matrix.safeParse(doc)
  return parsed.success ? parsed.data : doc
}

function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Collection(_key, node, ancestors) {
      // The document, its root, and the lists in the root stay open; what is in them is as short as it can be.
      const depth = ancestors.filter((one) => isCollection(one)).length
      if (depth < 2 || flowLength(node) > SHORT) return undefined
      node.flow = true
      return visit.SKIP
    }
  })
  return document.toString(STYLE)
}

/** About how long it would be in one line; a text of several lines never fits. */
function flowLength(node: Node): number {
  const value: unknown = node.toJSON()
  const text = JSON.stringify(value)
  return text.includes('\\n') ? Infinity : text.length
}
