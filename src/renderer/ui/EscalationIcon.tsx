import { Sign } from './Sign.tsx'

export type EscalationKind = 'functional' | 'hierarchical'

const LOOKS: Readonly<Record<EscalationKind, { readonly className: string; readonly path: string }>> = {
  functional: { className: 'tl-functional', path: 'M4 12 12 4M5.5 4H12v6.5' },
  hierarchical: { className: 'tl-authority', path: 'M3 2.5h10M8 13.5V6M4.5 9 8 5.5 11.5 9' }
}

/** Expertise goes up and to the right, bare; authority straight up, to a line above. Never to be mistaken for each other. */
export function EscalationIcon({
  kind,
  label,
  showLabel,
  size
}: {
  kind: EscalationKind
  label: string
  showLabel?: boolean | undefined
  size?: number | undefined
}) {
  const { className, path } = LOOKS[kind]
  return (
    <Sign className={className} label={label} showLabel={showLabel} size={size}>
      <path d={path} stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </Sign>
  )
}
