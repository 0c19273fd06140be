import { create } from 'zustand'

export type ToastAction = { readonly label: string; readonly onClick: () => void }

export type ToastNews = {
  readonly id: string
  readonly text: string
  /** A second, quieter line. */
  readonly note?: string | null | undefined
  readonly tone?: 'plain' | 'accent' | 'positive' | 'warning' | 'danger' | undefined
  readonly action?: ToastAction | undefined
  /** Several ways to go on, instead of one. */
  readonly actions?: readonly ToastAction[] | undefined
  /** Null: until it is dismissed. */
  readonly forMs?: number | null | undefined
}

type Toasts = {
  readonly toasts: readonly ToastNews[]
  /** A toast with the id of one that is there takes its place at the end. */
  show(toast: ToastNews): void
  /** Says something else where it stands; nothing when it is gone. */
  change(toast: ToastNews): void
  dismiss(id: string): void
}

const MOST = 4

export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) =>
    set(({ toasts }) => ({ toasts: [...toasts.filter((one) => one.id !== toast.id), toast].slice(-MOST) })),
  change: (toast) =>
    set(({ toasts }) => ({ toasts: toasts.map((one) => (one.id === toast.id ? toast : one)) })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
}))
