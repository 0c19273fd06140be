export type GridCursor = { readonly row: number; readonly cell: number }
type Press = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const PAGE = 10

/** Where an arrow, Home, End or a Page key takes the cursor; null when the key is not about moving. */
export function moveGridCursor(
  { row, cell }: GridCursor,
  { key, ctrlKey, metaKey, altKey }: Press,
  { rows, cells }: { readonly rows: number; readonly cells: number }
): GridCursor | null {
  if (altKey) return null
  const all = ctrlKey || metaKey
  const moves: Partial<Record<string, GridCursor>> = {
    Home: all ? { row: 0, cell: 0 } : { row, cell: 0 },
    End: all ? { row: rows - 1, cell: Number.MAX_SAFE_INTEGER } : { row, cell: cells - 1 },
    ...(!all && {
      ArrowDown: { row: row + 1, cell },
      ArrowUp: { row: row - 1, cell },
      ArrowRight: { row, cell: Math.min(cells - 1, cell + 1) },
      ArrowLeft: { row, cell: cell - 1 },
      PageDown: { row: row + PAGE, cell },
      PageUp: { row: row - PAGE, cell }
    })
  }
  const to = moves[key]
  return to ? { row: Math.max(0, Math.min(rows - 1, to.row)), cell: Math.max(0, to.cell) } : null
}
