import type { ReactNode } from 'react'

/** The bar on top: search in the middle, what the connection does at the end. */
export function TopBar({ start, center, end }: { start?: ReactNode; center?: ReactNode; end?: ReactNode }) {
  return (
    <header className="tl-topbar">
      <div className="tl-topbar-start">{start}</div>
      <div className="tl-topbar-center">{center}</div>
      <div className="tl-topbar-end">{end}</div>
    </header>
  )
}
