import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listen } from '../../src/server/commands/serve.ts'
import { createCore, nameStore } from '../../src/server/core.ts'
import { digestOf } from '../../src/server/home/digest.ts'
import { sqliteHome } from '../../src/server/home/sqlite-home.ts'
import { listPeople } from '../../src/server/log/people.ts'
import { openLog } from '../../src/server/open-log.ts'
import { matrix } from '../support/cases.ts'
import { cli } from '../support/cli.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'
import { pgHome, tempFolder } from '../support/homes.ts'
import { expectSame, startNode } from '../support/nodes.ts'
import { newWorkspace } from '../support/places.ts'
import { plainFacts } from '../support/plain-facts.ts'
import { online, server } from '../support/server.ts'

test('[HM19] a workspace moves from its folder into an empty database with its order, and its consoles go on there', async () => {
  const data = path.join(tempFolder(), 'data')
  mkdirSync(data)
  const before = await server({ home: sqliteHome(openLog(data)) })
  const id = await before.open()
  const ana = await online(before, 'ana', 'her-laptop')
  await ana.act({ type: 'case.claim', caseId: id })
  for (let n = 0; n < 30; n += 1)
    await ana.act({ type: 'case.note', caseId: id, body: `${n} \u0000 \u{1F600}` })
  const wanted = digestOf(before.db)
  const { storeId, scopes } = ana.welcome
  await before.close()

  const workspace = newWorkspace()
  const moved = await cli('migrate', '--data', data, '--database', workspace)
  expect(moved).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('32 facts, the same on both sides')
  })
  expect(existsSync(path.join(data, 'server.db'))).toBe(false)
  expect(await plainFacts(workspace)).toHaveLength(32)
  const [one, other] = [await startNode(workspace), await startNode(workspace)]
  expect(digestOf(one.db)).toEqual(wanted)
  const there = one.console('ana', 'her-laptop')
  expect(await there.hello({ storeId, scopes, cursor: 32 })).toMatchObject({
    kept: scopes,
    fetch: null,
    headOpNo: 31,
    seq: 32
  })
  await there.act({ type: 'case.note', caseId: id, body: 'from the new home' })
  await expectSame(one, other)
})

test('[HM19] nothing is moved into a database that holds something, and the folder stays as it is', async () => {
  const data = path.join(tempFolder(), 'data')
  mkdirSync(data)
  const home = sqliteHome(openLog(data))
  await nameStore(home, () => 'first')
  await home.close()
  const workspace = newWorkspace()
  const node = await startNode(workspace, {}, false)
  const wanted = digestOf(node.db)
  expect(await cli('migrate', '--data', data, '--database', workspace)).toMatchObject({
    code: 1,
    err: expect.stringContaining('holds a workspace already; nothing was changed')
  })
  expect(existsSync(path.join(data, 'server.db'))).toBe(true)
  await node.home.catchUp()
  expect(digestOf(node.db)).toEqual(wanted)
})

test('[HM20] the commands work on a database as on a folder, beside its nodes', async () => {
  const workspace = newWorkspace()
  const home = await pgHome(workspace)
  await nameStore(home, () => 'store')
  const core = createCore({ home, now: () => Date.now(), newId: () => 'x' })
  await core.publishMatrix(matrix({ hierarchical: [] }), 'ada')
  const who = [
    '--email',
    'eva@example.com',
    '--name',
    'Eva',
    '--role',
    'agent',
    '--tier',
    'L1',
    '--queues',
    'L1/billing'
  ]
  expect(await cli('person', 'add', '--database', workspace, ...who)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Password, shown this once')
  })
  expect(await cli('matrix', 'list', '--database', workspace)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1\t/)
  })
  expect(await cli('checkpoint', '--database', workspace)).toMatchObject({
    code: 0,
    out: expect.stringContaining('stands at change')
  })
  expect(await cli('restored', '--database', workspace)).toMatchObject({ code: 0 })
  await home.catchUp()
  expect(listPeople(home.db).map(({ name }) => name)).toEqual(['Eva'])
  expect(home.db.prepare("SELECT value FROM meta WHERE name = 'store_id'").get()).not.toEqual({
    value: 'store'
  })
})

test('[HM21] a node that starts while its database is away waits for it and says so', async () => {
  const line = await cuttingProxy(newWorkspace())
  onTestFinished(() => line.close())
  line.isDown = true
  const said: { msg: string; why?: string }[] = []
  const logger = pino({ level: 'warn' }, { write: (one: string) => void said.push(JSON.parse(one)) })
  let isUp = false
  const starting = listen({
    data: tempFolder(),
    host: '127.0.0.1',
    port: 0,
    database: line.url,
    logger
  }).then((node) => {
    isUp = true
    return node
  })
  await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 20_000 })
  expect(said[0]?.msg).toContain('waits for it')
  expect(isUp).toBe(false)
  line.isDown = false
  const node = await starting
  expect((await fetch(new URL('/readyz', node.url))).status).toBe(200)
  await node.stop()
})

test('[HM19] the address of the database may come from the environment, where nobody who lists processes reads it', async () => {
  const data = path.join(tempFolder(), 'data')
  mkdirSync(data)
  await sqliteHome(openLog(data)).close()
  process.env['DATABASE_URL'] = newWorkspace()
  onTestFinished(() => void delete process.env['DATABASE_URL'])
  expect(await cli('migrate')).toMatchObject({ code: 1, err: 'missing: --data' })
  expect(await cli('migrate', '--data', data)).toMatchObject({ code: 0, err: '' })
  expect(existsSync(path.join(data, 'server.db.moved'))).toBe(true)
})

test.each([
  ['no address', 'is no address of a database'],
  ['postgres://nobody@127.0.0.1:1/none', 'it does not answer'],
  ['postgres://x@127.0.0.1/x?workspace=A;B', 'small letters']
])('[HM20] a database that cannot be used is said in a sentence: %s', async (url, says) => {
  const { code, err } = await cli('person', 'list', '--database', url)
  expect(code).toBe(1)
  expect(err).toContain(says)
  expect(err).not.toContain('    at ')
})
