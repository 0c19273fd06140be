// Loaded before a server or an engine: its disk takes as long as a file says. Whoever commits, folds a log back or waits for a
// file to be on disk is blocked for that time, as by a disk: half of it before the rows are written, half of it after, when they
// are there and nobody knows yet.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'

const asked = process.env['TIERLINE_SLOW_DISK'] ?? `${process.env['TIERLINE_DATA'] ?? ''}.disk`
const { readFileSync, appendFileSync, fsyncSync } = fs
const sleeper = new Int32Array(new SharedArrayBuffer(4))

/** How long the disk takes now, in ms. */
function slowness(): number {
  try {
    return Number(readFileSync(asked, 'utf8'))
  } catch {
    return 0
  }
}

function onDisk<T>(write: () => T): T {
  const ms = slowness()
  if (!(ms > 0)) return write()
  appendFileSync(`${asked}.waits`, '.')
  Atomics.wait(sleeper, 0, 0, ms / 2)
  const written = write()
  Atomics.wait(sleeper, 0, 0, ms / 2)
  return written
}

const { prepare, exec, pragma, transaction } = Database.prototype

// What `transaction` commits with is out of reach: here it begins and ends with statements that are not.
Database.prototype.transaction = function (this: Database.Database, work: (...given: unknown[]) => unknown) {
  const inside = transaction.call(this, work)
  const commit = (begin: 'BEGIN' | 'BEGIN IMMEDIATE' | 'BEGIN EXCLUSIVE') =>
    function (this: unknown, ...given: unknown[]): unknown {
      if (db.inTransaction) return inside.apply(this, given)
      exec.call(db, begin)
      try {
        const value = work.apply(this, given)
        if (begin === 'BEGIN') exec.call(db, 'COMMIT')
        else db.exec('COMMIT')
        return value
      } catch (error) {
        if (db.inTransaction) exec.call(db, 'ROLLBACK')
        throw error
      }
    }
  const db = this
  const made = commit('BEGIN')
  return Object.assign(made, {
    default: made,
    deferred: made,
    immediate: commit('BEGIN IMMEDIATE'),
    exclusive: commit('BEGIN EXCLUSIVE'),
    database: db
  })
} as typeof transaction

Database.prototype.exec = function (sql) {
  return sql === 'COMMIT' && !this.memory ? onDisk(() => exec.call(this, sql)) : exec.call(this, sql)
}

Database.prototype.prepare = function (this: Database.Database, sql: string) {
  const statement = prepare.call(this, sql)
  if (sql !== 'COMMIT' || this.memory) return statement
  const run = statement.run.bind(statement) as (...given: unknown[]) => Database.RunResult
  statement.run = (...given: unknown[]) => onDisk(() => run(...given))
  return statement
} as typeof prepare

Database.prototype.pragma = function (source, options) {
  const work = (): unknown => pragma.call(this, source, options)
  return source.startsWith('wal_checkpoint') ? onDisk(work) : work()
}

fs.fsyncSync = (handle) => onDisk(() => fsyncSync(handle))
syncBuiltinESMExports()
