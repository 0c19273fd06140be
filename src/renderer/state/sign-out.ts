import type { EngineFault } from '../../shared/protocol/engine.ts'
import { BridgeFault } from './bridge-fault.ts'
import { flushDrafts } from './drafts.ts'
import { leavePlaces, useNavigation } from './navigation.ts'
import { signOut } from './session.ts'

/** Signs out. What waits stays in this person's own file and goes out when they are back. Gives why it could not be done. */
export async function leaveDesk(): Promise<EngineFault | null> {
  flushDrafts() // before the engine closes this person's file
  leavePlaces()
  try {
    await signOut()
    return null
  } catch (error) {
    if (error instanceof BridgeFault) return error.fault
    throw error
  }
}

/** Asks first while something waits. */
export async function askToLeave(waiting: number): Promise<EngineFault | null> {
  if (waiting === 0) return leaveDesk()
  useNavigation.getState().show('signOut')
  return null
}
