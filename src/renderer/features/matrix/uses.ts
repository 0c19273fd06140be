import type { Matrix } from '../../../shared/escalation/matrix.ts'

/** How many rows name each category, or ask for each exception. */
export function usesOf(doc: Matrix, part: 'categories' | 'exceptions'): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const count = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1)
  if (part === 'exceptions') {
    for (const row of doc.hierarchical) if (row.action === 'exception') count(row.exception)
    return uses
  }
  const rows = [doc.special, doc.privacy, doc.functional, doc.hierarchical, doc.automatic].flat()
  for (const { when } of rows) for (const id of when.category ?? []) count(id)
  return uses
}
