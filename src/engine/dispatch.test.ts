import { expect, test } from 'vitest'
import { ana, NINE } from '../../test/support/cases.ts'
import { openQueue, rowCounts, truth } from '../../test/support/queue.ts'
import { testStaging } from '../../test/support/snapshots.ts'
import { no } from '../shared/lib/result.ts'
import type { Change } from '../shared/protocol/bridge.ts'
import type { EngineReply } from '../shared/protocol/engine.ts'
import { openDb } from '../sqlite/db.ts'
import { matrixApi } from './account/matrix-api.ts'
import { ACCOUNT_MIGRATIONS } from './account/migrations.ts'
import type { ServerApi } from './account/server-api.ts'
import type { Sessions } from './account/sessions.ts'
import { createChanges } from './changes.ts'
import { type Desk, openDesk } from './desk.ts'
import { createDispatch } from './dispatch.ts'
import { matrixTexts } from './matrix-texts.ts'

const queueView = { kind: 'queue', queue: { tier: 'L1', team: 'billing' } }
const offline = {
  imports: async () => no({ type: 'NotReachable', message: 'no net' }),
  mappings: async () => no({ type: 'NotReachable', message: 'no net' }),
  rejections: async () => no({ type: 'NotReachable', message: 'no net' }),
  setAway: async () => no({ type: 'NotReachable', message: 'no net' }),
  mayBeSetAway: async () => no({ type: 'NotReachable', message: 'no net' }),
  avoided: async () => no({ type: 'NotReachable', message: 'no net' }),
  devices: async () => no({ type: 'NotReachable', message: 'no net' }),
  held: async () => no({ type: 'NotReachable', message: 'no net' }),
  decideHeld: async () => no({ type: 'NotReachable', message: 'no net' }),
  matrices: matrixApi(async () => no({ type: 'NotReachable', message: 'no net' }))
}

function setup(given: Parameters<typeof openQueue>[0] = {}, signedIn = true) {
  const log = truth()
  const queue = openQueue(given)
  queue.take([log.open('c1')])
  const said: Change[] = []
  const changes = createChanges(
    (change) => said.push(change),
    (work) => work()
  )
  let ids = 0
  const desk: Desk = openDesk({
    file: ':memory:',
    db: queue.db,
    staging: testStaging(),
    deviceId: 'device-1',
    newId: () => `my-op-${++ids}`,
    bootId: 'boot',
    token: () => 'token-1',
    grantKey: null,
    mono: () => 0,
    now: () => NINE,
    random: () => 0,
    dial: () => ({ request: () => new Promise(() => {}), tell: () => {}, close: () => {} }),
    schedule: () => () => {},
    onChange: (topics, caseIds) => changes.note(topics, caseIds)
  })
  const sessions = {
    desk: () => (signedIn ? desk : undefined),
    token: () => undefined,
    get: async () => ({ state: 'signedIn', server: 's', demo: true, person: ana })
  } as unknown as Sessions
  const db = openDb(':memory:', ACCOUNT_MIGRATIONS)
  const dispatch = createDispatch({
    db,
    sessions,
    api: offline as unknown as ServerApi,
    texts: matrixTexts(''),
    changes
  })
  let id = 0
  const send = (kind: 'ask' | 'act' | 'tell', name: string, payload: unknown = {}): Promise<EngineReply> =>
    dispatch({
      id: ++id,
      kind,
      name,
      payload: kind === 'act' ? { opId: `page-op-${id}`, command: payload } : payload
    })
  const fault = async (...request: Parameters<typeof send>) => {
    const reply = await send(...request)
    return reply.ok ? 'none' : reply.fault.name
  }
  return { log, queue, send, fault, said, db }
}

test('[EN22] a question is answered under its number', async () => {
  const { send } = setup()
  expect(await send('ask', 'case.list', { view: queueView, after: null, limit: 10 })).toMatchObject({
    id: 1,
    ok: true,
    value: { rows: [{ id: 'c1' }], total: 1, next: null }
  })
  expect(await send('ask', 'case.get', { caseId: 'c1' })).toMatchObject({
    id: 2,
    ok: true,
    value: { kind: 'case' }
  })
  expect(await send('ask', 'case.get', { caseId: 'c2' })).toEqual({ id: 3, ok: true, value: null })
  for (const name of [
    'session.get',
    'settings.get',
    'connection.get',
    'counts.get',
    'matrix.get',
    'person.list',
    'approval.list',
    'outbox.list',
    'review.list',
    'import.list',
    'import.mappings',
    'matrix.draft',
    'matrix.kept',
    'matrix.versions',
    'matrix.plans',
    'matrix.trial'
  ]) {
    expect(await send('ask', name, undefined), name).toMatchObject({ ok: true })
  }
})

