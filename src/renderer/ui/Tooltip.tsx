import { Tooltip as AriakitTooltip, TooltipAnchor, TooltipProvider } from '@ariakit/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

export type Placement =
  | 'top'
  | 'bottom'
  | 'left'
  | 'right'
  | 'bottom-start'
  | 'bottom-end'
  | 'top-start'
  | 'top-end'

/** A short text on hover or focus; none, and nothing is shown. It never holds anything one must read or press. */
export function Tooltip({
  text,
  keys,
  placement = 'bottom',
  children
}: {
  text: ReactNode
  keys?: string | undefined
  placement?: Placement | undefined
  /** One element that takes focus. */
  children: ReactElement
}) {
  return (
    <TooltipProvider placement={placement} timeout={450} hideTimeout={0}>
      <TooltipAnchor render={children} />
      {text && (
        <AriakitTooltip className="tl-tooltip" portal gutter={6} unmountOnHide>
          <span>{text}</span>
          {keys && <Kbd keys={keys} />}
        </AriakitTooltip>
      )}
    </TooltipProvider>
  )
}
