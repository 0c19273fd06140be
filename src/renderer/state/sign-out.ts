import { flushDrafts } from './drafts.ts'
import { leavePlaces, useNavigation } from './navigation.ts'
import { signOut } from './session.ts'

/** Signs out. What waits stays in this person's own file and goes out when they are back. */
export function leaveDesk(): void {
  flushDrafts() // before the engine closes this person's file
  leavePlaces()
  signOut().catch(() => undefined) // an engine that is down is said by the frame
}

/** Asks first while something waits. */
export function askToLeave(waiting: number): void {
  if (waiting > 0) useNavigation.getState().show('signOut')
  else leaveDesk()
}
