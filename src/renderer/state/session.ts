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

export const signInDemo = (personId: Person['id']) => tell('session.signInDemo', { personId })
export const signIn = (email: string, password: string) => tell('session.signIn', { email, password })
export const signOut = () => tell('session.signOut', {})
