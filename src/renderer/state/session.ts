import { create } from 'zustand'
import type { Person } from '../../shared/people/person.ts'
import type { Session } from '../../shared/protocol/bridge.ts'
import type { EngineFault } from '../../shared/protocol/engine.ts'
import { answerStore } from './answer-store.ts'
import { tell, type Watch } from './bridge-call.ts'

const session = answerStore('session.get', ['session', 'people', 'connection'])
let watch: Watch | undefined
export function startSession(): void {
  watch = session.start()
}

/** Looks again whether the server can be reached. */
export function refreshSession(): void {
  watch?.again()
}

/** Who is here; undefined until the engine has said. */
export function useSession(): Session | undefined {
  return session.useStore((state) => state.value)
}

/** Why nobody can be told from nobody: the engine answers, and cannot read its own files. */
export function useSessionFault(): EngineFault | null {
  return session.useStore((state) => {
    const fault = state.fault?.fault ?? null
    return fault?.name === 'EngineDown' ? null : fault
  })
}

export function usePerson(): Person | null {
  return session.useStore((state) => (state.value?.state === 'signedIn' ? state.value.person : null))
}

export function signInDemo(personId: Person['id']) {
  useLeaving.setState({ isLeaving: false })
  return tell('session.signInDemo', { personId })
}
export function signIn(email: string, password: string) {
  useLeaving.setState({ isLeaving: false })
  return tell('session.signIn', { email, password })
}
const useLeaving = create<{ readonly isLeaving: boolean }>(() => ({ isLeaving: false }))

/** True from the press until it is known who sits here now: a server that does not answer takes its time. */
export function useIsLeaving(): boolean {
  return useLeaving((state) => state.isLeaving)
}

/** Signs out. The desk is taken off the screen at once; it comes back when the engine could not do it. */
export async function signOut(): Promise<void> {
  const { value } = session.useStore.getState()
  useLeaving.setState({ isLeaving: true })
  session.useStore.setState({ value: undefined })
  try {
    await tell('session.signOut', {})
  } catch (error) {
    session.useStore.setState({ value })
    throw error
  }
}
