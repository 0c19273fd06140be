import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { helloOf } from '../../../test/support/hello.ts'
import { testHome } from '../../../test/support/homes.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { must } from '../../shared/lib/must.ts'
import { opHash } from '../../shared/protocol/op.ts'
import type { Welcome } from '../../shared/protocol/sync.ts'
import type { Home } from '../home/home.ts'
import { type Health, makeHealth } from './health.ts'
import type { Metrics } from './metrics.ts'
import { timedHome } from './timed-home.ts'
import { makeWatchApp } from './watch-app.ts'

let host: LiveServer | undefined
afterEach(async () => {
  await host?.stop()
  host = undefined
})

/** Ana claims a case, and adds a note to it that nobody understands. */
async function atWork(given?: LiveServer): Promise<LiveServer> {
  const live = given ?? (await liveServer({ watched: true }))
  host = live
  const opened = await live.core.intake.open({
    subject: 'Charged twice by Kangaroo Ltd',
    body: 'secret words',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C', email: 'rosa@example.com' },
    channel: 'email',
    category: 'billing',
    queue: { tier: 'L1', team: 'billing' }
  })
  const caseId = opened.ok ? opened.value.caseId : ''
  const socket = live.socket(await live.tokens.issue('person', 'ana'))
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
  const ask = (name: string, payload: unknown) => socket.emitWithAck(name, payload)
  const welcome = (await ask('sync:hello', helloOf('laptop-of-ana'))) as Extract<Welcome, { ok: true }>
  let previous = ''
  const ops = [{ type: 'case.claim' }, { type: 'case.sing' }].map((command, index) => {
    const op = {
      ev: 1 as const,
      tv: 1,
      opId: `op-${index}`,
      opNo: index + 1,
      deviceId: 'laptop-of-ana',
      actorId: 'ana',
      storeId: welcome.storeId,
      caseId,
      base: { caseVer: 1, cursor: 0, matrixVer: 1 },
      deps: [],
      madeAt: 1,
      mono: 1,
      bootId: 'b',
      offline: false,
      grantId: null,
      command: { ...command, caseId }
    }
    previous = opHash(op as never, previous)
    return { ...op, hash: previous }
  })
  await ask('sync:push', { storeId: welcome.storeId, deviceId: 'laptop-of-ana', firstOpNo: 1, ops })
  // The second one again, under a number that leaves a gap.
  const [first] = ops
  const late = { ...first, opId: 'op-late', opNo: 9 }
  await ask('sync:push', { storeId: welcome.storeId, deviceId: 'laptop-of-ana', firstOpNo: 9, ops: [late] })
  await ask('rosa@example.com', {})
  return live
}

const read = async (live: LiveServer, where: string) => {
  const reply = await fetch(new URL(where, must(live.watchUrl, 'port to watch at')))
  return { status: reply.status, text: await reply.text() }
}

test('[SV87] on its own port the server tells its numbers: answers, times, consoles, writes, effects, imports', async () => {
  const live = await atWork()
  const { status, text } = await read(live, '/metrics')
  expect(status).toBe(200)
  const lines = text.split('\n')
  for (const line of [
    'tierline_op_answers_total{outcome="applied"} 1',
    'tierline_op_answers_total{outcome="rejected"} 1',
    'tierline_push_stops_total{reason="GAP"} 1',
    'tierline_answer_seconds_count{message="sync:push"} 2',
    'tierline_answer_seconds_count{message="sync:hello"} 1',
    'tierline_answer_seconds_count{message="other"} 1',
    'tierline_consoles{state="fetching"} 1',
    'tierline_console_lag_facts 2',
    'tierline_log_head 2',
    'tierline_writes_waiting 0',
    'tierline_home_answers 1',
    'tierline_effects{state="waiting"} 0',
    'tierline_held_work 0'
  ])
    expect(lines).toContain(line)
  expect(text).toMatch(/^tierline_leads [01]$/m)
  expect(text).toMatch(/tierline_write_seconds_count [1-9]/)
  expect(text).toMatch(/tierline_nodejs_eventloop_lag_seconds \d/)
})

test('[SV87] nothing of a case or a person is among them, and the port of the consoles tells none', async () => {
  const live = await atWork()
  const { text } = await read(live, '/metrics')
  for (const word of ['Rosa', 'rosa@', 'Kangaroo', 'secret', 'ana', 'cust-1', 'laptop', 'op-0'])
    expect(text).not.toContain(word)
  expect((await live.call('GET', '/metrics')).status).toBe(404)
})

test('[SV88] ready is who can write, tells what was committed, and is not about to end', async () => {
  const live = await atWork()
  for (const where of ['/healthz', '/readyz']) {
    expect((await read(live, where)).status).toBe(200)
    expect((await live.call('GET', where)).status).toBe(200)
  }
})

