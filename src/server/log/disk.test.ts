import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { helloOf } from '../../../test/support/hello.ts'
import { facts, online, server } from '../../../test/support/server.ts'
import { openDb } from '../../sqlite/db.ts'
import { DiskFault } from '../../sqlite/fault.ts'
import { MIGRATIONS } from './migrations/all.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('[SV17] a full disk answers BUSY, takes nothing, and the same push works once there is room', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const pages = (limit: number) => host.db.prepare(`PRAGMA max_page_count = ${limit}`).get()
  const { page_count: used } = host.db.prepare('PRAGMA page_count').get() as { page_count: number }
  const ops = Array.from({ length: 20 }, (_, i) =>
    ana.op({ type: 'case.note', caseId: id, body: `${i} `.repeat(5_000) })
  )
  pages(used)
  expect(await ana.push(ops)).toMatchObject({
    stop: 'BUSY',
    results: [],
    retryAfterMs: expect.any(Number),
    message: expect.stringContaining('full')
  })
  expect(host.reports).toContain('disk.failed')
  expect(facts(host.db)).toHaveLength(1)
  pages(1_000_000)
  expect(await ana.push(ops)).toMatchObject({ stop: null, headOpNo: 20 })
  expect(facts(host.db).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
})

test('[SV17] a first hello on a full disk is put off', async () => {
  const host = await server()
  host.db.prepare('PRAGMA query_only = ON').run()
  const ana = host.console('ana')
  expect(await ana.ask('sync:hello', helloOf(ana.deviceId))).toMatchObject({ ok: false, why: 'BUSY' })
})

test('[SV17] a connection that breaks at the commit leaves an answer to ask for', async () => {
  let isBroken = false
  const host = await server({
    hooks: {
      afterCommit: () => {
        if (isBroken) throw new Error('the line is gone')
      }
    }
  })
  const ana = await online(host, 'ana')
  const ops = [ana.op({ type: 'case.claim', caseId: await host.open() })]
  isBroken = true
  expect(await ana.push(ops)).toMatchObject({ stop: 'BUSY', results: [] })
  isBroken = false
  expect(await ana.push(ops)).toMatchObject({ stop: null, results: [{ outcome: 'applied', seq: 2 }] })
})

test('[SV18] a database from a newer build is refused and left untouched', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-'))
  folders.push(folder)
  const file = path.join(folder, 'server.db')
  openDb(file, [...MIGRATIONS, { version: 9_990, sql: 'CREATE TABLE later (id INTEGER) STRICT' }]).close()
  expect(() => openDb(file, MIGRATIONS)).toThrow(DiskFault)
  expect(() => openDb(file, MIGRATIONS)).toThrow('newer')
})
