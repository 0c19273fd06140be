import { Popover as AriakitPopover, usePopoverStore } from '@ariakit/react/popover'
import { type ReactNode, useId } from 'react'
import { ShortcutBoundary } from './ShortcutBoundary.tsx'

/** A small panel beside an element that is already there. Escape and a press elsewhere close it; focus goes back to the element. */
export function AnchoredPopover({
  anchor,
  label,
  wide = false,
  onClose,
  children
}: {
  anchor: HTMLElement
  label: string
  wide?: boolean | undefined
  onClose: () => void
  children: ReactNode
}) {
  const id = useId()
  const store = usePopoverStore({
    open: true,
    placement: 'bottom-start',
    setOpen: (open) => {
      if (!open) onClose()
    }
  })
  return (
    <AriakitPopover
      store={store}
      className={wide ? 'tl-popover tl-popover-wide' : 'tl-popover'}
      aria-label={label}
      getAnchorRect={() => anchor.getBoundingClientRect()}
      finalFocus={anchor}
      portal
      modal
      gutter={6}
      overflowPadding={8}
      preventBodyScroll={false}
      data-shortcut-boundary={id}
    >
      <ShortcutBoundary id={id}>{children}</ShortcutBoundary>
    </AriakitPopover>
  )
}