test('[SV87] effects and held work are counted by how they stand', async () => {
  const live = await liveServer({ watched: true })
  host = live
  await live.home.write((tx) => {
    const effect = tx.prepare(
      `INSERT INTO effects (key, kind, payload, state, tries, next_at, held) VALUES (?, 'mail', '{}', ?, ?, ?, ?)`
    )
    const never = Number.MAX_SAFE_INTEGER
    const effects = { new: [3, 0, 0], failing: [2, 4, 0], held: [1, 0, 1] } as const
    for (const [name, [count, tries, held]] of Object.entries(effects))
      for (let n = 0; n < count; n += 1) effect.run(`${name}-${n}`, 'waiting', tries, never, held)
    effect.run('done', 'sent', 1, 0, 0)
    const work = tx.prepare(
      `INSERT INTO held_work (op_id, kind, case_id, person_id, at, state) VALUES (?, 'op', 'c', 'ana', 0, ?)`
    )
    for (const [n, state] of ['waiting', 'waiting', 'let', 'dropped'].entries()) work.run(`held-${n}`, state)
  })
  const lines = (await read(live, '/metrics')).text.split('\n')
  for (const line of [
    'tierline_effects{state="waiting"} 3',
    'tierline_effects{state="failing"} 2',
    'tierline_effects{state="held"} 1',
    'tierline_held_work 2'
  ])
    expect(lines).toContain(line)
})

test('[SV87] [SV88] facts that cannot be told are counted from when they were committed until they are', async () => {
  const live = await liveServer({ watched: true })
  host = live
  const untold = async () =>
    Number(/^tierline_untold_seconds (.+)$/m.exec((await read(live, '/metrics')).text)?.[1])
  await vi.waitFor(async () => expect(await untold()).toBe(0))
  const core = live.core as { flush: () => void }
  const { flush } = core
  core.flush = () => {
    throw new Error('no console can be told')
  }
  await atWork(live)
  await vi.waitFor(async () => expect(await untold()).toBeGreaterThan(0.1))
  core.flush = flush
  await vi.waitFor(async () => expect(await untold()).toBe(0), { timeout: 10_000 })
})

test('[SV88] a balancer is told by the status code', async () => {
  let isOk = true
  const health = { ready: async () => ({ ok: isOk, home: isOk, tail: true, staying: true }) } as Health
  const app = makeWatchApp({ text: async () => '', contentType: 'text/plain' } as Metrics, health)
  const codes = async () => {
    const [alive, ready] = await Promise.all([app.inject('/healthz'), app.inject('/readyz')])
    return [alive.statusCode, ready.statusCode]
  }
  expect(await codes()).toEqual([200, 200])
  isOk = false
  expect(await codes()).toEqual([200, 503])
  await app.close()
})

test('[SV88] a home that does not answer, facts untold for long, or an end that is near: not ready, and why', async () => {
  let [now, fails] = [0, false]
  const home = {
    db: { prepare: () => ({ get: () => 1 }) },
    write: async () => {
      if (fails) throw new Error('disk full')
      return true
    },
    status: () => ({ ready: true }),
    close: async () => undefined
  } as unknown as Home
  const health = makeHealth(home, () => now)
  expect(await health.ready()).toEqual({ ok: true, home: true, tail: true, staying: true })
  health.dirty()
  now = 4_001
  health.dirty()
  expect(await health.ready()).toMatchObject({ ok: true })
  now = 5_001
  expect([health.lagMs(), await health.ready()]).toEqual([
    5_001,
    { ok: false, home: true, tail: false, staying: true }
  ])
  health.flushed()
  fails = true
  now += 1_000
  expect(await health.ready()).toEqual({ ok: false, home: false, tail: true, staying: true })
  fails = false
  now += 1_000
  health.drain()
  expect(await health.ready()).toEqual({ ok: false, home: true, tail: true, staying: false })
})

test('[SV87] a write counts as waiting until it is on disk or has failed, and its time is told once', async () => {
  let now = 0
  let end: (error?: Error) => void = () => undefined
  const slow = {
    write: () =>
      new Promise((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve(1))
      })
  } as unknown as Home
  const { home, writes } = timedHome(slow, () => now)
  const took: number[] = []
  writes.onDone((ms) => took.push(ms))
  for (const error of [undefined, new Error('disk full')]) {
    const written = home.write(() => 1)
    expect(writes.waiting()).toBe(1)
    now += 25
    end(error)
    await written.catch(() => undefined)
    expect(writes.waiting()).toBe(0)
  }
  expect(took).toEqual([25, 25])
})

test('[SV88] a server whose disk takes nothing is not ready, however often it is asked', async () => {
  const home = await testHome()
  onTestFinished(() => home.close())
  let [now, writes] = [0, 0]
  const counted: Home = {
    ...home,
    write(work) {
      writes += 1
      return home.write(work)
    }
  }
  const health = makeHealth(counted, () => now)
  const changes = () => (home.db.prepare('SELECT total_changes() AS n').get() as { n: number }).n
  const before = changes()
  expect(await health.ready()).toMatchObject({ ok: true })
  // A transaction with nothing in it would get through on a full disk.
  expect(changes()).toBeGreaterThan(before)
  home.db.prepare('PRAGMA query_only = ON').run()
  now += 1_000
  const all = await Promise.all(Array.from({ length: 50 }, () => health.ready()))
  now += 999
  all.push(await health.ready())
  for (const ready of all) expect(ready).toMatchObject({ ok: false, home: false })
  expect(writes).toBe(2)
  home.db.prepare('PRAGMA query_only = OFF').run()
  now += 1
  expect(await health.ready()).toMatchObject({ ok: true })
})
