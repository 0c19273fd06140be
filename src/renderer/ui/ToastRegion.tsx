import { X } from 'lucide-react'
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState
} from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

type ToastAction = {
  readonly label: string
  readonly keys?: string | undefined
  readonly onClick: () => void
}

export type Toast = {
  id: string
  text: ReactNode
  /** A second, quieter line. */
  note?: ReactNode
  tone?: 'plain' | 'accent' | 'positive' | 'warning' | 'danger' | undefined
  /** Undo, show, retry. */
  action?: ToastAction | undefined
  /** Several ways to go on, under the words. */
  actions?: readonly ToastAction[] | undefined
  /** How long it stays; null until dismissed. */
  forMs?: number | null | undefined
}

const STAY_MS = 6000

/** Goes to the newest toast with the focus, if there is one. */
export function focusNewestToast(page: Document): boolean {
  const newest = page.querySelector<HTMLElement>('.tl-toasts-list > :last-child button')
  newest?.focus()
  return newest !== null
}

/**
 * Short words about what was just done. Announced politely, never taking the focus; a pointer or the focus
 * on them holds them. Escape leads back to where the focus was. The caller keeps the list.
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
  const region = useRef<HTMLElement>(null)
  const [isPointed, setPointed] = useState(false)
  const focus = useFocusKept(region, toasts)
  return (
    <section
      ref={region}
      className="tl-toasts"
      aria-label={label}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      {...focus.handlers}
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
            held={isPointed || focus.isIn}
            dismissLabel={dismissLabel}
            onDismiss={onDismiss}
          />
        ))}
      </div>
    </section>
  )
}

/** A button that had the focus goes with its toast: the focus goes to the next toast, or back to where it came from. */
function useFocusKept(region: RefObject<HTMLElement | null>, toasts: readonly Toast[]) {
  const [isIn, setIn] = useState(false)
  const cameFrom = useRef<Element | null>(null)
  const back = () => {
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a toast has gone or changed
  useLayoutEffect(() => {
    if (!isIn || region.current?.contains(document.activeElement)) return
    setIn(false)
    if (document.activeElement !== document.body) return
    const next = region.current?.querySelector('button')
    if (next) next.focus()
    else back()
  }, [toasts])
  return {
    isIn,
    handlers: {
      onFocus({ relatedTarget }: FocusEvent<HTMLElement>) {
        if (!region.current?.contains(relatedTarget)) cameFrom.current = relatedTarget
        setIn(true)
      },
      onBlur({ relatedTarget }: FocusEvent<HTMLElement>) {
        if (!region.current?.contains(relatedTarget)) setIn(false)
      },
      onKeyDown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return
        event.preventDefault()
        back()
      }
    }
  }
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
  const button = (action: ToastAction) => (
    <Button
      key={action.label}
      size="small"
      keys={action.keys}
      onClick={() => {
        action.onClick()
        onDismiss(toast.id)
      }}
    >
      {action.label}
    </Button>
  )
  return (
    <div className={`tl-toast tl-toast-${toast.tone ?? 'plain'}`}>
      <div className="tl-toast-words">
        <div>{toast.text}</div>
        {toast.note && <div className="tl-toast-note">{toast.note}</div>}
        {toast.actions && <div className="tl-toast-actions">{toast.actions.map(button)}</div>}
      </div>
      {toast.action && button(toast.action)}
      <IconButton
        size="small"
        label={dismissLabel}
        icon={<X size={14} aria-hidden />}
        onClick={() => onDismiss(toast.id)}
      />
    </div>
  )
}
