import { Check, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tooltip } from './Tooltip.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type SlaState = 'on_track' | 'at_risk' | 'breached' | 'paused' | 'met'

const signs: Record<SlaState, ReactNode> = {
  on_track: null,
  at_risk: <TriangleAlert size={12} aria-hidden />,
  breached: <span className="tl-sla-block" />,
  paused: <Pause size={12} aria-hidden />,
  met: <Check size={12} aria-hidden />
}

/**
 * Time left. `text` is short ("42 min"), `description` says it whole ("First response, at risk: due 14:40").
 * With `details` it can be focused and shows all clocks; inside a list row leave them out.
 */
export function SlaBadge({
  state,
  text,
  description,
  details
}: {
  state: SlaState
  text: string
  description: string
  details?: ReactNode
}) {
  const face = (
    <>
      {signs[state]}
      <span aria-hidden>{text}</span>
      <VisuallyHidden>{description}</VisuallyHidden>
    </>
  )
  if (!details) {
    return (
      <span className={`tl-sla tl-sla-${state}`} title={description}>
        {face}
      </span>
    )
  }
  return (
    <Tooltip text={details}>
      <button type="button" className={`tl-sla tl-sla-${state}`}>
        {face}
      </button>
    </Tooltip>
  )
}
