import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { cli } from '../../../test/support/cli.ts'
import { isPassword } from '../auth/password.ts'
import { makeTokens } from '../auth/tokens.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { markDemo } from '../log/meta.ts'
import { findLogin } from '../log/people.ts'
import { findToken } from '../log/tokens.ts'
import { openLog } from '../open-log.ts'
import { resourcesDir } from '../resources-dir.ts'
import { listen, makeLogger } from './serve.ts'

const CLI = path.resolve(import.meta.dirname, '../cli.ts')
let folder: string
let data: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-cli-'))
  data = path.join(folder, 'data')
  openLog(data).close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: unknown): string => {
  const where = path.join(folder, name)
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content))
  return where
}

test('[SV47] bad input ends with a sentence and exit code 1', async () => {
  const port = createServer().listen(0, '127.0.0.1')
  await once(port, 'listening')
  const taken = String((port.address() as { port: number }).port)
  const noFolder = path.join(folder, 'none')
  const cases: [args: string[], says: RegExp][] = [
    [['explode'], /there is no command explode/],
    [['serve', '--data', data], /missing: --port/],
    [['serve', '--data', data, '--port', 'seven'], /--port: seven is no port/],
    [['serve', '--data', data, '--port', taken], new RegExp(`port ${taken} is in use by another program`)],
    [['serve', '--data', file('a-file', ''), '--port', '0'], /a-file/],
    [['serve', '--data', data, '--port', '0', '--colour', 'red'], /--colour/],
    [['serve', '--data', data, '--port', '0', '--proxy', 'anywhere'], /--proxy: anywhere is no address/],
    [['serve', '--data', data, '--port', '0', '--webhook', 'file:///x'], /--webhook: an address with http/],
    [['matrix', 'publish', '--data', noFolder, '--file', 'x'], /there is no file x/],
    [['person', 'list', '--data', noFolder], /there is no folder/],
    [['person', 'list', '--data', folder], /is not the data folder of a server/],
    [
      ['person', 'add', '--data', data, '--email', 'ana', '--name', 'A', '--role', 'agent', '--tier', 'L1'],
      /no e-mail address/
    ],
    [
      ['person', 'add', '--data', data, '--email', 'a@b.c', '--name', 'A', '--role', 'boss', '--tier', 'L9'],
      /--role: [\s\S]*--tier: /
    ],
    [['person', 'password', '--data', data, '--email', 'nobody@b.c'], /nobody works here under/],
    [['integration', 'remove', '--data', data, '--name', 'shop'], /there is no integration shop/],
    [['import', '--data', data, '--file', 'x.csv', '--mapping', file('m.yaml', 'a: [')], /mapping/],
    [['restored', '--data', noFolder], /there is no folder/]
  ]
  for (const [args, says] of cases) {
    const result = await cli(...args)
    expect({ args, ...result }).toMatchObject({ args, code: 1, err: expect.stringMatching(says) })
    expect(result.err).not.toMatch(/\n {4}at /)
  }
  port.close()
})

