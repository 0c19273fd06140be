import { ArrowLeftRight, ChevronRight, CornerDownLeft, FastForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type TierHop = {
  id: string
  label: string
  /** What is worth seeing about this hop: it bounced again, it was sent back, it skipped a tier. */
  mark?: 'ping_pong' | 'returned' | 'skipped' | undefined
  /** The words of the mark; needed with it. */
  markLabel?: string | undefined
  title?: string | undefined
}

const marks: Record<NonNullable<TierHop['mark']>, ReactNode> = {
  ping_pong: <ArrowLeftRight size={12} aria-hidden />,
  returned: <CornerDownLeft size={12} aria-hidden />,
  skipped: <FastForward size={12} aria-hidden />
}

/** The way a case went, "L1 › L2 Billing › L3 Core". The last hop is where it is now. */
export function TierPath({ label, hops }: { label: string; hops: readonly TierHop[] }) {
  return (
    <ol className="tl-path" aria-label={label}>
      {hops.map((hop, place) => (
        <li
          key={hop.id}
          className={place === hops.length - 1 ? 'tl-hop tl-hop-now' : 'tl-hop'}
          aria-current={place === hops.length - 1 ? 'step' : undefined}
          title={hop.title}
        >
          {place > 0 && <ChevronRight size={12} aria-hidden className="tl-hop-arrow" />}
          <span className="tl-hop-name">{hop.label}</span>
          {hop.mark && (
            <span className={`tl-hop-mark tl-hop-${hop.mark}`} title={hop.markLabel}>
              {marks[hop.mark]}
              <VisuallyHidden>{hop.markLabel}</VisuallyHidden>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
