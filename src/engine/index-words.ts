import type { Db } from '../sqlite/db.ts'
import { DiskFault } from '../sqlite/fault.ts'
import { indexSlice, isBehind } from './store/words.ts'
import type { Schedule } from './sync/wire.ts'

const PAUSE_MS = 50

/** Makes words findable that came in great numbers, a slice at a time, so that the person is never kept waiting (EN28). */
export function createIndexer(db: Db, schedule: Schedule): { kick(): void; stop(): void } {
  let planned: (() => void) | undefined
  function kick(): void {
    if (!planned && isBehind(db)) planned = schedule(PAUSE_MS, slice)
  }
  /** Where the disk refuses, the words wait: the next news tries again, and a question that needs them tells the person. */
  function slice(): void {
    planned = undefined
    try {
      indexSlice(db)
    } catch (error) {
      if (error instanceof DiskFault) return
      throw error
    }
    kick()
  }
  return {
    kick,
    stop() {
      planned?.()
      planned = undefined
    }
  }
}
