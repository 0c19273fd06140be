import { cpSync, mkdirSync } from 'node:fs'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HomeBusy } from '../../src/server/home/home.ts'
import { CommitUnknown, LogAway } from '../../src/server/home/shared-log.ts'
import { startServer } from '../../src/server/index.ts'
import { findCase } from '../../src/server/log/cases.ts'
import type { CaseId } from '../../src/shared/lib/ids.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'
import { tempFolder } from '../support/homes.ts'
import { expectSame, type Node, startNode, twoNodes } from '../support/nodes.ts'
import { newWorkspace } from '../support/places.ts'
import { facts, online } from '../support/server.ts'

const ownerOf = (node: Node, id: CaseId) => findCase(node.db, id)?.kase.owner

test.each(['commit', 'answer', 'shutdown'] as const)(
  '[HM9] a line that is cut at the commit (%s lost) does the work once, and its author gets the answer',
  async (cutAt) => {
    const { one, other } = await twoNodes()
    const id = await one.open()
    const ana = await online(one, 'ana')
    one.line.cutAt = cutAt
    const answer = await ana.act({ type: 'case.claim', caseId: id })
    expect(one.line.cuts).toBe(1)
    expect(answer).toMatchObject({ outcome: 'applied', seq: 2 })
    await expectSame(one, other)
    expect(facts(other.db).map(({ type }) => type)).toEqual(['case.opened', 'case.claimed'])
    expect(ownerOf(one, id)).toBe('ana')
    // Lost at every commit, twice over, with others in between.
    for (let n = 0; n < 3; n += 1) {
      one.line.cutAt = cutAt
      await Promise.all([ana.act({ type: 'case.note', caseId: id, body: `${n}` }), other.open()])
    }
    // What nothing else keeps from being done twice.
    one.line.cutAt = cutAt
    const counted = await one.home.write((tx) =>
      tx
        .prepare(
          `INSERT INTO meta VALUES ('counter', '1')
           ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`
        )
        .get()
    )
    expect(counted).toEqual({ value: '1' })
    await expectSame(one, other)
    expect(other.db.prepare("SELECT value FROM meta WHERE name = 'counter'").get()).toEqual(counted)
    expect(facts(one.db).filter(({ type }) => type === 'case.noted')).toHaveLength(3)
    expect(one.line.cuts).toBe(5)
  }
)

test('[HM9] a commit that was heard of by a try that failed in turn is not done again by the next', async () => {
  const { one: other, workspace } = await twoNodes()
  let fails: 'atMore' | 'atCommit' | undefined
  const one = await startNode(workspace, {
    wrap: (log) => ({
      ...log,
      async begin(after) {
        if (fails === 'atMore') await other.open()
        const turn = await log.begin(after)
        const [first, ...rest] = turn.changes
        return {
          ...turn,
          async commit() {
            await turn.commit()
            if (fails !== 'atCommit') return
            fails = 'atMore'
            throw new CommitUnknown('the answer to a commit got lost')
          },
          ...(first && rest.length > 0 && { changes: [first] }),
          async more(from) {
            if (fails !== 'atMore') return turn.more(from)
            fails = undefined
            await turn.abort()
            throw new LogAway('the connection was cut')
          }
        }
      }
    })
  })
  await one.home.catchUp()
  fails = 'atCommit'
  const counted = await one.home.write((tx) =>
    tx
      .prepare(
        `INSERT INTO meta VALUES ('counter', '1') ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`
      )
      .get()
  )
  expect(fails).toBeUndefined()
  expect(counted).toEqual({ value: '1' })
  await expectSame(one, other)
  expect(other.db.prepare("SELECT value FROM meta WHERE name = 'counter'").get()).toEqual(counted)
})

test('[HM10] while the database is away a push is BUSY and takes nothing, reading goes on, and afterwards the same push works', async () => {
  const { one, other } = await twoNodes()
  const id = await one.open()
  const ana = await online(one, 'ana')
  one.line.isDown = true
  one.line.cut()
  const op = ana.op({ type: 'case.claim', caseId: id })
  const busy = await ana.push([op])
  expect(busy).toMatchObject({ stop: 'BUSY', results: [], retryAfterMs: expect.any(Number) })
  expect(one.home.status()).toMatchObject({ ready: false, why: expect.stringContaining('does not answer') })
  expect((await ana.pull(1)).to).toBe(1)
  await expect(one.home.write((tx) => tx.prepare('SELECT 1').get())).rejects.toBeInstanceOf(HomeBusy)
  const ben = await online(other, 'ben')
  await ben.act({ type: 'case.note', caseId: id, body: 'meanwhile' })
  one.line.isDown = false
  expect(await ana.push([op])).toMatchObject({ stop: null, results: [{ outcome: 'applied', seq: 3 }] })
  expect(one.home.status()).toEqual({ ready: true })
  await expectSame(one, other)
  const told = one.told.filter(({ event }) => event.startsWith('home.'))
  expect(told.map(({ event }) => event)).toEqual(['home.away', 'home.back'])
  expect(told[1]?.details['awayMs']).toBeGreaterThan(0)
})

