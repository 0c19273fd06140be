/** Waiting for another machine. What is local never needs it. */
export function Spinner({ label, showLabel = false }: { label: string; showLabel?: boolean | undefined }) {
  return (
    <span className="tl-spinner" role="status">
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity="0.25" />
        <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className={showLabel ? undefined : 'tl-visually-hidden'}>{label}</span>
    </span>
  )
}
