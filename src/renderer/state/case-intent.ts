import { create } from 'zustand'
import type { CaseId } from '../../shared/lib/ids.ts'
import { useNavigation } from './navigation.ts'

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
  | 'approve'
  | 'decline'
  | 'handOn'
  | 'return'
  | 'withdraw'
  | 'swarm'
  | 'leaveSwarm'
  | 'callManager'
  | 'answerCall'
  | 'goPrivate'
  | 'flag'
  | 'unflag'
  | 'toggleContext'

/** `nth` tells two equal wishes apart; `caseId` is the case that was open, or about to be. */
type CaseIntent = {
  readonly wish: {
    readonly name: CaseIntentName
    readonly caseId: CaseId | null
    readonly nth: number
  } | null
  send(name: CaseIntentName): void
  /** The case has taken it, or it was for another one. */
  taken(): void
}

/** Carries a wish to the case that is open, and waits with it until that case is shown. No other case takes it. */
export const useCaseIntent = create<CaseIntent>()((set, get) => ({
  wish: null,
  send: (name) => {
    const caseId = useNavigation.getState().openCaseId
    set({ wish: { name, caseId, nth: (get().wish?.nth ?? 0) + 1 } })
  },
  taken: () => set({ wish: null })
}))
