import type { Db } from '../sqlite/db.ts'
import { DiskFault } from '../sqlite/fault.ts'
import { isOver } from './store/offline-limit.ts'
import type { SeenTime } from './store/seen-time.ts'
import type { Schedule } from './sync/wire.ts'

/** How often the time is written down, so that a restart under another clock knows how late it was. */
const EVERY_MS = 5 * 60_000

/** Writes the time down now and then, and says when the time without the server is over. Gives how to stop it. */
export function watchGrant(db: Db, seen: SeenTime, schedule: Schedule, onLapse: () => void): () => void {
  let wasOver = isOver(db, seen.now())
  let stop = schedule(EVERY_MS, look)
  function look(): void {
    const over = isOver(db, seen.now())
    if (over !== wasOver) onLapse()
    wasOver = over
    stop = schedule(EVERY_MS, look)
    try {
      db.write((tx) => seen.keep(tx))
    } catch (error) {
      // Where the disk refuses, the next time tries again, and whatever the person does tells them.
      if (!(error instanceof DiskFault)) throw error
    }
  }
  return () => stop()
}
