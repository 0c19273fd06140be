import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

export type Toast = {
  id: string
  text: ReactNode
  tone?: 'plain' | 'positive' | 'warning' | 'danger' | undefined
  /** Undo, show, retry. */
  action?: { label: string; keys?: string | undefined; onClick: () => void } | undefined
  /** How long it stays; null until dismissed. */
  forMs?: number | null | undefined
}

const STAY_MS = 6000

/**
 * Short words about what was just done. Announced politely, never taking the focus; a pointer or the focus
 * on them holds them. The caller keeps the list.
 */
export function ToastRegion({
  label,
  dismissLabel,
  toasts,
  onDismiss
}: {
  label: string
  dismissLabel: string
  toasts: readonly Toast[]
  onDismiss: (id: string) => void
}) {
  const [held, setHeld] = useState(false)
  return (
    <section
      className="tl-toasts"
      aria-label={label}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={label}
        className="tl-toasts-list"
      >
        {toasts.map((toast) => (
          <ToastCard
            key={toast.id}
            toast={toast}
            held={held}
            dismissLabel={dismissLabel}
            onDismiss={onDismiss}
          />
        ))}
      </div>
    </section>
  )
}

function ToastCard({
  toast,
  held,
  dismissLabel,
  onDismiss
}: {
  toast: Toast
  held: boolean
  dismissLabel: string
  onDismiss: (id: string) => void
}) {
  const stay = toast.forMs === undefined ? STAY_MS : toast.forMs
  const dismiss = useRef(onDismiss)
  useEffect(() => {
    dismiss.current = onDismiss
  })
  useEffect(() => {
    if (held || stay === null) return
    const timer = setTimeout(() => dismiss.current(toast.id), stay)
    return () => clearTimeout(timer)
  }, [held, stay, toast.id])
  return (
    <div className={`tl-toast tl-toast-${toast.tone ?? 'plain'}`}>
      <div className="tl-grow">{toast.text}</div>
      {toast.action && (
        <Button
          size="small"
          keys={toast.action.keys}
          onClick={() => {
            toast.action?.onClick()
            onDismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        size="small"
        label={dismissLabel}
        icon={<X size={14} aria-hidden />}
        onClick={() => onDismiss(toast.id)}
      />
    </div>
  )
}
