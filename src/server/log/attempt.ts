import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { Writer } from '../../sqlite/db.ts'
import { DiskFault, toFault } from '../../sqlite/fault.ts'
import { isOne } from './as-one.ts'

/**
 * A part of a transaction that may fail alone: what it wrote is taken back and the rest goes on. A failing disk is not its
 * own affair and ends the whole transaction. So does anything in one that stands or falls as one, which its caller does again.
 */
export function attempt<T>(tx: Writer, work: () => T): Result<T, unknown> {
  if (isOne(tx)) return ok(work())
  tx.prepare('SAVEPOINT attempt').run()
  try {
    const value = work()
    tx.prepare('RELEASE attempt').run()
    return ok(value)
  } catch (error) {
    if (toFault(error, '') instanceof DiskFault) throw error
    tx.prepare('ROLLBACK TO attempt').run()
    tx.prepare('RELEASE attempt').run()
    return no(error)
  }
}
