import { Sign } from './Sign.tsx'

/** It needs expertise: up and to the right, bare. Never to be mistaken for AuthorityIcon. */
export function FunctionalIcon({
  label,
  showLabel,
  size
}: {
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
}) {
  return (
    <Sign className="tl-functional" label={label} showLabel={showLabel} size={size}>
      <path
        d="M4 12 12 4M5.5 4H12v6.5"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Sign>
  )
}
