import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** A drawn sign with its word: shown beside it, or only spoken and shown on hover. */
export function Sign({
  className,
  label,
  showLabel = false,
  size = 16,
  children
}: {
  className: string
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
  /** Shapes on a 16 x 16 ground. */
  children: ReactNode
}) {
  return (
    <span className={`tl-sign ${className}`} title={showLabel ? undefined : label}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true">
        {children}
      </svg>
      {showLabel ? <span className="tl-cut">{label}</span> : <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  )
}