test('[EN22] what nobody knows, and what is not understood, is a bad request', async () => {
  const { fault, queue } = setup()
  const bad: Parameters<typeof fault>[] = [
    ['ask', 'case.sing'],
    ['ask', '__proto__'],
    ['ask', 'constructor'],
    ['ask', ''],
    ['tell', 'case.get', { caseId: 'c1' }],
    ['ask', 'draft.put'],
    ['ask', 'case.get', {}],
    ['ask', 'case.get', { caseId: 7 }],
    ['ask', 'case.get', 'c1'],
    ['ask', 'case.list', { view: { kind: 'everything' }, after: null, limit: 10 }],
    ['ask', 'case.list', { view: { kind: 'work' }, after: null, limit: 100_000 }],
    ['ask', 'case.list', { view: { kind: 'work' }, after: 'not a mark', limit: 10 }],
    ['tell', 'draft.put', { caseId: 'c1', mode: 'letter', text: '', opId: 'd' }],
    ['tell', 'draft.put', { caseId: 'c1', mode: 'note', text: 'x'.repeat(1_000_001), opId: 'd' }],
    ['tell', 'draft.put', { caseId: 'c1', mode: 'note', text: 'x' }],
    ['tell', 'settings.put', { theme: 'sepia' }]
  ]
  for (const request of bad) expect(await fault(...request), JSON.stringify(request)).toBe('BadRequest')
  expect(rowCounts(queue.db, 'drafts')).toEqual({ drafts: 0 })
})

test('[EN22] a command that is not understood is a refusal, not a fault', async () => {
  const { send } = setup()
  expect(await send('act', 'bridge.act', { type: 'case.sing' })).toMatchObject({
    ok: true,
    value: { ok: false, error: { type: 'NotUnderstood' } }
  })
})

test('[EN22] with nobody signed in whatever needs a queue says so', async () => {
  const { fault, send } = setup({}, false)
  const needs: Parameters<typeof fault>[] = [
    ['ask', 'case.list', { view: { kind: 'work' }, after: null, limit: 10 }],
    ['ask', 'case.get', { caseId: 'c1' }],
    ['ask', 'counts.get'],
    ['ask', 'outbox.list'],
    ['ask', 'review.list'],
    ['ask', 'approval.list'],
    ['act', 'bridge.act', { type: 'case.claim', caseId: 'c1' }],
    ['tell', 'draft.put', { caseId: 'c1', mode: 'note', text: 'x', opId: 'd' }],
    ['tell', 'sync.now']
  ]
  for (const request of needs) expect(await fault(...request), request[1]).toBe('NotSignedIn')
  expect(await send('ask', 'connection.get')).toMatchObject({ ok: true, value: { state: 'offline' } })
  expect(await send('ask', 'settings.get')).toMatchObject({ ok: true })
})

test('[EN9] on a full disk an action and a draft are faults called DiskFull; nothing is there, and with space all is well', async () => {
  const { queue, send, fault } = setup()
  const page = queue.db.prepare('PRAGMA page_count').get() as { page_count: number }
  const body = 'x'.repeat(20_000)
  const note = { type: 'case.note', caseId: 'c1', body }
  queue.db.prepare(`PRAGMA max_page_count = ${page.page_count}`).get()
  expect(await fault('act', 'bridge.act', note)).toBe('DiskFull')
  expect(await fault('tell', 'draft.put', { caseId: 'c1', mode: 'reply', text: body, opId: 'draft-1' })).toBe(
    'DiskFull'
  )
  expect(rowCounts(queue.db, 'outbox', 'drafts')).toEqual({ outbox: 0, drafts: 0 })
  expect(await send('ask', 'case.get', { caseId: 'c1' })).toMatchObject({
    ok: true,
    value: { case: { ver: 1 } }
  })
  queue.db.prepare('PRAGMA max_page_count = 1073741823').get()
  expect(await send('act', 'bridge.act', note)).toEqual({
    id: 4,
    ok: true,
    value: { ok: true, opId: 'page-op-4' }
  })
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 1 })
})

test('[EN9] the same when the disk fills up at the very end of the write', async () => {
  let isFull = false
  const { queue, fault } = setup({
    hooks: {
      beforeCommit: () => {
        if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      }
    }
  })
  isFull = true
  expect(await fault('act', 'bridge.act', { type: 'case.claim', caseId: 'c1' })).toBe('DiskFull')
  isFull = false
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 0 })
  expect(await fault('act', 'bridge.act', { type: 'case.claim', caseId: 'c1' })).toBe('none')
})

test('[EN10] a question to a file that broke meanwhile is a fault with that name', async () => {
  const { queue, fault } = setup()
  const broken = Object.assign(new Error('database disk image is malformed'), {
    code: 'SQLITE_CORRUPT_INDEX'
  })
  const prepare = (): never => {
    throw broken
  }
  Object.assign(queue.db, { prepare })
  expect(await fault('ask', 'case.get', { caseId: 'c1' })).toBe('DiskBroken')
})

