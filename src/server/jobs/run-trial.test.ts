import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { online, server } from '../../../test/support/server.ts'
import { runTrial } from './run-trial.ts'

test('[MX22] a case that was taken out of the public is looked up as it was', async () => {
  const privacy = [{ id: 'private', when: { flags: ['public'] }, to: 'chat' }]
  const host = await server()
  expect((await host.core.publishMatrix(matrix({ privacy }), 'ada')).ok).toBe(true)
  const id = await host.open({ channel: 'social', flags: ['public'] })
  host.clock.now += 60_000
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: id })
  expect(await ana.act({ type: 'case.goPrivate', caseId: id, to: 'chat' })).toMatchObject({
    outcome: 'applied'
  })
  const counts = await runTrial({
    db: host.db,
    inForce: matrix({ privacy }),
    draft: matrix({ privacy }),
    signal: new AbortController().signal,
    pause: async () => undefined,
    onElsewhere: () => undefined,
    onProgress: () => undefined
  })
  expect(counts.rows).toContainEqual({ row: { list: 'privacy', id: 'private' }, before: 1, after: 1 })
})
