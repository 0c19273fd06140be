import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

const STEP = 16

/**
 * The edge between two panes: drag it, or focus it and use the arrows (Home and End go to the limits,
 * Enter collapses and opens).
 */
export function Separator({
  label,
  controls,
  axis,
  size,
  min,
  max,
  collapsed,
  side,
  onResize,
  onToggle
}: {
  label: string
  controls: string
  /** `x` stands between columns, `y` between rows. */
  axis: 'x' | 'y'
  size: number
  min: number
  max: number
  collapsed: boolean
  /** The pane it sizes lies before it (`start`) or after it (`end`). */
  side: 'start' | 'end'
  onResize: (size: number) => void
  onToggle: () => void
}) {
  const grip = useRef<{ at: number; size: number } | null>(null)
  const sign = (element: Element) => {
    const isRtl = axis === 'x' && getComputedStyle(element).direction === 'rtl'
    return (side === 'start' ? 1 : -1) * (isRtl ? -1 : 1)
  }
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))))
  const place = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY)
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const step = STEP * sign(event.currentTarget)
    if (event.key === less) resize(size - step)
    else if (event.key === more) resize(size + step)
    else if (event.key === 'Home') resize(min)
    else if (event.key === 'End') resize(max)
    else if (event.key === 'Enter') onToggle()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be a splitter that moves
    <div
      role="separator"
      tabIndex={0}
      className={`tl-separator tl-separator-${axis} tl-separator-${side}`}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuemin={0}
      aria-valuemax={Math.round(max)}
      aria-valuenow={collapsed ? 0 : Math.round(size)}
      onKeyDown={onKeyDown}
      onDoubleClick={onToggle}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { at: place(event), size: collapsed ? 0 : size }
      }}
      onPointerMove={(event) => {
        if (!grip.current) return
        const moved = (place(event) - grip.current.at) * sign(event.currentTarget)
        if (moved !== 0) resize(grip.current.size + moved)
      }}
      onPointerUp={() => {
        grip.current = null
      }}
      onPointerCancel={() => {
        grip.current = null
      }}
    />
  )
}
