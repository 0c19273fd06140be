import { create } from 'zustand'

export type ToastNews = {
  readonly id: string
  readonly text: string
  readonly tone?: 'plain' | 'positive' | 'warning' | 'danger' | undefined
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined
  /** Null: until it is dismissed. */
  readonly forMs?: number | null | undefined
}

type Toasts = {
  readonly toasts: readonly ToastNews[]
  /** A toast with the id of one that is there takes its place. */
  show(toast: ToastNews): void
  dismiss(id: string): void
}

const MOST = 4

export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) =>
    set(({ toasts }) => ({ toasts: [...toasts.filter((one) => one.id !== toast.id), toast].slice(-MOST) })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
}))
