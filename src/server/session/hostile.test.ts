import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { helloOf } from '../../../test/support/hello.ts'
import { facts, online, server } from '../../../test/support/server.ts'
import { Parted, PROTOCOL, Pulled, Pushed, Snapped, Welcome } from '../../shared/protocol/sync.ts'

const Refused = z.object({
  ok: z.literal(false),
  why: z.enum(['BAD', 'HELLO', 'BUSY']),
  message: z.string().min(1)
})
const SHAPES: Record<string, z.ZodType> = {
  'sync:hello': Welcome,
  'sync:push': Pushed,
  'sync:pull': Pulled,
  'sync:snap': Snapped,
  'sync:part': Parted,
  'sync:seen': z.undefined()
}

const name = fc.oneof(
  fc.constantFrom(...Object.keys(SHAPES)),
  fc.string({ maxLength: 200 }),
  fc.constantFrom('__proto__', 'constructor')
)
/** Right shapes with wrong things in them get further than noise does. */
const nearly = fc.record(
  {
    proto: fc.constantFrom(1, 2, '1'),
    deviceId: fc.oneof(fc.constant('device-1'), fc.anything()),
    storeId: fc.oneof(fc.constant('id-1'), fc.jsonValue()),
    firstOpNo: fc.oneof(fc.constantFrom(0, 1, 2, 1e99), fc.jsonValue()),
    ops: fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          ev: fc.constantFrom(1, 2),
          opNo: fc.integer(),
          command: fc.jsonValue(),
          deps: fc.jsonValue(),
          hash: fc.string()
        })
      ),
      { maxLength: 70 }
    ),
    cursor: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
    scopeVer: fc.oneof(fc.constant(1), fc.jsonValue()),
    max: fc.oneof(fc.integer(), fc.jsonValue()),
    asOf: fc.oneof(fc.constantFrom(0, 1), fc.integer(), fc.jsonValue()),
    scope: fc.oneof(fc.constantFrom('L1/billing', 'user:ana', '*'), fc.jsonValue()),
    packings: fc.oneof(fc.constantFrom(['gzip'], ['zstd', 'gzip'], []), fc.jsonValue()),
    etag: fc.oneof(fc.constant('a'.repeat(64)), fc.jsonValue()),
    part: fc.oneof(fc.constantFrom(0, 1), fc.integer(), fc.jsonValue()),
    scopes: fc.oneof(fc.constant(['L1/billing', 'user:ana']), fc.jsonValue())
  },
  { requiredKeys: [] }
)

test('[SV25] whatever comes in gets an answer of the right shape and changes nothing', async () => {
  const host = await server()
  await host.open()
  const ana = await online(host, 'ana', 'device-1')
  const before = facts(host.db)
  await fc.assert(
    fc.asyncProperty(name, fc.oneof(fc.jsonValue(), nearly, fc.anything()), async (event, payload) => {
      host.clock.now += 1_000
      const answer = await ana.ask(event, payload)
      const shape = Object.hasOwn(SHAPES, event) ? SHAPES[event] : Refused
      expect(shape?.safeParse(answer).success, `${event} ${JSON.stringify(answer)}`).toBe(true)
    }),
    { numRuns: 2_000 }
  )
  expect(facts(host.db)).toEqual(before)
  expect(host.reports.filter((event) => event === 'message.broke')).toEqual([])
})

test('[SV25] a connection that has not said hello is asked to', async () => {
  const ana = (await server()).console('ana')
  expect(await ana.ask('sync:push', {})).toMatchObject({ stop: 'HELLO', results: [] })
  expect(await ana.ask('sync:pull', {})).toMatchObject({ ok: false, why: 'HELLO' })
  expect(await ana.ask('sync:rm', {})).toMatchObject({
    ok: false,
    why: 'BAD',
    message: expect.stringContaining('sync:rm')
  })
})

test('[SV25] an op nested deeper than any stack is turned away', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  let deep: unknown = 1
  for (let i = 0; i < 100_000; i++) deep = [deep]
  const op = {
    ...ana.op({ type: 'case.claim', caseId: await host.open() }),
    command: { type: 'case.claim', deep }
  }
  expect(['BUSY', 'BAD', 'FORKED', null]).toContain((await ana.push([op])).stop)
  expect(facts(host.db)).toHaveLength(1)
})

test('[SY31] with too much unanswered newcomers are put off before those who fetch, and these before those who hand in work', async () => {
  const host = await server()
  const id = await host.open()
  const [ana, ben] = [await online(host, 'ana'), host.console('ben')]
  const asks: Promise<unknown>[] = []
  const crowd = (until: number): void => {
    while (asks.length < until) asks.push(ana.ask('sync:pull', { cursor: 0, scopeVer: 1, max: 1 }))
  }
  const op = ana.op({ type: 'case.claim', caseId: id })
  const hello = () => ben.ask('sync:hello', helloOf(ben.deviceId))
  const part = () => ana.ask('sync:part', {})
  crowd(998)
  const inTime = hello()
  crowd(1_100)
  expect(await hello()).toMatchObject({ ok: false, why: 'BUSY', retryAfterMs: expect.any(Number) })
  crowd(1_600)
  expect(await part()).toMatchObject({ ok: false, why: 'BUSY', retryAfterMs: expect.any(Number) })
  crowd(2_100)
  expect(await ana.push([op])).toMatchObject({ stop: 'BUSY', results: [], retryAfterMs: expect.any(Number) })
  await Promise.all(asks)
  expect(await inTime).toMatchObject({ ok: true })
  expect(await ana.push([op])).toMatchObject({ stop: null, results: [{ outcome: 'applied' }] })
  expect(await hello()).toMatchObject({ ok: true })
})

/** `length` and `size` are asked by every check of a length, and become no number. */
const UNCOUNTABLE = JSON.parse('{"length":{"toString":1,"valueOf":null},"size":{"valueOf":null}}') as unknown

test('[SV25] a value that a check cannot even look at is no more than wrong', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const op = ana.op({ type: 'case.note', caseId: await host.open(), body: 'x' })
  for (const wrong of [
    { ...op, ev: UNCOUNTABLE },
    { ...op, bootId: UNCOUNTABLE },
    { ...op, command: { ...op.command, type: UNCOUNTABLE } }
  ])
    expect(await ana.push([wrong])).toMatchObject({ stop: 'BAD', results: [], message: expect.any(String) })
  expect(await ana.push([op], { storeId: UNCOUNTABLE })).toMatchObject({ stop: 'BAD' })
  expect(await ana.ask('sync:hello', { proto: PROTOCOL, app: UNCOUNTABLE })).toMatchObject({
    ok: false,
    why: 'BAD'
  })
  // Where the fields of a command are looked at, it has its answer like any command nobody understands.
  const ben = await online(host, 'ben')
  const unread = await ben.act({ type: 'case.note', caseId: op.caseId, body: UNCOUNTABLE as string })
  expect(unread).toMatchObject({ outcome: 'rejected', refusal: { type: 'NotUnderstood' } })
  expect(host.reports.filter((event) => event === 'message.broke' || event === 'op.broke')).toEqual([])
  expect(facts(host.db)).toHaveLength(1)
})
