import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { makeDisk } from './disk.ts'

const HERE = import.meta.dirname
const ROOT = path.resolve(HERE, '../../..')

/** Each prints how often its process has waited for the disk so far, in a process with a database of the product's. */
const WORK = `
  import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs'
  import { openDb, openReadOnly } from '${ROOT}/src/sqlite/db.ts'
  const [file, disk] = process.argv.slice(-2)
  const waits = () => (existsSync(disk + '.waits') ? statSync(disk + '.waits').size : 0)
  const said = []
  const since = (work) => { const before = waits(); const value = work(); said.push(waits() - before); return value }
  const migrations = [{ version: 1, name: 'one', sql: 'CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT' }]
  const db = since(() => openDb(file, migrations))
  const put = (tx, n) => tx.prepare('INSERT INTO t VALUES (?)').run(n)
  since(() => db.write((tx) => put(tx, 1)))
  since(() => db.write((tx) => db.write(() => put(tx, 2))))
  since(() => { try { db.write((tx) => { put(tx, 3); throw new Error('no') }) } catch {} })
  since(() => openReadOnly(file).standStill(() => db.prepare('SELECT count(*) FROM t').get()))
  since(() => db.checkpoint())
  since(() => { const handle = openSync(file, 'r+'); fsyncSync(handle); closeSync(handle) })
  console.log(JSON.stringify({ said, rows: db.prepare('SELECT n FROM t').all().map((row) => row.n) }))
`

test('[CH6] whoever commits, folds a log back or waits for a file waits for a slow disk, once each, and nobody else does', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-slow-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const disk = makeDisk(path.join(folder, 'disk'))
  const run = async (name: string): Promise<unknown> => {
    const file = path.join(folder, name)
    const loaded = ['--import', path.join(HERE, 'slow-disk.ts'), '--input-type=module', '--eval', WORK]
    const { stdout } = await promisify(execFile)(process.execPath, [...loaded, '--', file, disk.file], {
      env: { ...process.env, TIERLINE_SLOW_DISK: disk.file }
    })
    return JSON.parse(stdout)
  }
  expect(await run('fast.db')).toEqual({ said: [0, 0, 0, 0, 0, 0, 0], rows: [1, 2] })
  expect(disk.waits).toBe(0)
  const [heal, other] = [disk.slow(4), disk.slow(2)]
  expect(await run('slow.db')).toEqual({ said: [1, 1, 1, 0, 0, 1, 1], rows: [1, 2] })
  heal()
  expect(await run('still-slow.db')).toMatchObject({ said: [1, 1, 1, 0, 0, 1, 1] })
  other()
  expect(await run('healed.db')).toMatchObject({ said: [0, 0, 0, 0, 0, 0, 0] })
  expect(disk.waits).toBe(10)
})
