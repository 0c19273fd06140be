import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger' | 'note'

/** A word about the thing beside it. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
  title
}: {
  tone?: Tone | undefined
  icon?: ReactNode
  children: ReactNode
  title?: string | undefined
}) {
  return (
    <span className={`tl-badge tl-badge-${tone}`} title={title}>
      {icon}
      <span className="tl-cut">{children}</span>
    </span>
  )
}
