import { Dialog as AriakitDialog, DialogDismiss, DialogHeading } from '@ariakit/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { ShortcutBoundary } from './ShortcutBoundary.tsx'

/**
 * A drawer from the edge: the outbox, the review tray, the shortcut list.
 * `modal={false}` leaves the page usable beside it.
 */
export function Sheet({
  open,
  onClose,
  title,
  subtitle,
  closeLabel,
  side = 'end',
  modal = true,
  footer,
  children
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  subtitle?: ReactNode
  closeLabel: string
  side?: 'end' | 'start' | 'bottom' | undefined
  modal?: boolean | undefined
  footer?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <AriakitDialog
      open={open}
      onClose={onClose}
      modal={modal}
      portal
      unmountOnHide
      hideOnInteractOutside={modal}
      className={`tl-sheet tl-sheet-${side}`}
      backdrop={modal ? <div className="tl-backdrop" /> : false}
      data-shortcut-boundary={id}
      data-shortcut-modal={modal || undefined}
    >
      <ShortcutBoundary id={id}>
        <header className="tl-dialog-head">
          <div className="tl-grow">
            <DialogHeading className="tl-dialog-title">{title}</DialogHeading>
            {subtitle && <div className="tl-dim tl-small">{subtitle}</div>}
          </div>
          <DialogDismiss className="tl-button tl-button-quiet tl-icon-button" aria-label={closeLabel}>
            <X size={16} aria-hidden />
          </DialogDismiss>
        </header>
        <div className="tl-dialog-body tl-sheet-body">{children}</div>
        {footer && <footer className="tl-dialog-foot">{footer}</footer>}
      </ShortcutBoundary>
    </AriakitDialog>
  )
}
