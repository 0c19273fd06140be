import { create } from 'zustand'

/** What can be said to a request for authority. */
export type Answer = 'approve' | 'decline' | 'handOn'

export const isAnswer = (name: string): name is Answer =>
  name === 'approve' || name === 'decline' || name === 'handOn'

type Deciding = {
  /** The request somebody is about to answer, and how. */
  readonly asked: { readonly escalationId: string; readonly answer: Answer } | null
  ask(escalationId: string, answer: Answer): void
  done(): void
}

/** One form decides, wherever it was asked for: the inbox, the case, the palette. */
export const useDeciding = create<Deciding>()((set) => ({
  asked: null,
  ask: (escalationId, answer) => set({ asked: { escalationId, answer } }),
  done: () => set({ asked: null })
}))
