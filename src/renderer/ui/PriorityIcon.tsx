import type { ReactNode } from 'react'
import { Sign } from './Sign.tsx'

export type PriorityShape = 'urgent' | 'high' | 'normal' | 'low'

const bar = (x: number, top: number, lit: boolean) => (
  <rect
    key={x}
    x={x}
    y={top}
    width="3"
    height={13.5 - top}
    rx="0.75"
    fill="currentColor"
    opacity={lit ? 1 : 0.28}
  />
)

const shapes: Record<PriorityShape, ReactNode> = {
  urgent: (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="3" fill="currentColor" />
      <path d="M8 4.75v4" stroke="var(--surface-raised)" strokeWidth="2" strokeLinecap="round" />
      <circle cx="8" cy="11.4" r="1.1" fill="var(--surface-raised)" />
    </>
  ),
  high: [bar(2, 9.5, true), bar(6.5, 6, true), bar(11, 2.5, true)],
  normal: [bar(2, 9.5, true), bar(6.5, 6, true), bar(11, 2.5, false)],
  low: [bar(2, 9.5, true), bar(6.5, 6, false), bar(11, 2.5, false)]
}

/** How pressing: a filled mark for urgent, three bars, two, one. */
export function PriorityIcon({
  priority,
  label,
  showLabel,
  size
}: {
  priority: PriorityShape
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
}) {
  return (
    <Sign className={`tl-priority-${priority}`} label={label} showLabel={showLabel} size={size}>
      {shapes[priority]}
    </Sign>
  )
}
