import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { ask, MINUTE } from '../../../test/support/cases.ts'
import { facts, online, server, type TestServer } from '../../../test/support/server.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { findCase } from '../log/cases.ts'
import { listEffects } from '../log/effects.ts'
import { webhookCourier } from './webhook.ts'

const SECRET = 'a secret of both sides'
type Got = { readonly headers: IncomingHttpHeaders; readonly body: string }
/** What the receiver does with one request, after it has done what was asked. */
type Answering = (response: ServerResponse) => void

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A company's own system: checks the signature as the README says, does a key once, and answers as told, the last way from then on. */
async function receiver(...answers: Answering[]) {
  const got: Got[] = []
  const done = new Map<string, unknown>()
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const { headers } = request
    got.push({ headers, body })
    const signed = createHmac('sha256', SECRET)
      .update(`${headers['tierline-timestamp']}.${body}`)
      .digest('hex')
    if (headers['tierline-signature'] !== `v1=${signed}`) return void response.writeHead(401).end()
    const key = String(headers['idempotency-key'])
    if (!done.has(key)) done.set(key, JSON.parse(body))
    const answering = answers.length > 1 ? answers.shift() : answers[0]
    answering?.(response)
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  closers.push(() => {
    http.closeAllConnections()
    http.close()
  })
  const { port } = http.address() as AddressInfo
  return { got, done, url: new URL(`http://127.0.0.1:${port}/grants`) }
}

const answers = (status: number, body: unknown, headers = {}): Answering => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (response) => void response.writeHead(status, headers).end(text)
}
const drops: Answering = (response) => void response.destroy()
/** Has done it, and never says so. */
const hangs: Answering = () => undefined
const hangsInTheMiddle: Answering = (response) => void response.writeHead(200).write('{"receipt":')

async function hosted(url: URL, secret = SECRET): Promise<TestServer> {
  const courier = webhookCourier({ url, secret }, () => 1_700_000_000_000, 150)
  return await server({ courier })
}

/** Ana asks for a refund of 300, and both steps say yes; the last one is pushed twice. */
async function approvedTwice(host: TestServer): Promise<{ id: CaseId; key: string }> {
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  await ana.act({ type: 'approval.request', caseId: id, rowId: 'refund-1000', matrixVer: 1, ask: ask(300) })
  const request = must(findCase(host.db, id)?.kase.escalations[0], 'request')
  const { subjectHash } = request.kind === 'hierarchical' ? request : { subjectHash: '' }
  const yes = { type: 'approval.approve' as const, caseId: id, escalationId: request.id, subjectHash }
  await (await online(host, 'sol')).act(yes)
  const max = await online(host, 'max')
  const op = max.op(yes)
  const [first] = (await max.push([op])).results
  const [again] = (await max.push([op])).results
  expect(again).toEqual(first)
  expect(first).toMatchObject({ outcome: 'applied' })
  return { id, key: `yes:${subjectHash}` }
}

/** Lets the timers tick, with time enough between for every retry, until a number of requests came in and were settled. */
async function deliver(host: TestServer, until: () => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      host.clock.now += 20 * MINUTE
      await host.core.tick()
      expect(until()).toBe(true)
    },
    { timeout: 10_000, interval: 20 }
  )
}

const carriedOut = (host: TestServer) => facts(host.db).filter((fact) => fact.type === 'grant.carriedOut')

test('[SV54] [SV56] an approval that was pushed twice is done once, by a receiver that answers 500, hangs, or drops the line after doing it', async () => {
  const elsewhere = await receiver(answers(200, { receipt: 'stolen' }))
  const away = answers(307, '', { location: elsewhere.url.href })
  const there = await receiver(answers(500, 'oh'), drops, hangs, away, answers(200, { receipt: 'P-77' }))
  const host = await hosted(there.url)
  const ana = await online(host, 'ana')
  const { id, key } = await approvedTwice(host)
  await deliver(host, () => carriedOut(host).length > 0)

  expect(there.got).toHaveLength(5)
  expect(elsewhere.got).toEqual([])
  expect(new Set(there.got.map(({ headers, body }) => `${headers['idempotency-key']} ${body}`)).size).toBe(1)
  expect([...there.done]).toMatchObject([
    [key, { key, kind: 'grant', caseId: id, action: 'refund', amountMinor: 30_000, currency: 'EUR' }]
  ])
  expect(carriedOut(host)).toMatchObject([{ caseId: id, by: 'system', opId: null }])
  expect(findCase(host.db, id)?.kase.grants).toMatchObject([
    { amountMinor: 30_000, by: 'ana', approvedBy: 'max', carriedOut: { receipt: 'P-77' } }
  ])
  // Who asked is told without asking.
  host.core.flush()
  expect(ana.frames().at(-1)?.changes.at(-1)).toMatchObject({
    fact: { caseId: id, event: { type: 'grant.carriedOut', receipt: 'P-77' } }
  })
  expect(listEffects(host.db, 'grant', { node: 'only', now: Number.MAX_SAFE_INTEGER }, 10)).toEqual([])
})

test('[SV56] a receiver can tell that it was us, and somebody with another secret is not', async () => {
  const there = await receiver(answers(200, {}))
  const host = await hosted(there.url, 'the secret of somebody else')
  await approvedTwice(host)
  await deliver(host, () => there.got.length > 1)
  expect(there.done.size).toBe(0)
  expect(host.reports.filter((event) => event === 'effect.failed').length).toBeGreaterThan(0)
  expect(carriedOut(host)).toEqual([])
})

test('[SV56] any 2xx is a yes; of its answer only a short plain receipt is taken', async () => {
  const cases: [Answering, string | null][] = [
    [answers(204, ''), null],
    [answers(200, 'thank you'), null],
    [answers(200, { receipt: 'R 1/2026' }), 'R 1/2026'],
    [answers(201, { receipt: 42 }), null],
    [answers(200, { receipt: 'x'.repeat(81) }), null],
    [answers(200, { receipt: 'a\u001b[2Jb' }), null],
    [answers(200, { receipt: 'P-1', filler: 'x'.repeat(70_000) }), null],
    [hangsInTheMiddle, null]
  ]
  for (const [answering, receipt] of cases) {
    const there = await receiver(answering)
    const courier = webhookCourier({ url: there.url, secret: SECRET }, Date.now, 150)
    expect(await courier.deliver({ key: 'op-1', kind: 'grant', payload: {} })).toEqual({ receipt })
  }
})
