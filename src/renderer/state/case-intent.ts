import { create } from 'zustand'

/** What a shortcut or the palette may ask of the open case. The case does it, or says why it cannot. */
export type CaseIntentName =
  | 'claim'
  | 'escalate'
  | 'reply'
  | 'note'
  | 'pend'
  | 'hold'
  | 'resolve'
  | 'assign'
  | 'transfer'
  | 'release'
  | 'reopen'
  | 'close'
  | 'toggleContext'

/** `nth` tells two equal wishes apart. */
type CaseIntent = {
  readonly wish: { readonly name: CaseIntentName; readonly nth: number } | null
  send(name: CaseIntentName): void
  /** The open case has taken it. */
  taken(): void
}

/** Carries a wish from the frame to the case that is open; with none open it waits for the next, so send only then. */
export const useCaseIntent = create<CaseIntent>()((set, get) => ({
  wish: null,
  send: (name) => set({ wish: { name, nth: (get().wish?.nth ?? 0) + 1 } }),
  taken: () => set({ wish: null })
}))
