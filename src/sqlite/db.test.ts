import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Db, openDb } from './db.ts'
import { DiskFault } from './fault.ts'
import type { Migration } from './migrate.ts'

const TEN: Migration = {
  version: 10,
  sql: 'CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;'
}
const TWENTY: Migration = {
  version: 20,
  sql: "ALTER TABLE kept ADD COLUMN more TEXT NOT NULL DEFAULT 'new';"
}
const BROKEN: Migration = {
  version: 30,
  sql: 'CREATE TABLE other (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);'
}

let folder = ''
let file = ''
const open: Db[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-db-'))
  file = path.join(folder, 'queue.db')
})
afterEach(() => {
  for (const db of open.splice(0)) db.close()
  rmSync(folder, { recursive: true, force: true })
})

function opened(migrations: readonly Migration[], hooks = {}): Db {
  const db = openDb(file, migrations, hooks)
  open.push(db)
  return db
}

const put = (db: Db, text: string): void =>
  db.write((tx) => void tx.prepare('INSERT INTO kept (text) VALUES (?)').run(text))
const texts = (db: Db): unknown[] =>
  db
    .prepare('SELECT text FROM kept ORDER BY id')
    .all()
    .map((row) => (row as { text: string }).text)
const pragma = (db: Db, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0]
const caught = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

/** A database as an older or newer build left it. */
function leave(version: number, sql: string): void {
  const raw = new Database(file)
  raw.exec(sql)
  raw.pragma(`user_version = ${version}`)
  raw.close()
}

test('[EN7] what is written is written through to the disk, at the first open and at every other', () => {
  for (let time = 0; time < 3; time += 1) {
    const db = openDb(file, [TEN])
    expect({
      level: pragma(db, 'synchronous'),
      journal: pragma(db, 'journal_mode'),
      keys: pragma(db, 'foreign_keys')
    }).toEqual({ level: 2, journal: 'wal', keys: 1 })
    put(db, `time ${time}`)
    db.close()
  }
  expect(texts(opened([TEN]))).toEqual(['time 0', 'time 1', 'time 2'])
})

test('[EN7] what a process wrote is there for the next one, though it never closed its file', () => {
  put(opened([TEN]), 'before the power went')
  expect(texts(opened([TEN]))).toEqual(['before the power went'])
})

test('[EN7] a write is whole or not at all, and the next one works', () => {
  const db = opened([TEN])
  const half = (): void =>
    db.write((tx) => {
      tx.prepare("INSERT INTO kept (text) VALUES ('half')").run()
      throw new Error('in the middle')
    })
  expect(half).toThrow('in the middle')
  put(db, 'whole')
  expect(texts(db)).toEqual(['whole'])
})

test('[EN7] folding the log back in a quiet moment loses nothing, and makes the log small', () => {
  const db = opened([TEN])
  put(db, 'kept')
  db.checkpoint()
  expect(readFileSync(`${file}-wal`).length).toBe(0)
  expect(texts(db)).toEqual(['kept'])
})

test('[EN8] a copy is set beside the file before a newer build changes its tables', () => {
  const old = openDb(file, [TEN])
  put(old, 'from before')
  old.close()
  const db = opened([TEN, TWENTY])
  expect(db.prepare('SELECT text, more FROM kept').all()).toEqual([{ text: 'from before', more: 'new' }])
  const copy = new Database(`${file}.before-20`, { readonly: true })
  expect(copy.prepare('SELECT * FROM kept').all()).toEqual([{ id: 1, text: 'from before' }])
  expect(copy.pragma('user_version', { simple: true })).toBe(10)
  copy.close()
})

test('[EN8] a new file needs no copy, and an unchanged one gets none', () => {
  openDb(file, [TEN, TWENTY]).close()
  openDb(file, [TEN, TWENTY]).close()
  expect(readdirSync(folder)).toEqual(['queue.db'])
})

test('[EN8] a copy that an attempt before left behind is no hindrance', () => {
  openDb(file, [TEN]).close()
  writeFileSync(`${file}.before-20`, 'half a copy')
  expect(pragma(opened([TEN, TWENTY]), 'user_version')).toBe(20)
})

