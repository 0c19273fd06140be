import type { ReactNode } from 'react'

/** Said by a screen reader, not drawn. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string | undefined }) {
  return (
    <span className="tl-visually-hidden" id={id}>
      {children}
    </span>
  )
}
