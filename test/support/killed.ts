import { HomeBusy } from '../../src/server/home/home.ts'
import { DiskFault } from '../../src/sqlite/fault.ts'

/** Thrown where a process dies: before or after a commit. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/** A process that dies takes nothing else with it. */
export function survive<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Killed) return undefined
    throw error
  }
}

/** The same, for what takes its time. */
export async function outlive<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    // What a full disk refused did not happen; of what could not be kept in time nobody knows. Whoever asked has been told.
    if (error instanceof Killed || error instanceof DiskFault || error instanceof HomeBusy) return undefined
    throw error
  }
}

/** What SQLite says when nothing more fits. */
export function fullDisk(): Error {
  return Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
}
