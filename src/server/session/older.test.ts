import { expect, test } from 'vitest'
import { z } from 'zod'
import { wireOf } from '../../../test/support/golden.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { server } from '../../../test/support/server.ts'
import { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import { putStoreId } from '../log/meta.ts'
import { eventTo, saidTo } from './older.ts'

/** What a console of an older protocol takes, by the shapes of its own build. */
function shapesOf(protocol: number, kind: 'gives' | 'down'): ReadonlyMap<string, z.ZodType> {
  const shapes = Object.entries(wireOf(`protocol-${protocol}`).shapes[kind])
  return new Map(shapes.map(([name, shape]) => [name, z.fromJSONSchema(shape as never)]))
}

function mustFit(shapes: ReadonlyMap<string, z.ZodType>, name: string, payload: unknown): void {
  const parsed = shapes.get(name)?.safeParse(payload)
  expect({
    name,
    known: parsed !== undefined,
    problem: parsed?.error && z.prettifyError(parsed.error)
  }).toEqual({
    name,
    known: true,
    problem: undefined
  })
}

test.each([2, 3])(
  '[SY50] what consoles of protocol %i said to their server is answered by this one as they can read it, with the same outcomes',
  async (protocol) => {
    const wire = wireOf(`protocol-${protocol}`)
    const [gives, down] = [shapesOf(protocol, 'gives'), shapesOf(protocol, 'down')]
    const host = await server()
    for (let n = 1; n <= 6; n += 1) await host.open({ caseId: CaseId.parse(`case-${n}`) })
    const firstHello = wire.said.find((one) => one.name === 'sync:hello')
    const { storeId } = must(firstHello, 'hello').answer as { storeId: string }
    await host.home.write((tx) => putStoreId(tx, storeId))
    const sessions = new Map<string, ReturnType<typeof host.core.connect>>()
    const outcomes = (answers: unknown) =>
      (answers as { results: OpResult[] }).results.map((one) => [one.opId, one.outcome])
    let pushed = 0
    for (const { who, dir, name, payload, answer } of wire.said) {
      if (dir === 'down') continue
      // A hello begins a connection anew.
      const session =
        name === 'sync:hello'
          ? host.core.connect({ personId: PersonId.parse(who), tokenId: who }, (event, said) =>
              mustFit(down, event, said)
            )
          : sessions.get(who)
      if (!session) throw new Error(`${who} has not said hello`)
      sessions.set(who, session)
      const said = await session.receive(name, payload)
      if (name === 'sync:seen') continue
      mustFit(gives, name, said)
      if (name === 'sync:push') {
        pushed += 1
        expect(outcomes(said)).toEqual(outcomes(answer))
      }
      host.core.flush()
      await host.core.tick()
    }
    expect(pushed).toBeGreaterThan(8)
  }
)

test('[SY50] names that came since are said in those a console of protocol 2 knows', () => {
  const [gives, down] = [shapesOf(2, 'gives'), shapesOf(2, 'down')]
  const result = { opId: 'op-1', opNo: 1, outcome: 'rejected', told: null, seq: 0, asked: '' }
  const since = { ...result, refusal: { type: 'SentAlready', sent: null, at: null } }
  const known = { ...result, refusal: { type: 'CaseClosed' } }
  const push = saidTo(2, 'sync:push', { headOpNo: 2, results: [since, known], stop: null })
  mustFit(gives, 'sync:push', push)
  expect(push).toMatchObject({
    results: [
      { refusal: { type: 'NotUnderstood', problem: 'SentAlready' } },
      { refusal: { type: 'CaseClosed' } }
    ]
  })
  expect(gives.get('sync:push')?.safeParse({ headOpNo: 2, results: [since], stop: null }).success).toBe(false)
  expect(saidTo(2, 'sync:bye', { why: 'forked' })).toEqual({ why: 'replaced' })
  const frame = { storeId: 's', scopeVer: 1, from: 0, to: 1, changes: [], results: [since] }
  mustFit(gives, 'sync:pull', saidTo(2, 'sync:pull', { ok: true, frame }))
  expect(saidTo(3, 'sync:bye', { why: 'forked' })).toEqual({ why: 'forked' })
  for (const protocol of [2, 3]) {
    const [event, said] = eventTo(protocol, 'sync:poke', { seq: 9 })
    mustFit(protocol === 2 ? down : shapesOf(3, 'down'), event, said)
  }
  expect(eventTo(4, 'sync:poke', { seq: 9 })).toEqual(['sync:poke', { seq: 9 }])
})

test('[SY50] one of protocol 1 is told in a sentence why it cannot go on', async () => {
  const host = await server()
  const ana = host.console('ana')
  expect(await ana.ask('sync:hello', { ...helloOf(ana.deviceId), proto: 1 })).toMatchObject({
    ok: false,
    why: 'UPGRADE',
    proto: 4,
    message: expect.stringContaining('the console needs an update')
  })
  const hello = wireOf('protocol-1').said.find((one) => one.name === 'sync:hello')
  mustFit(shapesOf(1, 'gives'), 'sync:hello', await ana.ask('sync:hello', hello?.payload))
})