test('[SV47] a matrix that fails is told path by path, a good one is published', async () => {
  const broken = file('broken.yaml', { ...matrix(), currency: 'euro', riskShare: 2 })
  const checked = await cli('matrix', 'check', '--file', broken)
  expect(checked).toMatchObject({
    code: 1,
    err: expect.stringMatching(/currency: euro is no ISO 4217[\s\S]*riskShare: /)
  })
  expect(await cli('matrix', 'check', '--file', file('bad.yaml', 'a: [1'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('not valid YAML')
  })
  const shipped = path.join(resourcesDir(), 'demo/matrix.yaml')
  expect(await cli('matrix', 'check', '--file', shipped)).toMatchObject({
    code: 0,
    out: expect.stringContaining('is in order')
  })
  expect(await cli('matrix', 'publish', '--data', data, '--file', shipped)).toMatchObject({
    code: 0,
    out: expect.stringContaining('version 1')
  })
})

test('[SV47] a demo workspace is not served to others, and a real one is not made a demo', async () => {
  const demo = path.join(folder, 'demo')
  const db = openLog(demo)
  db.write((tx) => markDemo(tx))
  db.close()
  expect(await cli('serve', '--data', demo, '--port', '0', '--host', '0.0.0.0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('127.0.0.1 only')
  })
  const real = path.join(folder, 'real')
  openLog(real).close()
  await cli(
    'person',
    'add',
    '--data',
    real,
    '--email',
    'a@b.cd',
    '--name',
    'A',
    '--role',
    'administrator',
    '--tier',
    'L1'
  )
  expect(await cli('demo', '--data', real, '--port', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('a real workspace')
  })
})

test('[SV18] the command line says what a newer database needs', async () => {
  const newer = path.join(folder, 'newer')
  const db = openLog(newer)
  db.prepare('PRAGMA user_version = 9990').run()
  db.close()
  expect(await cli('serve', '--data', newer, '--port', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('newer Tierline')
  })
})

test('[SV48] a person made on the command line gets a password that is shown once and works', async () => {
  const who = ['--data', data, '--email', 'Ada@Example.com']
  const added = await cli(
    'person',
    'add',
    ...who,
    '--name',
    'Ada',
    '--role',
    'administrator',
    '--tier',
    'L1',
    '--time-zone',
    'Europe/Rome',
    '--language',
    'it'
  )
  expect(added).toMatchObject({
    code: 0,
    out: expect.stringContaining('Ada (ada-example.com) works here now')
  })
  const first = /once: (\S+)/.exec(added.out)?.[1] ?? ''
  const again = await cli('person', 'password', ...who)
  const second = /once: (\S+)/.exec(again.out)?.[1] ?? ''
  expect(second).toMatch(/^([a-z0-9]{5}-){3}[a-z0-9]{5}$/)
  const key = await cli('integration', 'add', '--data', data, '--name', 'shop')
  expect(key).toMatchObject({ code: 0, out: expect.stringMatching(/once: \S{43}$/m) })
  const db = openLog(data)
  const kept = findLogin(db, 'ada@example.com')?.password ?? ''
  expect(findToken(db, key.out)).toBeUndefined()
  db.close()
  expect(await isPassword(second, kept)).toBe(true)
  expect(await isPassword(first, kept)).toBe(false)
  expect(await cli('person', 'list', '--data', data)).toMatchObject({
    out: 'ada-example.com\tadministrator\tL1\tAda'
  })
})

test('[SV41] a served workspace says where it is, and ends cleanly when it is told to', async () => {
  const server = spawn(process.execPath, [CLI, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  const { ready, url } = JSON.parse(line) as { ready: boolean; url: string }
  expect(ready).toBe(true)
  expect(await (await fetch(new URL('/api/about', url))).json()).toMatchObject({ demo: false })
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(existsSync(path.join(data, 'server.db-wal'))).toBe(false)
})

test('[SV50] a workspace begins with its first matrix, and a bad one makes nothing', async () => {
  const fresh = path.join(folder, 'fresh')
  const shipped = path.join(resourcesDir(), 'demo/matrix.yaml')
  const bad = file('bad-first.yaml', { ...matrix(), currency: 'euro' })
  expect(await cli('matrix', 'publish', '--data', fresh, '--file', bad)).toMatchObject({ code: 1 })
  expect(existsSync(fresh)).toBe(false)
  expect(await cli('matrix', 'publish', '--data', fresh, '--file', shipped)).toMatchObject({
    code: 0,
    out: `a new workspace begins in ${fresh}\nversion 1 of the matrix is in force`
  })
  expect(await cli('matrix', 'publish', '--data', folder, '--file', shipped)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is not the data folder of a server')
  })
})

test('[SV51] people are changed and removed, and work only in queues that are there', async () => {
  const place = path.join(folder, 'people')
  await cli('matrix', 'publish', '--data', place, '--file', path.join(resourcesDir(), 'demo/matrix.yaml'))
  const who = ['--data', place, '--email', 'eva@example.com']
  const as = ['--name', 'Eva', '--role', 'agent', '--tier', 'L1']
  expect(await cli('person', 'add', ...who, ...as, '--queues', 'L1/fron')).toMatchObject({
    code: 1,
    err: '--queues: the matrix has no L1/fron'
  })
  await cli('person', 'add', ...who, ...as, '--queues', 'L1/front')
  expect(await cli('person', 'change', ...who)).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing to change')
  })
  expect(await cli('person', 'change', ...who, '--queues', 'L2/none')).toMatchObject({ code: 1 })
  expect(await cli('person', 'change', ...who, '--tier', 'L2', '--queues', 'L2/billing')).toMatchObject({
    code: 0,
    out: 'Eva (eva-example.com): agent, L2, L2/billing'
  })
  const home = sqliteHome(openLog(place))
  const { db } = home
  const tokens = makeTokens(
    home,
    () => 0,
    () => undefined
  )
  const token = await tokens.issue('person', 'eva-example.com')
  expect(await cli('person', 'remove', ...who)).toMatchObject({ code: 0 })
  expect(findLogin(db, 'eva@example.com')).toBeUndefined()
  expect(tokens.use(token)).toBeUndefined()
  await home.close()
  expect(await cli('person', 'list', '--data', place)).toMatchObject({
    out: 'eva-example.com\tagent\tL2\tEva'
  })
  expect(await cli('person', 'change', ...who, '--tier', 'L1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('nobody works here under')
  })
})

