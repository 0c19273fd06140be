import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { online, server } from '../../../test/support/server.ts'
import { openDb, type Reader, type Writer } from '../../sqlite/db.ts'
import type { Home } from './home.ts'
import { sqliteHome } from './sqlite-home.ts'

const TABLE = { version: 10, sql: 'CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;' }

let folder = ''
let file = ''
let commits = 0
let isFull = false
let home: Home
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-home-'))
  file = path.join(folder, 'server.db')
  commits = 0
  isFull = false
  const beforeCommit = () => {
    if (isFull) throw Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' })
    commits += 1
  }
  home = sqliteHome(openDb(file, [TABLE], { beforeCommit }))
})
afterEach(async () => {
  await home.close()
  rmSync(folder, { recursive: true, force: true })
})

const put = (text: string) => (tx: Writer) => {
  tx.prepare('INSERT INTO kept (text) VALUES (?)').run(text)
  return text
}
const texts = (db: Reader) =>
  (db.prepare('SELECT text FROM kept ORDER BY id').all() as { text: string }[]).map(({ text }) => text)

test('[HM1] a work is answered when another program can read what it wrote, and not before', async () => {
  const other = openDb(file, [TABLE])
  const asked = home.write(put('one'))
  expect(texts(other)).toEqual([])
  expect(await asked).toBe('one')
  expect(texts(other)).toEqual(['one'])
  other.close()
})

test('[HM1] [HM3] works stand in the order they were asked in, and many share a commit', async () => {
  const names = Array.from({ length: 300 }, (_none, n) => `${n}`)
  expect(await Promise.all(names.map((name) => home.write(put(name))))).toEqual(names)
  expect(texts(home.db)).toEqual(names)
  expect(commits).toBe(3)
})

test('[HM2] a work that throws is taken back alone', async () => {
  const broken = home.write((tx) => {
    put('half')(tx)
    throw new Error('in the middle')
  })
  const answers = await Promise.allSettled([home.write(put('one')), broken, home.write(put('two'))])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(texts(home.db)).toEqual(['one', 'two'])
  expect(commits).toBe(1)
})

test('[HM2] when the disk fails nobody is told yes, and the next works go through', async () => {
  isFull = true
  const answers = await Promise.allSettled([home.write(put('one')), home.write(put('two'))])
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'DiskFull' } })
  isFull = false
  await home.write(put('three'))
  expect(texts(home.db)).toEqual(['three'])
})

test('[HM2] a work that would go on outside of its transaction is refused', async () => {
  await expect(home.write(async (tx) => put('later')(tx))).rejects.toThrow('not a promise')
  expect(texts(home.db)).toEqual([])
})

test('[HM1] what was asked before the close is done, and what is asked after it is not', async () => {
  const asked = home.write(put('last'))
  await home.close()
  expect(await asked).toBe('last')
  await expect(home.write(put('too late'))).rejects.toThrow('closed')
  home = sqliteHome(openDb(file, [TABLE]))
  expect(texts(home.db)).toEqual(['last'])
})

test('[HM4] what a console sends in one breath is answered in its order, each on what the one before made', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const [first, second] = [
    ana.op({ type: 'case.claim', caseId: id }),
    ana.op({ type: 'case.note', caseId: id, body: 'mine now' })
  ]
  const heard: string[] = []
  const noted = <T>(name: string, answer: Promise<T>) => answer.finally(() => heard.push(name))
  const [one, two, pulled] = await Promise.all([
    noted('claim', ana.push([first])),
    noted('note', ana.push([second])),
    noted('pull', ana.pull(1))
  ])
  expect([one, two]).toMatchObject([
    { headOpNo: 1, stop: null },
    { headOpNo: 2, stop: null }
  ])
  expect(pulled.to).toBe(3)
  expect(heard).toEqual(['claim', 'note', 'pull'])
})

test('[HM4] consoles that act in one breath share a commit', async () => {
  let before = 0
  const beforeCommit = () => {
    before += 1
  }
  const host = await server({ hooks: { beforeCommit } })
  const [one, two] = [await host.open(), await host.open()]
  const [ana, ben] = [await online(host, 'ana'), await online(host, 'ben')]
  before = 0
  await Promise.all([
    ana.act({ type: 'case.claim', caseId: one }),
    ben.act({ type: 'case.claim', caseId: two })
  ])
  expect(before).toBe(1)
})
