import type { ReactNode } from 'react'

/** A part that scrolls by itself and can be reached with the keyboard to do so. Lists have their own. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="tl-scroll tl-grow tl-scroll-area" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
