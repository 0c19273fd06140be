import Database from 'better-sqlite3'
import { DiskFault, toFault } from './fault.ts'
import { type Migration, migrate, refuseNewer } from './migrate.ts'

declare const canWrite: unique symbol

/** Can look. A read takes one, so it works inside a transaction and outside. Statements are compiled once and kept. */
export type Reader = { prepare(sql: string): Database.Statement<unknown[]> }
/** Can change. Only `write` hands one out, so a write outside a transaction does not compile. */
export type Writer = Reader & { readonly [canWrite]: true }

export type Db = Reader & {
  readonly file: string
  /** One transaction: all of `work` or nothing. On disk when it returns. Throws DiskFault when the disk fails. */
  write<T>(work: (tx: Writer) => T): T
  /** Folds the write-ahead log back into the file; for quiet moments. Where the disk refuses, nothing is lost and the log stays. */
  checkpoint(): void
  close(): void
}

/** Where a test may make the world fail: just before and just after a commit. */
export type Hooks = { readonly beforeCommit?: () => void; readonly afterCommit?: () => void }

/**
 * Opens (or makes) a database that keeps what it is told: write-ahead log, synchronous=FULL. better-sqlite3 is compiled to
 * drop to NORMAL when it enters WAL mode, which loses committed rows on a power cut, so the level is set and read back.
 */
export function openDb(file: string, migrations: readonly Migration[], hooks: Hooks = {}): Db {
  const raw = guard(file, () => {
    const opened = new Database(file)
    try {
      refuseNewer(opened, migrations, file)
      prepareFile(opened, file)
      migrate(opened, migrations, file)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  })
  const kept = new Map<string, Database.Statement<unknown[]>>()
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const known = kept.get(sql)
    if (known) return known
    const made = raw.prepare<unknown[]>(sql)
    kept.set(sql, made)
    return made
  }
  const writer = { prepare } as Writer
  return {
    file,
    prepare,
    write<T>(work: (tx: Writer) => T): T {
      const result = guard(file, () =>
        raw
          .transaction(() => {
            const value = work(writer)
            hooks.beforeCommit?.()
            return value
          })
          .immediate()
      )
      hooks.afterCommit?.()
      return result
    },
    checkpoint: () => foldLog(raw, file),
    close: () => raw.close()
  }
}

function prepareFile(raw: Database.Database, file: string): void {
  raw.pragma('busy_timeout = 5000')
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('fullfsync = ON')
  raw.pragma('checkpoint_fullfsync = ON')
  raw.pragma('foreign_keys = ON')
  raw.pragma('wal_autocheckpoint = 1000')
  raw.pragma('cache_size = -32000')
  const level = Number(raw.pragma('synchronous', { simple: true }))
  if (level !== 2)
    throw new DiskFault('DiskBroken', `${file} does not take synchronous=FULL (it says ${level})`)
}

/** The next write or the next quiet moment tries again, and a write tells the person. */
function foldLog(raw: Database.Database, file: string): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!(toFault(error, file) instanceof DiskFault)) throw error
  }
}

function guard<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toFault(error, file)
  }
}
