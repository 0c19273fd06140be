import { expect, test } from 'vitest'
import { ben, NINE } from '../../../test/support/cases.ts'
import { answer, grantOf, STORE } from '../../../test/support/queue.ts'
import { settled } from '../../../test/support/scheduler.ts'
import { note, setup } from '../../../test/support/sync-desk.ts'
import type { Op } from '../../shared/protocol/op.ts'
import { LIMITS } from '../../shared/protocol/sync.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { listOutbox } from '../store/outbox.ts'

test('[EN16] when a frame came is told by the server’s clock, whatever this machine’s says', async () => {
  const { wire, queue, frame } = setup()
  await wire.greet({ seq: 1, serverTime: NINE + 3_600_000 })
  wire.events().onEvent('sync:frame', frame([], { from: 1, to: 2 }))
  await settled()
  expect([getNumber(queue.db, 'cursor'), findMeta(queue.db, 'lastSyncedAt')]).toEqual([2, NINE + 3_600_000])
})

test.each([
  ['AUTH', 'SignInAgain'],
  ['DEVICE', 'SignInAgain'],
  ['UPGRADE', 'UpdateNeeded'],
  ['BAD', 'ServerRefused']
])('[EN26] turned away at the door with %s it says %s, and waits', async (why, name) => {
  const { wire } = setup()
  wire.sync.start()
  wire.events().onOpen()
  await settled()
  await wire.next('sync:hello').answer({ ok: false, why, message: 'no' })
  expect(wire.sync.status()).toMatchObject({
    state: 'refused',
    problem: { name, message: 'no' },
    nextTryAt: null
  })
  await wire.clock.forward(600_000)
  expect(wire.dials).toHaveLength(1)
})

test.each([
  ['AUTH', 'SignInAgain'],
  ['BAD', 'ServerRefused']
])('[EN26] stopped in a push with %s it says %s, and the outbox waits', async (stop, name) => {
  const { wire, queue, act, online } = setup()
  await online()
  await act(note('n'))
  await wire.next('sync:push').answer({ headOpNo: 0, results: [], stop })
  expect(wire.sync.status()).toMatchObject({ state: 'refused', problem: { name } })
  expect(listOutbox(queue.db)).toHaveLength(1)
  wire.sync.now()
  expect(wire.dials).toHaveLength(2)
  await wire.greet({ seq: 1 })
  expect(wire.sync.status()).toMatchObject({ state: 'online', problem: null, nextTryAt: null })
})

test('[SY48] a server that does not know the shape of an op yet is asked again after a while, and the op waits', async () => {
  const { wire, queue, act, online } = setup()
  await online()
  await act(note('n'))
  await wire.next('sync:push').answer({ headOpNo: 0, results: [], stop: 'UPGRADE' })
  expect(wire.sync.status()).toMatchObject({ state: 'offline', problem: { name: 'ServerOlder' } })
  expect(wire.sync.status().nextTryAt).toBe(wire.clock.now() + 60_500)
  expect(listOutbox(queue.db)).toHaveLength(1)
  await wire.clock.step()
  await wire.greet({ seq: 1 })
  expect(wire.sync.status()).toMatchObject({ state: 'online', problem: null })
  expect(wire.next('sync:push').payload).toMatchObject({ firstOpNo: 1 })
})

test.each(['GAP', 'FORKED', 'STORE', 'HELLO'])('[EN26] stopped with %s it says hello again', async (stop) => {
  const { wire, act, online } = setup()
  await online()
  await act(note('n'))
  await wire.next('sync:push').answer({ headOpNo: 0, results: [], stop })
  await wire.clock.step()
  expect(await wire.greet({ seq: 1 })).toMatchObject({ nextOpNo: 2, open: ['my-op-1'], resultsFrom: 1 })
  expect(wire.next('sync:push')).toBeDefined()
})

test('[EN26] a token the server does not take ends in SignInAgain', async () => {
  const { wire } = setup()
  wire.sync.start()
  wire.events().onClose('refused')
  await wire.clock.forward(600_000)
  expect([wire.sync.status().problem?.name, wire.dials.length]).toEqual(['SignInAgain', 1])
})

