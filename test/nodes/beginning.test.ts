import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { CacheInUse } from '../../src/server/home/open-shared-home.ts'
import { NewerSchema } from '../../src/server/home/replica.ts'
import { MIGRATIONS } from '../../src/server/log/migrations/all.ts'
import { must } from '../../src/shared/lib/must.ts'
import { cli } from '../support/cli.ts'
import { pgHome, tempFolder } from '../support/homes.ts'
import { expectSame, startNode, twoNodes } from '../support/nodes.ts'
import { newWorkspace } from '../support/places.ts'
import { facts, online } from '../support/server.ts'

/** Speaks to a workspace's tables as somebody with a database client would; `$` is its schema. */
async function sql(workspace: string, statement: string): Promise<unknown[]> {
  const url = new URL(workspace)
  const schema = must(url.searchParams.get('workspace'), 'workspace')
  url.searchParams.delete('workspace')
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query(statement.replaceAll('$', schema))).rows
  } finally {
    await client.end()
  }
}

test('[HM12] a new node begins from the newest checkpoint and hears the rest', async () => {
  const { one, other, workspace } = await twoNodes()
  for (let n = 0; n < 5; n += 1) await one.open()
  await one.home.checkpoint()
  await other.open()
  const { n: at } = await other.home.checkpoint()
  await other.open()
  const heard: number[] = []
  const third = await startNode(workspace, {
    wrap: (log) => ({
      ...log,
      async read(after) {
        heard.push(after)
        return log.read(after)
      }
    })
  })
  expect(heard[0]).toBe(at)
  await expectSame(one, other, third)
  expect(await sql(workspace, 'SELECT count(DISTINCT n)::int AS kept FROM $.checkpoints')).toEqual([
    { kept: 1 }
  ])
})

test('[HM12] the lead makes one whenever so much has happened, and nobody else does', async () => {
  const { workspace } = await twoNodes()
  const checkpoints = { changes: 10, lookMs: 20 }
  const follower = await startNode(workspace, {
    checkpoints,
    wrap: (log) => ({
      ...log,
      isLead: () => false,
      putCheckpoint: () => Promise.reject(new Error('not for a follower'))
    })
  })
  const lead = await startNode(workspace, { checkpoints })
  const made = async () => {
    const [row] = await sql(workspace, 'SELECT max(n)::int AS n FROM $.checkpoints')
    return (row as { n: number | null }).n ?? 0
  }
  const head = () => (lead.db.prepare('SELECT n FROM replica_head').get() as { n: number }).n
  while (head() < 10) await lead.open()
  await vi.waitFor(async () => expect(await made()).toBeGreaterThanOrEqual(10))
  const first = await made()
  while (head() < first + 10) await lead.open()
  await vi.waitFor(async () => expect(await made()).toBeGreaterThanOrEqual(first + 10))
  expect([...lead.told, ...follower.told].map(({ event }) => event)).not.toContain('checkpoint.failed')
  await expectSame(lead, follower, await startNode(workspace))
})

test('[HM12] a damaged checkpoint is not begun from: a new node hears everything instead', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  const { n } = await one.home.checkpoint()
  await sql(workspace, `UPDATE $.checkpoints SET bytes = overlay(bytes placing 'x'::bytea from 5000)`)
  const third = await startNode(workspace)
  await expectSame(one, third)
  expect(third.told).toContainEqual({ event: 'checkpoint.damaged', details: { n } })
  // And the next one is whole again.
  await third.home.checkpoint()
  const fourth = await startNode(workspace)
  expect(fourth.told.map(({ event }) => event)).not.toContain('checkpoint.damaged')
  await expectSame(one, fourth)
})

test('[HM12] nor is one of another history, which is whole in itself', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  await one.home.checkpoint()
  await sql(workspace, `UPDATE $.checkpoints SET hash = repeat('0', 64)`)
  const third = await startNode(workspace)
  expect(third.told.map(({ event }) => event)).toContain('checkpoint.damaged')
  await expectSame(one, third)
})

test('[HM12] a checkpoint that another one takes the place of while it is read is left for that one', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  await one.home.checkpoint()
  const heard: number[] = []
  let isReplaced = false
  let newest = 0
  const third = await startNode(workspace, {
    wrap: (log) => ({
      ...log,
      async readPart(checkpoint, part) {
        if (!isReplaced) {
          isReplaced = true
          await one.open()
          newest = (await one.home.checkpoint()).n
        }
        return log.readPart(checkpoint, part)
      },
      async read(after) {
        heard.push(after)
        return log.read(after)
      }
    })
  })
  expect(heard[0]).toBe(newest)
  await expectSame(one, third)
})

test('[HM13] a copy of another history is thrown away at the start, and so is one that is broken', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  const cache = tempFolder()
  const elsewhere = await startNode(newWorkspace(), { cache }, false)
  await elsewhere.open()
  await elsewhere.home.close()
  const moved = await startNode(workspace, { cache })
  await expectSame(one, moved)
  expect(moved.told.map(({ event }) => event)).toContain('replica.foreign')
  await moved.home.close()
  writeFileSync(path.join(cache, 'replica.db'), 'this was a shopping list, many times over. '.repeat(500))
  const mended = await startNode(workspace, { cache })
  await expectSame(one, mended)
  expect(mended.told.map(({ event }) => event)).toContain('replica.broken')
})

