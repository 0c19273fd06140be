import type { Person } from '../../shared/people/person.ts'
import type { Session } from '../../shared/protocol/bridge.ts'
import { answerStore } from './answer-store.ts'
import { tell } from './bridge-call.ts'

const session = answerStore('session.get', ['session', 'people', 'connection'])
export const startSession = session.start

/** Who is here; undefined until the engine has said. */
export function useSession(): Session | undefined {
  return session.useStore((state) => state.value)
}

export function usePerson(): Person | null {
  return session.useStore((state) => (state.value?.state === 'signedIn' ? state.value.person : null))
}

export const signInDemo = (personId: Person['id']) => tell('session.signInDemo', { personId })
export const signIn = (email: string, password: string) => tell('session.signIn', { email, password })
export const signOut = () => tell('session.signOut', {})
