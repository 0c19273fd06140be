import type { ReactNode } from 'react'

/** What happened, oldest first. TimelineItems inside. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="tl-timeline" aria-label={label}>
      {children}
    </ol>
  )
}

/** A day, or "new since you looked", across the timeline. */
export function TimelineMark({
  children,
  accent = false
}: {
  children: ReactNode
  accent?: boolean | undefined
}) {
  return (
    <li className={accent ? 'tl-timeline-mark tl-timeline-mark-accent' : 'tl-timeline-mark'}>
      <span>{children}</span>
    </li>
  )
}
