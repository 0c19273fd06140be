import { Popover as AriakitPopover, PopoverDisclosure, PopoverProvider } from '@ariakit/react/popover'
import { type ReactElement, type ReactNode, useId } from 'react'
import { ShortcutBoundary } from './ShortcutBoundary.tsx'
import type { Placement } from './Tooltip.tsx'

/** A small panel beside the button that opens it. */
export function Popover({
  button,
  label,
  open,
  onOpenChange,
  placement = 'bottom-start',
  children
}: {
  button: ReactElement
  label: string
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  placement?: Placement | undefined
  children: ReactNode
}) {
  const id = useId()
  return (
    <PopoverProvider
      placement={placement}
      {...(open !== undefined && { open })}
      {...(onOpenChange && { setOpen: onOpenChange })}
    >
      <PopoverDisclosure render={button} />
      <AriakitPopover
        className="tl-popover"
        aria-label={label}
        portal
        gutter={6}
        overflowPadding={8}
        unmountOnHide
        modal
        preventBodyScroll={false}
        data-shortcut-boundary={id}
      >
        <ShortcutBoundary id={id}>{children}</ShortcutBoundary>
      </AriakitPopover>
    </PopoverProvider>
  )
}
