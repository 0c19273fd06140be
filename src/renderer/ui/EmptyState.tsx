import type { ReactNode } from 'react'

/** What would be here, and the one useful thing to do. */
export function EmptyState({
  icon,
  title,
  text,
  action
}: {
  icon?: ReactNode
  title: ReactNode
  text?: ReactNode
  /** One Button. */
  action?: ReactNode
}) {
  return (
    <div className="tl-empty">
      {icon && <div className="tl-empty-icon">{icon}</div>}
      <p className="tl-empty-title">{title}</p>
      {text && <p className="tl-empty-text">{text}</p>}
      {action}
    </div>
  )
}
