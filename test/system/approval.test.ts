import { expect, test } from 'vitest'
import { ana, HOUR, max, people, sol } from '../support/cases.ts'
import { approvalsOf, caseOf, openAt, press, reviewOf, viewOf } from '../support/people-acts.ts'
import { createWorld } from '../support/world.ts'

const PACKAGE = { need: 'n', tried: 't', impact: 'i', ask: 'she was charged twice' }

test('[ES14] a yes to a request that changed meanwhile does not count, and the approver reads the new one', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atSol] = [world.console(ana), world.console(sol)]
  await world.settle()
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'grant:refund', { amountMinor: 12_000, package: PACKAGE })
  await world.settle()
  expect(approvalsOf(atSol)).toMatchObject([
    { by: 'ana', ask: { amountMinor: 12_000, package: { ask: 'she was charged twice' } } }
  ])

  world.cut(atSol)
  press(atAna, caseId, 'amend', { amountMinor: 19_000 })
  press(atSol, caseId, 'approve')
  await world.settle()
  world.mend(atSol)
  await world.settle()
  expect(reviewOf(atSol)).toMatchObject([
    { type: 'approval.approve', outcome: 'rejected', refusal: { type: 'StaleSubject' } }
  ])
  expect(caseOf(atAna, caseId).grants).toEqual([])
  expect(approvalsOf(atSol)).toMatchObject([{ ask: { amountMinor: 19_000 } }])

  press(atSol, caseId, 'approve')
  await world.settle()
  expect(caseOf(atAna, caseId).grants).toMatchObject([{ amountMinor: 19_000, by: 'ana', approvedBy: 'sol' }])
  expect(approvalsOf(atSol)).toEqual([])
  await world.close()
})

test('[ES16] two approvers in order: the second is asked when the first said yes, and time moves an unanswered step on', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atSol, atMax] = [world.console(ana), world.console(sol), world.console(max)]
  await world.settle()
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'grant:refund', { amountMinor: 60_000, package: PACKAGE })
  await world.settle()
  expect(approvalsOf(atSol)).toMatchObject([{ step: 0, steps: 2 }])
  press(atSol, caseId, 'approve')
  await world.settle()
  expect(approvalsOf(atSol)).toEqual([])
  expect(approvalsOf(atMax)).toMatchObject([{ step: 1, steps: 2 }])
  await world.clock.forward(3 * HOUR)
  await world.settle()
  expect(approvalsOf(atMax)).toEqual([])
  expect(caseOf(atAna, caseId)).toMatchObject({ grants: [], escalations: [{ state: { status: 'expired' } }] })
  expect(viewOf(atSol, caseId)).toMatchObject({ kind: 'case' })
  await world.close()
})
