import { Sign } from './Sign.tsx'

/** It needs authority: straight up, to a line above. Never to be mistaken for FunctionalIcon. */
export function AuthorityIcon({
  label,
  showLabel,
  size
}: {
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
}) {
  return (
    <Sign className="tl-authority" label={label} showLabel={showLabel} size={size}>
      <path
        d="M3 2.5h10M8 13.5V6M4.5 9 8 5.5 11.5 9"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Sign>
  )
}
