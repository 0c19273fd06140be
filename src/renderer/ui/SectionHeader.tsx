import { ChevronDown, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The head of a part of a pane. With `open` and `onToggle` it folds what follows. */
export function SectionHeader({
  title,
  level = 2,
  count,
  actions,
  open,
  onToggle
}: {
  title: ReactNode
  level?: 1 | 2 | 3 | 4 | undefined
  count?: ReactNode
  actions?: ReactNode
  open?: boolean | undefined
  onToggle?: (() => void) | undefined
}) {
  const Heading = `h${level}` as const
  return (
    <div className={`tl-section-head tl-section-head-${level}`}>
      <Heading className="tl-section-title">
        {onToggle ? (
          <button type="button" className="tl-section-fold" aria-expanded={open} onClick={onToggle}>
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            <span className="tl-cut">{title}</span>
          </button>
        ) : (
          <span className="tl-cut">{title}</span>
        )}
      </Heading>
      {count}
      {actions && <div className="tl-section-actions">{actions}</div>}
    </div>
  )
}