test('[EN35] a server that hangs up over the size of a message is not called again by itself, and the outbox waits', async () => {
  const { wire, queue, act, online } = setup()
  await online()
  await act(note('n'))
  const push = wire.next('sync:push')
  wire.events().onClose('tooLarge')
  await push.fail(new Error('closed'))
  await wire.clock.forward(600_000)
  expect(wire.sync.status()).toMatchObject({ state: 'refused', problem: { name: 'TooLarge' } })
  expect([wire.dials.length, listOutbox(queue.db).length]).toEqual([1, 1])
  wire.sync.now()
  await wire.greet({ seq: 1 })
  expect(wire.sync.status()).toMatchObject({ state: 'online', problem: null, nextTryAt: null })
})

test('[EN26] a full disk is said while the sync waits for space, and forgotten when there is some', async () => {
  let isFull = false
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const { wire, queue, frame, online, log } = setup({
    hooks: {
      beforeCommit: () => {
        if (isFull) throw full
      }
    }
  })
  await online()
  isFull = true
  const claimed = frame([log.act('c1', ben, { type: 'case.claim' })], { from: 1, to: 2 })
  wire.events().onEvent('sync:frame', claimed)
  await settled()
  expect(wire.sync.status()).toMatchObject({ state: 'offline', problem: { name: 'DiskFull' } })
  expect(getNumber(queue.db, 'cursor')).toBe(1)
  isFull = false
  await wire.clock.step()
  expect(wire.clock.now() - NINE).toBeGreaterThanOrEqual(15_000)
  await wire.greet({ seq: 2 })
  await wire.next('sync:pull').answer({ ok: true, frame: claimed })
  expect(wire.sync.status()).toMatchObject({ state: 'online', problem: null, nextTryAt: null })
  expect(getNumber(queue.db, 'cursor')).toBe(2)
})

test('[EN26] a server that says what this build cannot read asks for an update', async () => {
  const { wire, online } = setup()
  await online()
  wire.events().onEvent('sync:frame', { from: 'the future' })
  await settled()
  expect(wire.sync.status()).toMatchObject({ state: 'offline', problem: { name: 'UpdateNeeded' } })
})

test.each([
  ['signedOut', 'SignInAgain'],
  ['replaced', 'ServerRefused']
])('[EN26] a goodbye because of %s is %s, and no reason to come back by itself', async (why, name) => {
  const { wire, online } = setup()
  await online()
  wire.events().onEvent('sync:bye', { why })
  await wire.clock.forward(600_000)
  expect([wire.sync.status().problem?.name, wire.dials.length]).toEqual([name, 1])
})

test('[EN27] one push is under way at a time; what is done meanwhile goes with the next', async () => {
  const { wire, queue, act, online, pushed } = setup()
  await act(note('before'))
  expect(wire.asked).toEqual([])
  await online()
  await act(note('one'))
  await act(note('two'))
  expect(wire.asked).toHaveLength(1)
  expect(pushed().map((op) => op.opNo)).toEqual([1])
  expect(listOutbox(queue.db).map((one) => one.state)).toEqual(['sent', 'ready', 'ready'])
  const [first] = pushed()
  await wire.next('sync:push').answer({ headOpNo: 1, results: [answer(first as Op, 2)], stop: null })
  expect(pushed().map((op) => op.opNo)).toEqual([2, 3])
  expect(wire.next('sync:push').payload).toMatchObject({ storeId: STORE, deviceId: 'device-1', firstOpNo: 2 })
})

test('[EN27] what was cut off goes out again as it was, and an answer to the old connection is not heard', async () => {
  const { wire, act, online, pushed, queue } = setup()
  await online()
  await act(note('one'))
  const old = wire.next('sync:push')
  const sent = pushed()
  wire.events().onClose('lost')
  await wire.clock.step()
  await old.answer({ headOpNo: 1, results: [answer(sent[0] as Op, 0, { outcome: 'noop' })], stop: null })
  expect(listOutbox(queue.db)).toHaveLength(1)
  await wire.greet({ seq: 1 })
  expect(pushed()).toEqual(sent)
})