test('[HM13] a node whose database was laid back from a backup under its feet ends, and begins anew', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  const { n } = one.home.db.prepare('SELECT n FROM replica_head').get() as { n: number }
  await one.open()
  await sql(
    workspace,
    `DELETE FROM $.changes WHERE n > ${n}; DELETE FROM $.facts WHERE seq > 1;
     UPDATE $.head SET n = ${n}, hash = (SELECT hash FROM $.changes WHERE n = ${n})`
  )
  const ends = new Promise<string>((resolve) => one.home.onEnd(resolve))
  await expect(one.home.catchUp()).rejects.toThrow('do not fit')
  expect(await ends).toContain('do not fit')
  expect(one.home.status()).toMatchObject({ ready: false })
  await expect(one.open()).rejects.toThrow('do not fit')
  const again = await startNode(workspace)
  expect(facts(again.db)).toHaveLength(1)
})

const NEXT = {
  version: 9_990,
  sql: 'CREATE TABLE later (id TEXT PRIMARY KEY, n INTEGER) STRICT; INSERT INTO later SELECT name, 1 FROM meta;'
}

test('[HM14] a newer build changes the tables as one more change; an older one ends and says why, and new copies do the same at the same place', async () => {
  const { one, workspace } = await twoNodes()
  await one.open()
  const ends = new Promise<string>((resolve) => one.home.onEnd(resolve))
  const newer = await startNode(workspace, { migrations: [...MIGRATIONS, NEXT] })
  expect(await ends).toMatch(/schema 9990, this build knows \d+: it needs the newer build/)
  expect(one.home.status()).toMatchObject({ ready: false, why: expect.stringContaining('newer build') })
  await newer.home.write((tx) => tx.prepare("INSERT INTO later VALUES ('x', 2)").run())
  await expect(pgHome(workspace)).rejects.toBeInstanceOf(NewerSchema)
  const another = await startNode(workspace, { migrations: [...MIGRATIONS, NEXT] })
  expect(another.db.prepare('SELECT count(*) AS n FROM later WHERE n = 1').get()).not.toEqual({ n: 0 })
  await expectSame(newer, another)
})

test('[HM14] a copy that stood still through a change of the tables hears it like any other', async () => {
  const workspace = newWorkspace()
  const older = MIGRATIONS.slice(0, -2)
  const cache = tempFolder()
  const first = await pgHome(workspace, { cache, migrations: older })
  await first.write((tx) => tx.prepare("INSERT INTO meta VALUES ('before', 'x')").run())
  await first.close()
  const second = await pgHome(workspace)
  await second.write((tx) => tx.prepare("INSERT INTO meta VALUES ('after', 'x')").run())
  const third = await pgHome(workspace, { cache })
  await expectSame({ home: second }, { home: third })
})

test('[HM15] two servers never share a folder for their copies', async () => {
  const cache = tempFolder()
  const one = await startNode(newWorkspace(), { cache }, false)
  await expect(pgHome(newWorkspace(), { cache })).rejects.toBeInstanceOf(CacheInUse)
  await one.home.close()
  expect(existsSync(path.join(cache, 'replica.db'))).toBe(true)
  await (await pgHome(newWorkspace(), { cache })).close()
})

test('[HM16] whoever comes to another node is met as if it had been there all the time', async () => {
  const { one, other } = await twoNodes()
  // This one hears nothing by itself: it must ask.
  const ana = await online(one, 'ana', 'her-laptop')
  const id = await one.open()
  const { seq } = await ana.act({ type: 'case.claim', caseId: id })
  const there = other.console('ana', 'her-laptop')
  const { storeId, scopes } = ana.welcome
  const welcome = await there.hello({ storeId, scopes, cursor: seq })
  expect(welcome).toMatchObject({ kept: scopes, fetch: null, headOpNo: 1, seq })
  await vi.waitFor(() => expect(ana.heard.at(-1)).toEqual({ name: 'sync:bye', payload: { why: 'replaced' } }))
  expect(there.heard).toEqual([])
  await there.act({ type: 'case.note', caseId: id, body: 'from there' })
  await expectSame(one, other)
})

test('[HM13] a change whose bytes are not those that were written is not taken, and its node does not start', async () => {
  const { one, workspace } = await twoNodes()
  const id = await one.open()
  const { n } = one.home.db.prepare('SELECT n FROM replica_head').get() as { n: number }
  await one.open()
  await sql(
    workspace,
    `UPDATE $.changes SET rows = (SELECT rows FROM $.changes WHERE n = ${n} - 1) WHERE n = ${n}`
  )
  await expect(startNode(workspace)).rejects.toThrow(`change ${n} does not follow`)
  // Who took it when it was whole goes on.
  await (await online(one, 'ana')).act({ type: 'case.claim', caseId: id })
})

test.each([false, true])(
  '[HM13] a node that knew more than a database that was laid back says so, unless `restored` was said: %s',
  async (isSaid) => {
    const { one, workspace } = await twoNodes()
    const cache = tempFolder()
    const knowing = await startNode(workspace, { cache })
    await one.open()
    await knowing.home.catchUp()
    const { n } = one.home.db.prepare('SELECT n FROM replica_head').get() as { n: number }
    await one.open()
    await knowing.home.catchUp()
    for (const node of [knowing, one]) await node.home.close()
    await sql(
      workspace,
      `DELETE FROM $.changes WHERE n > ${n}; DELETE FROM $.facts WHERE seq > 1;
       UPDATE $.head SET n = ${n}, hash = (SELECT hash FROM $.changes WHERE n = ${n})`
    )
    if (isSaid) expect((await cli('restored', '--database', workspace)).code).toBe(0)
    const again = await startNode(workspace, { cache })
    const told = again.told.map(({ event }) => event)
    expect(told).toContain('replica.foreign')
    expect(told.includes('database.setBack')).toBe(!isSaid)
    expect(facts(again.db)).toHaveLength(1)
  }
)
