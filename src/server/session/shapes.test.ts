import { expect, test } from 'vitest'
import { online, server } from '../../../test/support/server.ts'

test('[SY48] an op of a newer shape than the server knows is not taken and not lost: the push stops, and what stood before it counts', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  const ops = [
    await ana.op({ type: 'case.claim', caseId: id }),
    await ana.op({ type: 'case.note', caseId: id, body: 'n' }, { tv: 2 }),
    await ana.op({ type: 'case.note', caseId: id, body: 'after it' })
  ]
  expect(await ana.push(ops)).toMatchObject({
    headOpNo: 1,
    stop: 'UPGRADE',
    results: [{ outcome: 'applied' }]
  })
  expect(host.db.prepare('SELECT count(*) AS n FROM op_results').get()).toEqual({ n: 1 })
})

test('[SY48] an op of an older shape is read as it was meant, and its hash is the one it came with', async () => {
  const host = await server()
  const id = await host.open()
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  const escalate = {
    type: 'case.escalate' as const,
    caseId: id,
    rowId: 'l1-billing',
    to: { tier: 'L2' as const, team: 'billing' },
    matrixVer: 1,
    package: { need: 'n', tried: 't', impact: 'i', ask: 'a' }
  }
  const { opId } = await ana.act(escalate)
  const lea = await online(host, 'lea')
  await lea.act({ type: 'case.claim', caseId: id })
  const old = { type: 'escalation.return', caseId: id, escalationId: opId, note: 'known' }
  const ops = [
    await lea.op(old as never, { tv: 1 }),
    await lea.op({ type: 'case.note', caseId: id, body: 'late' })
  ]
  expect(await lea.push(ops)).toMatchObject({
    stop: null,
    headOpNo: 3,
    results: [{ outcome: 'applied' }, {}]
  })
})

test('[SY47] a second run of an installation ends the first as a copy; the same run calling again, and one of before that was told, as itself', async () => {
  const host = await server()
  const byeOf = async (...instances: readonly (string | undefined)[]) => {
    const [older, newer] = instances.map(() => host.console('ana', 'laptop-01'))
    for (const [index, one] of [older, newer].entries()) {
      const instance = instances[index]
      await one?.hello(instance === undefined ? {} : { instance })
    }
    newer?.close()
    return older?.heard.at(-1)?.payload
  }
  expect(await byeOf('run-1', 'run-2')).toEqual({ why: 'forked' })
  expect(await byeOf('run-1', 'run-1')).toEqual({ why: 'replaced' })
  expect(await byeOf(undefined, 'run-2')).toEqual({ why: 'replaced' })
  expect(await byeOf('run-1', undefined)).toEqual({ why: 'replaced' })
})
