import { VisuallyHidden } from './VisuallyHidden.tsx'

/** A number beside a name. `label` says of what, for who cannot see where it stands. */
export function Count({
  value,
  label,
  tone = 'neutral'
}: {
  value: string | number
  label?: string | undefined
  tone?: 'neutral' | 'accent' | 'warning' | 'danger' | undefined
}) {
  return (
    <span className={`tl-count tl-count-${tone}`}>
      <span aria-hidden={label !== undefined || undefined}>{value}</span>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  )
}
