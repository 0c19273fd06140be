/** How far. `value` null means that nobody knows. `text` is the same in words: "1,204 of 4,310". */
export function ProgressBar({
  label,
  value,
  max = 1,
  text
}: {
  label: string
  value: number | null
  max?: number | undefined
  text?: string | undefined
}) {
  const part = value === null ? undefined : Math.min(1, Math.max(0, max > 0 ? value / max : 0))
  return (
    <div className="tl-progress">
      <div className="tl-progress-head">
        <span>{label}</span>
        {text && <span className="tl-dim">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}
        aria-valuetext={text}
        className="tl-progress-track"
      >
        <div
          className={part === undefined ? 'tl-progress-fill tl-progress-unknown' : 'tl-progress-fill'}
          style={part === undefined ? undefined : { inlineSize: `${part * 100}%` }}
        />
      </div>
    </div>
  )
}
