import { expect, test } from 'vitest'
import { ana, people } from '../../../test/support/cases.ts'
import { openAt, press } from '../../../test/support/people-acts.ts'
import { createWorld } from '../../../test/support/world.ts'
import { VERSION } from '../../shared/lib/version.ts'
import { Diagnostics } from '../../shared/protocol/looked-after.ts'
import { getDiagnostics } from './diagnostics.ts'

test('[EN44] the diagnostics say how the console stands, and nothing of a case, a customer or what was written', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  world.cut(atAna)
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'note', { body: 'a kangaroo' })
  press(atAna, caseId, 'note', { body: 'a wombat' })
  await world.clock.forward(60_000)
  const said = getDiagnostics(atAna.desk)
  expect(Diagnostics.parse(said)).toEqual(said)
  expect(said).toMatchObject({
    version: VERSION,
    deviceId: 'device-ana',
    problem: null,
    waiting: { 'case.claim': 1, 'case.note': 2 },
    cases: 1,
    nextOpNo: 4,
    loading: false
  })
  expect(['offline', 'connecting']).toContain(said.state)
  const text = JSON.stringify(said)
  for (const word of ['kangaroo', 'wombat', 'Charged', 'Rosa', 'cust-1', caseId, '"ana"', 'L1/billing'])
    expect(text).not.toContain(word)
  await world.close()
})
