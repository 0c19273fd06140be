import type { ReactNode } from 'react'
import { Sign } from './Sign.tsx'

export type StatusShape = 'new' | 'open' | 'pending' | 'on_hold' | 'resolved' | 'closed'

const ring = <circle cx="8" cy="8" r="5.75" stroke="currentColor" strokeWidth="1.75" />
const tick = (
  <path
    d="m5.25 8.25 2 2 3.5-4.25"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
)

const shapes: Record<StatusShape, ReactNode> = {
  new: ring,
  open: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  pending: (
    <>
      {ring}
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  on_hold: (
    <>
      <rect x="4" y="3" width="2.75" height="10" rx="0.75" fill="currentColor" />
      <rect x="9.25" y="3" width="2.75" height="10" rx="0.75" fill="currentColor" />
    </>
  ),
  resolved: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path
        d="m5 8.25 2.1 2.1L11 6"
        stroke="var(--surface-raised)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.25" />
      {tick}
    </>
  )
}

/** A status by shape, colour and word: ring, dot, half dot, bars, check, dim check. */
export function StatusIcon({
  status,
  label,
  showLabel,
  size
}: {
  status: StatusShape
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
}) {
  return (
    <Sign className={`tl-status-${status}`} label={label} showLabel={showLabel} size={size}>
      {shapes[status]}
    </Sign>
  )
}
