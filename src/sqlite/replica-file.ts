import Database from 'better-sqlite3'
import type { Reader, Writer } from './db.ts'
import { toFault } from './fault.ts'

/**
 * A copy of what is durable elsewhere: it can be thrown away and made anew, so it does not wait for the disk as `openDb` does
 * (synchronous=NORMAL: after a power cut it is whole, but may lack the newest commits). Nothing a server is the only keeper
 * of may ever live in one.
 */
export type ReplicaFile = {
  readonly file: string
  /** What was committed. */
  readonly reader: Reader
  /** One transaction on the reading side, for changes that are durable already. */
  apply(work: (tx: Writer) => void): void
  /** The writing side. Between `begin` and `commit` nobody else sees what `writer` does. */
  readonly writer: Writer
  begin(): void
  commit(): void
  rollback(): void
  /** Statements on the writing side, in its open transaction if there is one. */
  exec(sql: string): void
  /** Copies what is committed now into another file, a little at a time. Gives what `look` read of the copied state. */
  copy<T>(to: string, look: (db: Reader) => T): Promise<T>
  close(): void
}

/** So many pages between two turns of the event loop: a few milliseconds. */
const PAGES_AT_ONCE = 500

export function openReplicaFile(file: string): ReplicaFile {
  const [reading, writing] = [openSide(file), openSide(file)]
  // A REPLACE that removes a row says so to the triggers.
  writing.pragma('recursive_triggers = ON')
  const [reader, writer] = [preparing(reading), preparing(writing) as Writer]
  return {
    file,
    reader,
    writer,
    apply: (work) => guarded(file, () => reading.transaction(() => work(reader as Writer)).immediate()),
    begin: () => guarded(file, () => void writing.exec('BEGIN IMMEDIATE')),
    commit: () => guarded(file, () => void writing.exec('COMMIT')),
    rollback() {
      if (writing.inTransaction) writing.exec('ROLLBACK')
    },
    exec: (sql) => guarded(file, () => void writing.exec(sql)),
    copy: (to, look) => copyOf(file, to, look),
    close() {
      reading.close()
      writing.close()
    }
  }
}

function openSide(file: string): Database.Database {
  return guarded(file, () => {
    const raw = new Database(file)
    raw.pragma('busy_timeout = 5000')
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = NORMAL')
    raw.pragma('temp_store = MEMORY')
    raw.pragma('foreign_keys = ON')
    raw.pragma('cache_size = -32000')
    return raw
  })
}

function preparing(raw: Database.Database): Reader {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      const made = raw.prepare<unknown[]>(sql)
      kept.set(sql, made)
      return made
    }
  }
}

/** An open read transaction holds the state still while the pages are copied. */
async function copyOf<T>(file: string, to: string, look: (db: Reader) => T): Promise<T> {
  const raw = new Database(file, { readonly: true })
  try {
    raw.exec('BEGIN')
    const seen = look(preparing(raw))
    await raw.backup(to, { progress: () => PAGES_AT_ONCE })
    return seen
  } finally {
    raw.close()
  }
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toFault(error, file)
  }
}
