import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
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
  /**
   * One transaction with another database file attached, whose tables are there as `name.table`. Throws DiskFault when either
   * disk fails.
   */
  writeBeside<T>(file: string, name: string, work: (tx: Writer) => T): T
  /**
   * Puts a file, prepared by `openScratch` and closed, in the place of this one, in one rename: after a crash there is the old
   * one or the new one, whole. Everything this file held that is to stay must have been copied. Not for databases in memory.
   */
  become(file: string): void
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
  const open = (): Database.Database =>
    guard(file, () => {
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
  let raw = open()
  const kept = new Map<string, Database.Statement<unknown[]>>()
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const known = kept.get(sql)
    if (known) return known
    const made = raw.prepare<unknown[]>(sql)
    kept.set(sql, made)
    return made
  }
  const writer = { prepare } as Writer
  function write<T>(work: (tx: Writer) => T): T {
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
  }
  return {
    file,
    prepare,
    write,
    writeBeside(other, name, work) {
      guard(other, () => raw.prepare(`ATTACH ? AS ${name}`).run(other))
      try {
        return write(work)
      } finally {
        // After a failed disk the transaction may still be open; the next open forgets the file by itself.
        if (raw.open && !raw.inTransaction) raw.prepare(`DETACH ${name}`).run()
      }
    },
    become(other) {
      hooks.beforeCommit?.()
      guard(file, () => {
        raw.pragma('wal_checkpoint(TRUNCATE)')
        kept.clear()
        raw.close()
        try {
          takePlace(other, file)
        } finally {
          raw = open()
        }
      })
      hooks.afterCommit?.()
    },
    checkpoint: () => foldLog(raw, file),
    close: () => void raw.close()
  }
}

/** A log that is left would be folded into the file that comes, so then nothing is moved. */
function takePlace(other: string, file: string): void {
  const log = `${file}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new DiskFault('DiskBusy', `${file} is in use by another program`)
  renameSync(other, file)
  syncFolder(path.dirname(file))
}

/** A rename is on disk once its folder is. Windows has no such thing, and its file systems write renames through. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A file nobody relies on yet: written fast, and safe on disk only once `settle` has come back. */
export type Scratch = {
  readonly tx: Writer
  exec(sql: string): void
  attach(file: string, name: string): void
  detach(name: string): void
  /** Closes it, and waits until it is on disk. */
  settle(): void
  close(): void
}

/** Opens (or makes) a file to prepare a database in. After a crash it is to be thrown away. */
export function openScratch(file: string): Scratch {
  const raw = guard(file, () => {
    const opened = new Database(file)
    opened.pragma('journal_mode = MEMORY')
    opened.pragma('synchronous = OFF')
    opened.pragma('cache_size = -32000')
    return opened
  })
  const prepare = (sql: string): Database.Statement<unknown[]> =>
    guard(file, () => raw.prepare<unknown[]>(sql))
  return {
    tx: { prepare } as Writer,
    exec: (sql) => guard(file, () => void raw.exec(sql)),
    attach: (other, name) => void guard(file, () => raw.prepare(`ATTACH ? AS ${name}`).run(other)),
    detach: (name) => void guard(file, () => raw.prepare(`DETACH ${name}`).run()),
    close: () => void raw.close(),
    settle() {
      raw.close()
      guard(file, () => {
        const handle = openSync(file, 'r+')
        try {
          fsyncSync(handle)
        } finally {
          closeSync(handle)
        }
      })
    }
  }
}

/** Another connection to a database that a `Db` of this or another thread writes to. */
export type ReadOnly = Reader & {
  /** All that `work` reads stands at one moment. */
  standStill<T>(work: () => T): T
  close(): void
}

export function openReadOnly(file: string): ReadOnly {
  const raw = guard(file, () => new Database(file, { readonly: true, fileMustExist: true }))
  raw.pragma('busy_timeout = 5000')
  raw.pragma('cache_size = -32000')
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    prepare(sql) {
      const made = kept.get(sql) ?? raw.prepare<unknown[]>(sql)
      kept.set(sql, made)
      return made
    },
    standStill: (work) => guard(file, () => raw.transaction(work).deferred()),
    close: () => void raw.close()
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
