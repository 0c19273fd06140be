import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'

/** A filter or a tag that can be taken away. */
export function Chip({
  children,
  icon,
  remove
}: {
  children: ReactNode
  icon?: ReactNode
  remove?: { label: string; onClick: () => void } | undefined
}) {
  return (
    <span className="tl-chip">
      {icon}
      <span className="tl-cut">{children}</span>
      {remove && (
        <IconButton
          className="tl-chip-remove"
          label={remove.label}
          icon={<X size={12} aria-hidden />}
          onClick={remove.onClick}
        />
      )}
    </span>
  )
}