test('[EN8] a database of a newer build is refused untouched, saying what to do', () => {
  leave(40, 'CREATE TABLE kept (id INTEGER); INSERT INTO kept VALUES (1);')
  const before = readFileSync(file)
  const fault = caught(() => openDb(file, [TEN, TWENTY]))
  expect(fault).toBeInstanceOf(DiskFault)
  expect(fault).toMatchObject({
    name: 'NewerDatabase',
    message: expect.stringMatching(/queue\.db .*schema 40.*20.*nothing was changed.*newer version/)
  })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['queue.db'])
})

test('[EN8] a step that fails takes the whole change back, and the older build goes on', () => {
  const old = openDb(file, [TEN])
  put(old, 'kept')
  old.close()
  expect(() => openDb(file, [TEN, TWENTY, BROKEN])).toThrow('nowhere')
  const db = opened([TEN])
  expect(pragma(db, 'user_version')).toBe(10)
  expect(db.prepare('SELECT * FROM kept').all()).toEqual([{ id: 1, text: 'kept' }])
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'other'").get()).toEqual({ n: 0 })
})

test('[EN9] a full disk has a name and the file in its message, takes nothing, and works again with space', () => {
  const db = opened([TEN])
  put(db, 'first')
  db.prepare(`PRAGMA max_page_count = ${Number(pragma(db, 'page_count')) + 1}`).get()
  const fault = caught(() => put(db, 'x'.repeat(100_000)))
  expect(fault).toMatchObject({
    name: 'DiskFull',
    message: expect.stringContaining(file),
    cause: expect.objectContaining({ code: 'SQLITE_FULL' })
  })
  expect(texts(db)).toEqual(['first'])
  db.prepare('PRAGMA max_page_count = 1073741823').get()
  put(db, 'x'.repeat(100_000))
  expect(texts(db)).toHaveLength(2)
})

test('[EN9] a quiet moment with a full disk is no reason to fall over', () => {
  let isFull = false
  const db = opened([TEN], {
    beforeCommit: () => {
      if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    }
  })
  put(db, 'first')
  isFull = true
  expect(caught(() => put(db, 'second'))).toMatchObject({ name: 'DiskFull' })
  expect(() => db.checkpoint()).not.toThrow()
  isFull = false
  put(db, 'third')
  expect(texts(db)).toEqual(['first', 'third'])
})

test('[EN10] a file that is no database is not opened, and the fault names it', () => {
  writeFileSync(file, 'this was a shopping list, many times over. '.repeat(200))
  expect(caught(() => openDb(file, [TEN]))).toMatchObject({
    name: 'DiskBroken',
    message: expect.stringContaining(file)
  })
  expect(readFileSync(file, 'utf8')).toMatch(/^this was a shopping list/)
})

test('[EN10] a file that lost its end says so at the write that needs it', () => {
  const first = openDb(file, [TEN])
  for (let n = 0; n < 50; n += 1) put(first, 'x'.repeat(3_000))
  first.close()
  truncateSync(file, 8_192)
  const fault = caught(() => {
    const db = opened([TEN])
    db.write((tx) => void tx.prepare('DELETE FROM kept').run())
  })
  expect(fault).toMatchObject({ name: 'DiskBroken', message: expect.stringContaining(file) })
})

test('[EN10] a folder that may not be written to is a fault with the file in it', () => {
  expect(caught(() => openDb(folder, [TEN]))).toMatchObject({
    name: 'DiskBroken',
    message: expect.stringContaining(folder)
  })
  expect(existsSync(file)).toBe(false)
})

test('[EN10] a file that another program holds for good is busy, not broken', () => {
  const db = opened([TEN])
  db.prepare('PRAGMA busy_timeout = 50').get()
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  expect(caught(() => put(db, 'x'))).toMatchObject({
    name: 'DiskBusy',
    message: expect.stringContaining(file)
  })
  other.exec('ROLLBACK')
  other.close()
  put(db, 'mine now')
  expect(texts(db)).toEqual(['mine now'])
})