test('[HM10] however many wait, while the database is away nobody waits for the tries of those in front', async () => {
  const { one } = await twoNodes()
  one.line.isDown = true
  one.line.cut()
  let told = 0
  const asked = Array.from({ length: 600 }, (_none, n) =>
    one.home
      .write((tx) => tx.prepare("INSERT INTO meta VALUES (?, 'x')").run(`w${n}`))
      .catch((error: unknown) => {
        expect(error).toBeInstanceOf(HomeBusy)
        told += 1
      })
  )
  await asked[0]
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toBe(600)
  one.line.isDown = false
  await vi.waitFor(() => one.home.write((tx) => tx.prepare('SELECT 1').get()), { timeout: 20_000 })
  expect(one.db.prepare("SELECT count(*) AS n FROM meta WHERE value = 'x'").get()).toEqual({ n: 0 })
})

test('[HM10] programs are told to come again, and the log is not filled with what it says already', async () => {
  const line = await cuttingProxy(newWorkspace())
  const said: { msg: string }[] = []
  const logger = pino({ level: 'info' }, { write: (one: string) => void said.push(JSON.parse(one)) })
  const node = await startServer({
    data: tempFolder(),
    host: '127.0.0.1',
    port: 0,
    database: line.url,
    logger
  })
  onTestFinished(async () => {
    await node.stop()
    await line.close()
  })
  line.isDown = true
  line.cut()
  for (let n = 0; n < 3; n += 1) {
    const reply = await fetch(new URL('/api/cases/some', node.url))
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '2'])
  }
  expect(said.filter(({ msg }) => msg === 'home.away')).toHaveLength(1)
  expect(said.filter(({ msg }) => msg === 'request failed')).toEqual([])
  line.isDown = false
})

test('[HM10] a first hello that nobody can answer rightly is put off', async () => {
  const { one } = await twoNodes()
  one.line.isDown = true
  one.line.cut()
  const ana = one.console('ana')
  await expect(ana.hello()).rejects.toThrow('BUSY')
})

test('[HM11] a node that dies between the commit there and its own finds what it did when it starts again', async () => {
  const cache = tempFolder()
  let isDying = false
  let letGo = (): void => undefined
  const { one: keeper, workspace } = await twoNodes()
  const dying = await startNode(workspace, {
    cache,
    wrap: (log) => ({
      ...log,
      async begin(after) {
        const turn = await log.begin(after)
        return {
          ...turn,
          async commit() {
            await turn.commit()
            // Nothing of this process happens any more.
            if (isDying) await new Promise<void>((resolve) => (letGo = resolve))
          }
        }
      }
    })
  })
  const id = await dying.open()
  const ana = await online(dying, 'ana')
  await dying.home.write((tx) => tx.prepare('SELECT 1').get()) // nothing else is under way
  isDying = true
  void ana.act({ type: 'case.claim', caseId: id })
  await vi.waitFor(async () => {
    await keeper.home.catchUp()
    expect(ownerOf(keeper, id)).toBe('ana')
  })
  expect(ownerOf(dying, id)).toBeNull()
  // What its folder holds at that moment, under another process.
  const again = `${cache}-again`
  mkdirSync(again)
  for (const name of ['replica.db', 'replica.db-wal']) cpSync(`${cache}/${name}`, `${again}/${name}`)
  const started = await startNode(workspace, { cache: again })
  expect(ownerOf(started, id)).toBe('ana')
  await expectSame(keeper, started)
  isDying = false
  letGo()
})

test('[HM10] a node that stands still with the lock in its hand is cut off, and the others go on', {
  timeout: 60_000
}, async () => {
  let hold: (() => void) | undefined
  let isHolding = false
  const { one, workspace } = await twoNodes()
  const stuck = await startNode(workspace, {
    wrap: (log) => ({
      ...log,
      async begin(after) {
        const turn = await log.begin(after)
        if (isHolding) await new Promise<void>((resolve) => (hold = resolve))
        return turn
      }
    })
  })
  isHolding = true
  const late = stuck.home.write((tx) => tx.prepare("INSERT INTO meta VALUES ('late', 'x')").run())
  await vi.waitFor(() => expect(hold).toBeDefined())
  const opened = await vi.waitFor(() => one.open(), { timeout: 20_000 })
  expect(opened).toBeDefined()
  isHolding = false
  hold?.()
  await expect(late).rejects.toBeInstanceOf(HomeBusy)
  await expectSame(one, stuck)
  expect(one.db.prepare("SELECT 1 FROM meta WHERE name = 'late'").get()).toBeUndefined()
})
