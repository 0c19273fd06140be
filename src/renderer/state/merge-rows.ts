import type { CaseRow } from '../../shared/protocol/views.ts'

/** A row on the screen. `left`: the case is no longer in this list, and the row only keeps its place. */
export type HeldRow = CaseRow & { readonly left: boolean }

export type Merged = {
  readonly rows: readonly HeldRow[]
  /** How many rows would come in between, and how many would go, if everything were shown as it is now. */
  readonly added: number
  readonly gone: number
}

/** What a list holds now. */
export type Now = {
  /** Its first rows, as far as it was asked for. */
  readonly rows: readonly CaseRow[]
  /** Rows further down that were looked for, because they are on the screen. */
  readonly further: readonly CaseRow[]
  /** Looked for to the end of the list: what was not found has left it. */
  readonly isWhole: boolean
}

/**
 * Brings what the list holds now into the rows on the screen without moving one of them: contents are renewed in
 * place, rows that left stay where they are, and only what belongs after the last row is put there.
 */
export function mergeRows(held: readonly HeldRow[], { rows, further, isWhole }: Now): Merged {
  const known = new Map([...rows, ...further].map((row) => [row.id, row]))
  const heldIds = new Set(held.map((row) => row.id))
  const lastKnown = rows.findLastIndex((row) => heldIds.has(row.id))
  const kept = held.map((row): HeldRow => {
    const found = known.get(row.id)
    if (found) return { ...found, left: false }
    return isWhole ? { ...row, left: true } : row
  })
  const between = rows.slice(0, Math.max(0, lastKnown)).filter((row) => !heldIds.has(row.id))
  const after = rows.slice(lastKnown + 1).map((row): HeldRow => ({ ...row, left: false }))
  return {
    rows: [...kept, ...after],
    added: between.length,
    gone: kept.filter((row) => row.left).length
  }
}
