import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef
} from 'react'
import { classNames } from './class-names.ts'

export type VirtualListHandle = { focus: () => void; scrollToIndex: (index: number) => void }

export type RowState = { active: boolean; selected: boolean }

export type VirtualListProps = {
  label: string
  /** Rows at hand. More may exist: see `total` and `onLoadMore`. */
  count: number
  keyOf: (index: number) => string
  /** Draws a row. It may hold no button, link or field: what a row can do belongs to keys and menus. */
  renderRow: (index: number, state: RowState) => ReactNode
  rowHeight: number
  /** The cursor, or -1. */
  activeIndex: number
  onActiveChange: (index: number) => void
  /** Enter or double click. */
  onOpen?: ((index: number) => void) | undefined
  /** Ticked rows, for bulk work. With `onToggle`, Space and Ctrl-click tick. */
  isSelected?: ((index: number) => boolean) | undefined
  onToggle?: ((index: number) => void) | undefined
  onContextMenu?: ((index: number, at: { x: number; y: number }) => void) | undefined
  /** How many there are in all, when known. */
  total?: number | undefined
  /** Called near the end while there is more; call it again when the rows came. */
  onLoadMore?: (() => void) | undefined
  /** Stands after the last row while more is coming. */
  loadingRow?: ReactNode
  empty?: ReactNode
  ref?: Ref<VirtualListHandle> | undefined
}

/** How near the end asks for more. */
const LOAD_MARGIN = 20

/**
 * A list of any length. Focus stays on the list and a cursor moves in it (arrows, Page keys, Home, End);
 * single keys such as J and K are the caller's, through useShortcuts.
 */
export function VirtualList(props: VirtualListProps) {
  const { count, keyOf, rowHeight, activeIndex, total, onLoadMore, empty, ref } = props
  const base = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 12,
    // The cursor row stays in the page, or aria-activedescendant would point at nothing.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (activeIndex < 0 || activeIndex >= count || shown.includes(activeIndex)) return shown
      return [...shown, activeIndex].sort((a, b) => a - b)
    }
  })
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    scrollToIndex: (index) => virtual.scrollToIndex(index, { align: 'auto' })
  }))
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, virtual])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density is why the rows are measured again
  useEffect(() => virtual.measure(), [rowHeight, virtual])

  const rows = virtual.getVirtualItems()
  const last = virtual.range?.endIndex ?? -1
  const isNearEnd = last >= count - LOAD_MARGIN
  useEffect(() => {
    if (isNearEnd && count > 0) onLoadMore?.()
  }, [isNearEnd, count, onLoadMore])

  if (count === 0 && empty) return <div className="tl-list">{empty}</div>
  return (
    <div
      ref={scroller}
      className="tl-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.onToggle ? true : undefined}
      aria-activedescendant={
        rows.some((row) => row.index === activeIndex) ? `${base}${activeIndex}` : undefined
      }
      onKeyDown={(event) =>
        moveCursor(event, props, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight))
      }
    >
      <div role="presentation" className="tl-list-all" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => (
          <Row
            key={row.key}
            id={`${base}${row.index}`}
            index={row.index}
            top={row.start}
            setSize={total ?? (onLoadMore ? -1 : count)}
            list={props}
          />
        ))}
      </div>
      {onLoadMore && props.loadingRow}
    </div>
  )
}

function Row({
  id,
  index,
  top,
  setSize,
  list
}: {
  id: string
  index: number
  top: number
  setSize: number
  list: VirtualListProps
}) {
  const active = index === list.activeIndex
  const selected = list.isSelected?.(index) ?? false
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its rows
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={list.onToggle ? selected : active}
      aria-posinset={index + 1}
      aria-setsize={setSize}
      className={classNames(
        'tl-list-row',
        active && 'tl-list-row-active',
        selected && 'tl-list-row-selected'
      )}
      style={{ transform: `translateY(${top}px)`, blockSize: list.rowHeight }}
      // Focus belongs to the list, or it would be lost with a row that scrolls away.
      onMouseDown={(event) => {
        event.preventDefault()
        event.currentTarget.closest<HTMLElement>('[role=listbox]')?.focus()
      }}
      onClick={(event) => {
        if (list.onToggle && (event.ctrlKey || event.metaKey)) list.onToggle(index)
        else list.onActiveChange(index)
      }}
      onDoubleClick={() => list.onOpen?.(index)}
      onContextMenu={(event) => {
        if (!list.onContextMenu) return
        event.preventDefault()
        list.onActiveChange(index)
        list.onContextMenu(index, { x: event.clientX, y: event.clientY })
      }}
    >
      {list.renderRow(index, { active, selected })}
    </div>
  )
}

function moveCursor(event: KeyboardEvent, list: VirtualListProps, page: number) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = list.activeIndex
  const moves: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + Math.max(1, page - 1),
    PageUp: at - Math.max(1, page - 1),
    Home: 0,
    End: list.count - 1
  }
  const next = moves[event.key]
  if (next !== undefined) list.onActiveChange(Math.min(list.count - 1, Math.max(0, next)))
  else if (event.key === 'Enter' && at >= 0 && list.onOpen) list.onOpen(at)
  else if (event.key === ' ' && at >= 0 && list.onToggle) list.onToggle(at)
  else return
  event.preventDefault()
}
