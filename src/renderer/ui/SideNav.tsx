import type { ReactNode } from 'react'

/** The list of places at the start of the window. NavSections of NavItems inside. */
export function SideNav({
  label,
  collapsed = false,
  footer,
  children
}: {
  label: string
  /** Only icons. */
  collapsed?: boolean | undefined
  footer?: ReactNode
  children: ReactNode
}) {
  return (
    <nav className={collapsed ? 'tl-nav tl-nav-collapsed' : 'tl-nav'} aria-label={label}>
      <div className="tl-nav-body">{children}</div>
      {footer && <div className="tl-nav-foot">{footer}</div>}
    </nav>
  )
}

/** Places that belong together; the label is a quiet heading. */
export function NavSection({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <div className="tl-nav-section">
      {label && <h2 className="tl-nav-label">{label}</h2>}
      <ul>{children}</ul>
    </div>
  )
}
