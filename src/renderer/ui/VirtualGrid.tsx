import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState
} from 'react'
import { type GridCursor, moveGridCursor } from './grid-cursor.ts'

export type VirtualGridHandle = {
  /** Brings a row into view and puts the focus on one of its cells. */
  focusRow: (row: number, cell?: number) => void
}

/** The mark of what the arrows stop at: spread it on each button or field of a row, in order. */
export function gridCell(isCursor: boolean) {
  return { 'data-grid-cell': '', tabIndex: isCursor ? 0 : -1 } as const
}

/** One cell of a row: what stands in it takes the focus, not the cell itself. */
export function GridCell({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its button does
    // biome-ignore lint/a11y/useSemanticElements: the rows are placed one by one, which a table does not allow
    <span role="gridcell" className={className}>
      {children}
    </span>
  )
}

/**
 * Rows of any number and height that hold buttons. It is one stop of the tab key; arrows move between rows and along a
 * row. Alt with an arrow and Delete are the caller's to do. `renderRow` draws `gridcell`s.
 */
export function VirtualGrid({
  label,
  describedBy,
  count,
  keyOf,
  rowHeight,
  held = -1,
  renderRow,
  onMove,
  onRemove,
  ref
}: {
  label: string
  describedBy?: string | undefined
  count: number
  keyOf: (row: number) => string
  /** About how high a row is, before it is measured. */
  rowHeight: number
  /** A row that must stay on the page while it is dragged, or -1. */
  held?: number | undefined
  /** `cell`: the place of the cursor in this row, or -1. */
  renderRow: (row: number, cell: number) => ReactNode
  onMove?: ((row: number, by: -1 | 1) => void) | undefined
  onRemove?: ((row: number) => void) | undefined
  ref?: Ref<VirtualGridHandle> | undefined
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<GridCursor>({ row: 0, cell: 0 })
  const wanted = useRef<GridCursor | null>(null)
  const row = Math.min(cursor.row, count - 1)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 6,
    // The row with the cursor stays on the page, or the focus would be lost with it.
    rangeExtractor: (range) => {
      const kept = [row, held].filter((one) => one >= 0 && one < count)
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b)
    }
  })
  const focus = (to: GridCursor) => {
    wanted.current = to
    setCursor(to)
    virtual.scrollToIndex(to.row, { align: 'auto' })
  }
  useImperativeHandle(ref, () => ({ focusRow: (to, cell = 0) => focus({ row: to, cell }) }))
  // The row may come to the page only with this drawing, or one later: whichever it is, it takes the focus then.
  useLayoutEffect(() => {
    const to = wanted.current
    const cells = to && cellsOf(scroller.current?.querySelector(`[data-index="${to.row}"]`))
    if (!to || !cells || cells.length === 0) return
    wanted.current = null
    cells[Math.min(to.cell, cells.length - 1)]?.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const cell = cellOf(event.target, scroller.current)
    if (!cell) return
    if (event.altKey && onMove && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      return onMove(row, event.key === 'ArrowUp' ? -1 : 1)
    }
    if (event.key === 'Delete' && onRemove) {
      event.preventDefault()
      return onRemove(row)
    }
    const cells = cellsOf(cell.closest('[role=row]')).length
    const to = moveGridCursor({ row, cell: cursor.cell }, event, { rows: count, cells })
    if (!to) return
    event.preventDefault()
    focus(to)
  }
  const enter = (event: FocusEvent<HTMLDivElement>) => {
    const cell = cellOf(event.target, scroller.current)
    const at = cell?.closest<HTMLElement>('[role=row]')
    if (!cell || !at) return
    const next = { row: Number(at.dataset['index']), cell: cellsOf(at).indexOf(cell) }
    if (next.row !== cursor.row || next.cell !== cursor.cell) setCursor(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed one by one, which a table does not allow
    <div
      ref={scroller}
      className="tl-grid"
      role="grid"
      aria-label={label}
      aria-describedby={describedBy}
      aria-rowcount={count}
      onKeyDown={press}
      onFocus={enter}
    >
      <div role="presentation" className="tl-list-all" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the cells of a row take the focus
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={item.key}
            ref={virtual.measureElement}
            role="row"
            aria-rowindex={item.index + 1}
            data-index={item.index}
            className="tl-grid-row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {renderRow(item.index, item.index === row ? cursor.cell : -1)}
          </div>
        ))}
      </div>
    </div>
  )
}

function cellsOf(row: Element | null | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>('[data-grid-cell]') ?? [])]
}

/** What lies over the grid is drawn elsewhere but speaks through it: only its own cells count. */
function cellOf(target: EventTarget, grid: HTMLElement | null): HTMLElement | null {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-grid-cell]') : null
  return cell && grid?.contains(cell) ? cell : null
}
