/** Quiet bars where text will be. `label` is what a screen reader hears meanwhile. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number | undefined }) {
  return (
    <div className="tl-skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <span key={line} className="tl-skeleton-line" />
      ))}
    </div>
  )
}
