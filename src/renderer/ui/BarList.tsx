/** Kinds and how many there are of each, as bars beside each other: the longest first. */
export function BarList({
  label,
  bars
}: {
  label: string
  bars: readonly {
    readonly id: string
    readonly label: string
    readonly count: number
    /** The count as the language writes it. */
    readonly text: string
  }[]
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ul className="tl-bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className="tl-bar">
          <span className="tl-bar-label">{bar.label}</span>
          <span aria-hidden className="tl-bar-track">
            <span className="tl-bar-fill" style={{ inlineSize: `${(bar.count / most) * 100}%` }} />
          </span>
          <span className="tl-bar-count">{bar.text}</span>
        </li>
      ))}
    </ul>
  )
}