test('[SV62] an absence is noted and ended on the command line', async () => {
  const place = path.join(folder, 'away')
  await cli('matrix', 'publish', '--data', place, '--file', path.join(resourcesDir(), 'demo/matrix.yaml'))
  const who = ['--data', place, '--email', 'eva@example.com']
  await cli(
    'person',
    'add',
    ...who,
    '--name',
    'Eva',
    '--role',
    'agent',
    '--tier',
    'L1',
    '--queues',
    'L1/front'
  )
  const away = async (...more: string[]) => cli('person', 'away', ...who, ...more)
  expect(await away('--from', '2198-12-24T00:00Z', '--until', '2199-01-07T08:00+01:00')).toMatchObject({
    code: 0,
    out: 'Eva (eva-example.com) is away from 2198-12-24T00:00:00.000Z until 2199-01-07T07:00:00.000Z'
  })
  expect(await away('--until', 'tomorrow')).toMatchObject({
    code: 1,
    err: expect.stringContaining('--until: tomorrow is no time')
  })
  expect(await away('--until', '2020-01-01T00:00Z')).toMatchObject({ code: 1 })
  const over = ['--from', '2019-01-01T00:00Z', '--until', '2020-01-01T00:00Z']
  expect(await away(...over)).toMatchObject({ code: 1, err: '--until: that time has passed already' })
  expect(await away('--until', 'now')).toMatchObject({ code: 0, out: 'Eva (eva-example.com) is here' })
})

test('[HM22] a folder has one server, and is not moved away under it', async () => {
  const served = path.join(folder, 'served')
  const settings = { data: served, host: '127.0.0.1', port: 0, logger: makeLogger('warn') }
  const running = await listen(settings)
  expect(await cli('serve', '--data', served, '--port', '0')).toMatchObject({
    code: 1,
    err: `${served} is in use by another server`
  })
  const moving = ['migrate', '--data', served, '--database', 'postgres://nobody@127.0.0.1:1/none']
  expect(await cli(...moving)).toMatchObject({
    code: 1,
    err: `${served} is in use by a server: stop it first; nothing was changed`
  })
  // A command works beside it.
  expect(await cli('person', 'list', '--data', served)).toMatchObject({ code: 0 })
  // Whoever comes while it ends is let in once it has.
  const ending = running.stop()
  const again = await listen(settings)
  await ending
  await again.stop()
  expect(await cli(...moving)).toMatchObject({ code: 1, err: expect.stringContaining('does not answer') })
})

test('[HM22] a folder whose workspace was moved into a database does not begin an empty one', async () => {
  const moved = path.join(folder, 'moved')
  openLog(moved).close()
  renameSync(path.join(moved, 'server.db'), path.join(moved, 'server.db.moved'))
  expect(await cli('serve', '--data', moved, '--port', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('was moved into a database')
  })
  expect(existsSync(path.join(moved, 'server.db'))).toBe(false)
})
