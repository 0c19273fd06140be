import type { EngineFault } from '../shared/protocol/engine.ts'
import { useConnection } from './state/connection.ts'
import { askToLeave, leaveDesk } from './state/sign-out.ts'
import { useToasts } from './state/toasts.ts'
import { faultText } from './words/fault-text.ts'
import { useWords } from './words/WordsProvider.tsx'

/** The way out: at once, or asking first while something waits. Why it could not be done is said in the corner. */
export function useLeave(): { readonly leave: () => void; readonly ask: () => void } {
  const words = useWords()
  const waiting = useConnection()?.waiting ?? 0
  const tell = (fault: EngineFault | null) => {
    if (fault) useToasts.getState().show({ id: 'signOut', text: faultText(fault, words), tone: 'danger' })
  }
  return { leave: () => void leaveDesk().then(tell), ask: () => void askToLeave(waiting).then(tell) }
}
