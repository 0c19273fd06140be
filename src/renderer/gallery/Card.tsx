import type { ReactNode } from 'react'

/** One exhibit. */
export function Card({
  name,
  wide,
  children
}: {
  name: string
  wide?: boolean | undefined
  children: ReactNode
}) {
  return (
    <section className={wide ? 'gallery-card gallery-wide' : 'gallery-card'} aria-label={name}>
      <h3 className="gallery-name">{name}</h3>
      {children}
    </section>
  )
}
