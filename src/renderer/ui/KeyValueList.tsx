import type { ReactNode } from 'react'

/** Facts: a quiet name, and what it is. */
export function KeyValueList({
  items,
  stacked = false
}: {
  items: readonly { id: string; label: ReactNode; value: ReactNode }[]
  /** The value under its name, for long values. */
  stacked?: boolean | undefined
}) {
  return (
    <dl className={stacked ? 'tl-facts tl-facts-stacked' : 'tl-facts'}>
      {items.map((item) => (
        <div key={item.id} className="tl-fact">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