test('[EN6] a draft is kept and taken away, and its case named in the answers', async () => {
  const { send, queue } = setup()
  await send('tell', 'draft.put', { caseId: 'c1', mode: 'reply', text: 'Dear', opId: 'draft-1' })
  await send('tell', 'draft.put', { caseId: 'c1', mode: 'reply', text: 'Dear Rosa', opId: 'draft-1' })
  expect(await send('ask', 'case.get', { caseId: 'c1' })).toMatchObject({
    value: { drafts: { reply: 'Dear Rosa', note: '' }, draftOps: { reply: 'draft-1', note: null } }
  })
  expect(await send('ask', 'counts.get')).toMatchObject({ value: { drafts: 1 } })
  expect(await send('ask', 'case.list', { view: { kind: 'drafts' }, after: null, limit: 5 })).toMatchObject({
    value: { rows: [{ id: 'c1', hasDraft: true }], total: 1 }
  })
  await send('tell', 'draft.put', { caseId: 'c1', mode: 'reply', text: '', opId: 'draft-1' })
  expect(rowCounts(queue.db, 'drafts')).toEqual({ drafts: 0 })
})

test('[EN23] a setting put with nothing in it changes nothing', async () => {
  const { send } = setup()
  await send('tell', 'settings.put', { theme: 'dark' })
  await send('tell', 'settings.put', { theme: undefined })
  expect(await send('ask', 'settings.get')).toMatchObject({ value: { theme: 'dark' } })
})

test('[EN24] an action tells which case changed, a refused one tells nothing', async () => {
  const { send, said } = setup()
  await send('act', 'bridge.act', { type: 'case.claim', caseId: 'c1' })
  expect(said).toEqual([{ topics: expect.arrayContaining(['cases', 'counts', 'outbox']), caseIds: ['c1'] }])
  said.length = 0
  await send('act', 'bridge.act', { type: 'case.claim', caseId: 'c1' })
  await send('act', 'bridge.act', { type: 'case.claim', caseId: 'elsewhere' })
  expect(said).toEqual([])
})

test('[EN29] an absence that the server cannot be told is refused, and its figures are unknown without it', async () => {
  const { send, fault } = setup()
  const away = { from: NINE, until: NINE + 1 }
  const refused = { ok: true, value: { ok: false, error: { type: 'NotReachable' } } }
  expect(await send('tell', 'me.away', { away })).toMatchObject(refused)
  expect(await send('tell', 'me.away', { away: null })).toMatchObject(refused)
  expect(await fault('tell', 'me.away', { away: { from: NINE, until: NINE } })).toBe('BadRequest')
  expect(await send('tell', 'person.away', { personId: 'ben', away })).toMatchObject(refused)
  expect(await fault('tell', 'person.away', { away })).toBe('BadRequest')
  expect(await send('ask', 'absence.others')).toMatchObject({ ok: true, value: null })
  expect(await send('ask', 'figures.avoided', { days: 30 })).toMatchObject({ ok: true, value: null })
  expect(await fault('ask', 'figures.avoided', { days: 0 })).toBe('BadRequest')
})

test('[EN29] what waits for a supervisor and the consoles of all are unknown without the server, and nothing is decided then', async () => {
  const { send, fault } = setup()
  expect(await send('ask', 'device.list')).toMatchObject({ ok: true, value: null })
  expect(await send('ask', 'held.list')).toMatchObject({ ok: true, value: null })
  expect(await send('tell', 'held.decide', { opId: 'op-1', decision: 'let' })).toMatchObject({
    value: { ok: false, error: { type: 'NotReachable' } }
  })
  expect(await fault('tell', 'held.decide', { opId: 'op-1', decision: 'maybe' })).toBe('BadRequest')
  expect(await send('ask', 'diagnostics.get')).toMatchObject({ value: { deviceId: 'device-1' } })
})

test('[IM54] of imports that the server cannot be asked for it is said so, which is no empty list', async () => {
  const { send, fault } = setup()
  const away = { ok: true, value: { ok: false, error: { type: 'NotReachable' } } }
  expect(await send('ask', 'import.list')).toMatchObject(away)
  expect(await send('ask', 'import.mappings')).toMatchObject(away)
  expect(await send('ask', 'import.rejections', { id: 'job', from: 0, limit: 200 })).toMatchObject(away)
  expect(await fault('ask', 'import.rejections', { id: 'job', from: -1, limit: 200 })).toBe('BadRequest')
  expect(await fault('ask', 'import.rejections', { id: 'job', from: 0, limit: 1_001 })).toBe('BadRequest')
})
