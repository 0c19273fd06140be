import { type CSSProperties, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { Separator } from './Separator.tsx'

export type PaneSizes = { start: number; end: number }
export type PanesCollapsed = { start: boolean; end: boolean }
type Layout = 'wide' | 'medium' | 'narrow'

const MIN = 220
const MAIN_MIN = 380
const NARROW = 720
const NARROW_START = { size: 260, min: 120, max: 560 }

/**
 * List, case, context, side by side. Where there is no room (or at 200 % zoom) the context goes under the
 * case, and then the list goes over it. Sizes and what is collapsed belong to the caller, who keeps them.
 */
export function Panes({
  start,
  main,
  end,
  sizes,
  collapsed,
  onSizes,
  onCollapsed,
  labels
}: {
  start: ReactNode
  main: ReactNode
  /** Without it there are two panes. */
  end?: ReactNode
  sizes: PaneSizes
  collapsed: PanesCollapsed
  onSizes: (sizes: PaneSizes) => void
  onCollapsed: (collapsed: PanesCollapsed) => void
  /** Names of the panes, and of the edges between them. */
  labels: { start: string; main: string; end: string; startEdge: string; endEdge: string }
}) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [narrowHeight, setNarrowHeight] = useState(NARROW_START.size)
  const layout = layoutOf(width, sizes, collapsed, Boolean(end))
  const isNarrow = layout === 'narrow'
  const taken = layout === 'wide' && end && !collapsed.end ? sizes.end : 0
  const startMax = Math.max(MIN, width - taken - MAIN_MIN)
  const endMax = Math.max(MIN, width - (collapsed.start ? 0 : sizes.start) - MAIN_MIN)
  const look = {
    '--start': `${isNarrow ? narrowHeight : Math.min(sizes.start, startMax)}px`,
    '--end': `${Math.min(sizes.end, endMax)}px`
  } as CSSProperties
  const toggle = (which: 'start' | 'end') => onCollapsed({ ...collapsed, [which]: !collapsed[which] })
  const resize = (which: 'start' | 'end', size: number) => {
    if (collapsed[which]) onCollapsed({ ...collapsed, [which]: false })
    onSizes({ ...sizes, [which]: size })
  }
  return (
    <div ref={box} className={`tl-panes tl-panes-${layout}`} style={look}>
      <section
        id={`${id}-start`}
        className="tl-pane tl-pane-start"
        aria-label={labels.start}
        hidden={collapsed.start}
      >
        {start}
      </section>
      <Separator
        label={labels.startEdge}
        controls={`${id}-start`}
        side="start"
        collapsed={collapsed.start}
        onToggle={() => toggle('start')}
        {...(isNarrow
          ? { ...NARROW_START, axis: 'y', size: narrowHeight, onResize: setNarrowHeight }
          : {
              axis: 'x',
              size: sizes.start,
              min: MIN,
              max: startMax,
              onResize: (size) => resize('start', size)
            })}
      />
      <section id={`${id}-main`} className="tl-pane tl-pane-main" aria-label={labels.main}>
        {main}
      </section>
      {end && (
        <>
          {layout === 'wide' && (
            <Separator
              label={labels.endEdge}
              controls={`${id}-end`}
              side="end"
              axis="x"
              size={sizes.end}
              min={MIN}
              max={endMax}
              collapsed={collapsed.end}
              onResize={(size) => resize('end', size)}
              onToggle={() => toggle('end')}
            />
          )}
          <section
            id={`${id}-end`}
            className="tl-pane tl-pane-end"
            aria-label={labels.end}
            hidden={collapsed.end}
          >
            {end}
          </section>
        </>
      )}
    </div>
  )
}

function layoutOf(width: number, sizes: PaneSizes, collapsed: PanesCollapsed, hasEnd: boolean): Layout {
  if (width < NARROW) return 'narrow'
  const wanted =
    (collapsed.start ? 0 : Math.min(sizes.start, 320)) + (collapsed.end || !hasEnd ? 0 : MIN) + MAIN_MIN
  return width < wanted ? 'medium' : 'wide'
}

function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(1280)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])
  return width
}
