import type { Reader, Writer } from '../../sqlite/db.ts'
import type { Migration } from '../../sqlite/migrate.ts'
import { openReplicaFile, type ReplicaFile } from '../../sqlite/replica-file.ts'
import { decodeRows, hashOfChange, type RowChange } from './change.ts'
import type { Change, Head } from './shared-log.ts'
import { applyRows, type Table, tablesOf, takeJournal, unwatchingSql, watchingSql } from './watched-tables.ts'

/** A node's own copy of the workspace: what the changes up to `head()` make. */
export type Replica = {
  readonly file: ReplicaFile
  readonly reader: Reader
  head(): Head
  /** Changes that are durable, in their order. Throws Diverged where one does not fit behind what is here. */
  apply(changes: readonly Change[]): void
  /** Opens a change: the caller's writes are collected until `keep` or `drop`. */
  begin(): Writer
  /** What was written since `begin`, each row once. */
  written(): RowChange[]
  columnsOf(table: string): readonly string[]
  /** Brings the open change's schema to the newest step. */
  migrate(): void
  /** The open change became this one. */
  keep(change: Change): void
  drop(): void
  /** Copies what stands now into another file. Gives where it stands. */
  copy(to: string): Promise<Head>
  close(): void
}

/** A change does not fit: this copy is of another history. */
export class Diverged extends Error {
  override readonly name = 'Diverged'
}

/** A change is of a schema this build does not know. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'
}

const POSITION = `
  CREATE TABLE IF NOT EXISTS replica_head (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    n      INTEGER NOT NULL,
    hash   TEXT NOT NULL,
    schema INTEGER NOT NULL
  ) STRICT;
  INSERT INTO replica_head VALUES (1, 0, '', 0) ON CONFLICT DO NOTHING;
`

/** Opens a copy, or begins an empty one. `migrations`: what this build knows, oldest first. */
export function openReplica(path: string, migrations: readonly Migration[]): Replica {
  const file = openReplicaFile(path)
  try {
    return replicaOf(file, migrations)
  } catch (error) {
    file.close()
    throw error
  }
}

function replicaOf(file: ReplicaFile, migrations: readonly Migration[]): Replica {
  file.exec(POSITION)
  const newest = migrations.at(-1)?.version ?? 0
  let head = headIn(file.reader)
  let tables: readonly Table[] = []

  function watch(): void {
    tables = tablesOf(file.reader)
    file.exec(watchingSql(tables))
  }
  /** On either side: the steps after the schema that stands there. */
  function climb(run: (sql: string) => void, to: number): void {
    if (to > newest)
      throw new NewerSchema(
        `the workspace has schema ${to}, this build knows ${newest}: it needs the newer build`
      )
    for (const step of migrations) if (step.version > head.schema && step.version <= to) run(step.sql)
  }
  function applyOne(tx: Writer, change: Change): void {
    mustFollow(change, head)
    applyRows(tx, tables, decodeRows(change.rows))
    head = { n: change.n, hash: change.hash, schema: change.schema }
    putHead(tx, head)
  }
  function applyAll(tx: Writer, changes: readonly Change[]): void {
    for (const change of changes) applyOne(tx, change)
  }
  /** A migration is a change of its own and runs where it stands in the order. */
  function applyMigration(change: Change): void {
    mustFollow(change, head)
    file.begin()
    try {
      file.exec(unwatchingSql(tables))
      climb(file.exec, change.schema)
      const next = { n: change.n, hash: change.hash, schema: change.schema }
      putHead(file.writer, next)
      file.commit()
      head = next
    } catch (error) {
      file.rollback()
      throw error
    }
    watch()
  }

  watch()
  return {
    file,
    reader: file.reader,
    head: () => head,
    apply(changes) {
      let same: Change[] = []
      const applySame = (): void => {
        const batch = same
        same = []
        const before = head
        try {
          if (batch.length > 0) file.apply((tx) => applyAll(tx, batch))
        } catch (error) {
          head = before
          throw error
        }
      }
      for (const change of changes) {
        if (change.schema === head.schema) same.push(change)
        else {
          applySame()
          applyMigration(change)
        }
      }
      applySame()
    },
    begin() {
      file.begin()
      return file.writer
    },
    written: () => takeJournal(file.writer),
    columnsOf: (name) =>
      tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [],
    migrate() {
      file.exec(unwatchingSql(tables))
      climb(file.exec, newest)
    },
    keep(change) {
      const next = { n: change.n, hash: change.hash, schema: change.schema }
      putHead(file.writer, next)
      file.commit()
      const isMigration = next.schema !== head.schema
      head = next
      if (isMigration) watch()
    },
    drop() {
      file.rollback()
    },
    copy: (to) => file.copy(to, headIn),
    close: () => file.close()
  }
}

function mustFollow(change: Change, { n, hash }: Head): void {
  if (change.n !== n + 1 || change.before !== hash || hashOfChange(change) !== change.hash)
    throw new Diverged(`change ${change.n} does not follow change ${n} of this copy`)
}

function headIn(db: Reader): Head {
  return db.prepare('SELECT n, hash, schema FROM replica_head').get() as Head
}

function putHead(tx: Writer, { n, hash, schema }: Head): void {
  tx.prepare('UPDATE replica_head SET n = ?, hash = ?, schema = ?').run(n, hash, schema)
}
