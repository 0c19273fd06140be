import type { ReactNode } from 'react'

/** One figure of a wallboard. With `onClick` it opens the cases behind it. */
export function Stat({
  label,
  value,
  hint,
  tone = 'neutral',
  onClick
}: {
  label: string
  value: string | number
  hint?: ReactNode
  tone?: 'neutral' | 'warning' | 'danger' | 'positive' | undefined
  onClick?: (() => void) | undefined
}) {
  const face = (
    <>
      <span className="tl-stat-label">{label}</span>
      <span className="tl-stat-value">{value}</span>
      {hint && <span className="tl-stat-hint">{hint}</span>}
    </>
  )
  const look = `tl-stat tl-stat-${tone}`
  if (!onClick) return <div className={look}>{face}</div>
  return (
    <button type="button" className={look} onClick={onClick}>
      {face}
    </button>
  )
}
