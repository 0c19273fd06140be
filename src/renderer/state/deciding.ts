import { create } from 'zustand'
import type { OpId } from '../../shared/lib/ids.ts'

/** What can be said to a request for authority. */
export type Answer = 'approve' | 'decline' | 'handOn'

export const isAnswer = (name: string): name is Answer =>
  name === 'approve' || name === 'decline' || name === 'handOn'

/** An answer that came too late and is given anew: what was written for it, and its entry in the review tray. */
export type Before = { readonly opId: OpId; readonly words: string }

type Deciding = {
  /** The request somebody is about to answer, and how. */
  readonly asked: {
    readonly escalationId: string
    readonly answer: Answer
    readonly before: Before | null
  } | null
  ask(escalationId: string, answer: Answer, before?: Before): void
  done(): void
}

/** One form decides, wherever it was asked for: the inbox, the case, the palette, a message, the review tray. */
export const useDeciding = create<Deciding>()((set) => ({
  asked: null,
  ask: (escalationId, answer, before) => set({ asked: { escalationId, answer, before: before ?? null } }),
  done: () => set({ asked: null })
}))
