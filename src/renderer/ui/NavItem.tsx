import type { ReactNode } from 'react'
import { Count } from './Count.tsx'

/** One place in SideNav. */
export function NavItem({
  icon,
  label,
  count,
  countLabel,
  countTone,
  aside,
  title = label,
  current = false,
  onClick
}: {
  icon?: ReactNode
  label: string
  count?: string | number | undefined
  countLabel?: string | undefined
  countTone?: 'neutral' | 'accent' | 'warning' | 'danger' | undefined
  /** A quiet second number, before the count. */
  aside?: ReactNode
  /** What hovering says, when it is more than the label. */
  title?: string | undefined
  current?: boolean | undefined
  onClick: () => void
}) {
  return (
    <li>
      <button
        type="button"
        className="tl-nav-item"
        aria-current={current ? 'page' : undefined}
        title={title}
        onClick={onClick}
      >
        {icon && <span className="tl-nav-icon">{icon}</span>}
        <span className="tl-nav-text">{label}</span>
        {aside && <span className="tl-nav-aside">{aside}</span>}
        {count !== undefined && <Count value={count} label={countLabel} tone={countTone ?? 'neutral'} />}
      </button>
    </li>
  )
}