test('[EN27] a long outbox goes in batches, and a server that answers none of one is not asked on and on', async () => {
  const { wire, queue, online, pushed } = setup()
  for (let n = 0; n < LIMITS.ops + 6; n += 1) queue.act(note(`n${n}`))
  await online()
  expect(pushed()).toHaveLength(LIMITS.ops)
  await wire.next('sync:push').answer({
    headOpNo: LIMITS.ops,
    results: pushed().map((op) => answer(op, 0, { outcome: 'noop' })),
    stop: null
  })
  expect(pushed()).toHaveLength(6)
  await wire.next('sync:push').answer({ headOpNo: LIMITS.ops, results: [], stop: null })
  expect([wire.asked.length, wire.sync.status().state]).toEqual([0, 'offline'])
})

test('[EN27] the person has the answer before anything is written for the sending', async () => {
  let writes = 0
  const { wire, queue, online } = setup({
    hooks: {
      afterCommit: () => {
        writes += 1
      }
    }
  })
  await online()
  writes = 0
  queue.act(note('n'))
  wire.sync.kick()
  wire.sync.kick()
  expect(writes).toBe(1)
  await wire.clock.forward(0)
  expect([writes, wire.asked.length]).toEqual([2, 1])
})

test('[EN16] a gap is fetched, a frame of another sight means hello, and what is stored is told', async () => {
  const { wire, queue, frame, online, log } = setup()
  await online()
  const claimed = log.act('c1', ben, { type: 'case.claim' })
  wire.events().onEvent('sync:frame', frame([claimed], { from: 1, to: 2 }))
  await settled()
  expect(wire.told).toEqual([])
  await wire.clock.forward(1_000)
  expect(wire.told).toEqual([{ cursor: 2 }])
  wire.events().onEvent('sync:frame', frame([], { from: 5, to: 6 }))
  wire.events().onEvent('sync:frame', frame([], { from: 6, to: 7 }))
  await settled()
  expect(wire.asked.map((one) => one.name)).toEqual(['sync:pull'])
  await wire.next('sync:pull').answer({ ok: true, frame: frame([], { from: 2, to: 7 }) })
  await wire.next('sync:pull').answer({ ok: true, frame: frame([], { from: 7, to: 7 }) })
  // The second frame told of a gap while the pull was on its way, which might have been answered before it.
  await wire.next('sync:pull').answer({ ok: true, frame: frame([], { from: 7, to: 7 }) })
  expect([getNumber(queue.db, 'cursor'), wire.asked]).toEqual([7, []])
  wire.events().onEvent('sync:frame', { ...frame([], { from: 7, to: 8 }), scopeVer: 2 })
  await settled()
  expect(wire.next('sync:hello').payload).toMatchObject({ cursor: 7 })
})

test('[EN16] a frame that crosses a hello is taken, and the rest is fetched all the same, for the server cannot know', async () => {
  const { wire, frame, online, log } = setup()
  await online()
  wire.events().onEvent('sync:rehello', { why: 'people' })
  await settled()
  const hello = wire.next('sync:hello')
  wire.events().onEvent('sync:frame', frame([log.act('c1', ben, { type: 'case.claim' })], { from: 1, to: 2 }))
  await settled()
  await hello.answer({
    ok: true,
    storeId: STORE,
    serverTime: NINE,
    seq: 2,
    headOpNo: 0,
    headOpId: null,
    headHash: '',
    scopeVer: 1,
    scopes: [],
    kept: ['L1/billing', 'user:ana'],
    fetch: null,
    sums: {},
    results: [],
    matrix: null,
    people: null,
    person: ben,
    grant: grantOf(ben)
  })
  expect(wire.next('sync:pull').payload).toMatchObject({ cursor: 2 })
})
