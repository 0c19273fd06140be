import type { CaseRow } from '../../shared/protocol/views.ts'

/** A row on the screen. `left`: the case is no longer in this list, and the row only keeps its place. */
export type HeldRow = CaseRow & { readonly left: boolean }

export type Merged = {
  readonly rows: readonly HeldRow[]
  /** How many rows would come in between, and how many would go, if everything were shown as it is now. */
  readonly added: number
  readonly gone: number
  /** The held rows stand in another order than the list has now. */
  readonly moved: boolean
}

/**
 * Brings what the list holds now into the rows on the screen without moving one of them: contents are renewed in
 * place, rows that left stay where they are, and only what belongs after the last row is put there.
 * `isWhole`: `now` goes to the end of the list, so a row that is not in it has left.
 */
export function mergeRows(held: readonly HeldRow[], now: readonly CaseRow[], isWhole: boolean): Merged {
  const places = new Map(now.map((row, place) => [row.id, place]))
  const lastKnown = Math.max(-1, ...held.map((row) => places.get(row.id) ?? -1))
  const lastHeld = held.findLastIndex((row) => places.has(row.id))
  const kept = held.map((row, index): HeldRow => {
    const found = now[places.get(row.id) ?? -1]
    if (found) return { ...found, left: false }
    // Past the end of what was asked for: nobody knows, so nothing is said.
    return isWhole || index < lastHeld ? { ...row, left: true } : row
  })
  const heldIds = new Set(held.map((row) => row.id))
  const unheld = now.filter((row) => !heldIds.has(row.id))
  const after = unheld.filter((row) => (places.get(row.id) ?? -1) > lastKnown)
  // Rows of unknown standing at the end: what comes would have to go before them.
  const appended = lastHeld === held.length - 1 || isWhole ? after : []
  const order = held.map((row) => places.get(row.id) ?? -1).filter((place) => place >= 0)
  return {
    rows: [...kept, ...appended.map((row): HeldRow => ({ ...row, left: false }))],
    added: unheld.length - appended.length,
    gone: kept.filter((row) => row.left).length,
    moved: order.some((place, index) => place < (order[index - 1] ?? -1))
  }
}
