import type { ReactNode } from 'react'
import { Sign } from './Sign.tsx'

export type SyncShape = 'saved' | 'sent' | 'confirmed' | 'refused'

const line = {
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round'
} as const

const shapes: Record<SyncShape, ReactNode> = {
  // A tick drawn as an outline: it is done here, nobody else knows yet.
  saved: (
    <path
      d="M2.6 8.4 4 7l2.9 2.9L12 4.6l1.4 1.4-6.5 6.7z"
      stroke="currentColor"
      strokeWidth="1.1"
      strokeLinejoin="round"
    />
  ),
  sent: <path d="m3.5 8.5 3.2 3.2L12.5 5" {...line} />,
  confirmed: (
    <>
      <path d="m1 8.6 3.1 3.1L9.6 5" {...line} />
      <path d="m7.6 11 .9.7L14.6 5" {...line} />
    </>
  ),
  refused: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="currentColor" />
      <path
        d="m5.75 5.75 4.5 4.5m0-4.5-4.5 4.5"
        stroke="var(--surface-raised)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  )
}

/** How far an action got: saved here, sent, confirmed, refused. A refusal opens its review. */
export function SyncTick({
  state,
  label,
  showLabel,
  onReview
}: {
  state: SyncShape
  label: string
  showLabel?: boolean | undefined
  onReview?: (() => void) | undefined
}) {
  const sign = (
    <Sign className={`tl-sync-${state}`} label={label} showLabel={showLabel}>
      {shapes[state]}
    </Sign>
  )
  if (!onReview) return sign
  return (
    <button type="button" className="tl-sync-review" onClick={onReview}>
      {sign}
    </button>
  )
}
