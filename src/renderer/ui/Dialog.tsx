import {
  Dialog as AriakitDialog,
  DialogDescription,
  DialogDismiss,
  DialogHeading
} from '@ariakit/react/dialog'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react'
import { ShortcutBoundary } from './ShortcutBoundary.tsx'

/** A question that must be answered before going on. Escape closes it and focus goes back where it was. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  closeLabel,
  size = 'medium',
  footer,
  initialFocus,
  onKeyDown,
  children
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  closeLabel: string
  size?: 'small' | 'medium' | 'large' | undefined
  /** Buttons; the main one last. */
  footer?: ReactNode
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** Hears every key pressed in it, its buttons' too. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  children?: ReactNode
}) {
  const id = useId()
  return (
    <AriakitDialog
      open={open}
      onClose={onClose}
      unmountOnHide
      className={`tl-dialog tl-dialog-${size}`}
      backdrop={<div className="tl-backdrop" />}
      data-shortcut-boundary={id}
      data-shortcut-modal
      {...(initialFocus && { initialFocus })}
      {...(onKeyDown && { onKeyDown })}
    >
      <ShortcutBoundary id={id}>
        <header className="tl-dialog-head">
          <DialogHeading className="tl-dialog-title">{title}</DialogHeading>
          <DialogDismiss className="tl-button tl-button-quiet tl-icon-button" aria-label={closeLabel}>
            <X size={16} aria-hidden />
          </DialogDismiss>
        </header>
        <div className="tl-dialog-body">
          {description && <DialogDescription className="tl-dialog-text">{description}</DialogDescription>}
          {children}
        </div>
        {footer && <footer className="tl-dialog-foot">{footer}</footer>}
      </ShortcutBoundary>
    </AriakitDialog>
  )
}
