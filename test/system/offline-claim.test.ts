import { expect, test } from 'vitest'
import { ana, ben, people } from '../support/cases.ts'
import { openAt, reviewOf, rowsOf, textOf } from '../support/people-acts.ts'
import { createWorld } from '../support/world.ts'

test('[SY7] of two who claim a case offline the first to reach the server has it, and the other is told who and keeps the words', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atBen] = [world.console(ana), world.console(ben)]
  await world.settle()
  expect(rowsOf(atAna, 'L1/billing')).toMatchObject([{ id: caseId, owner: null, status: 'new' }])
  world.cut(atAna)
  world.cut(atBen)
  await world.settle()

  expect(await atAna.desk.act({ type: 'case.claim', caseId })).toMatchObject({ ok: true })
  expect(await atBen.desk.act({ type: 'case.claim', caseId })).toMatchObject({ ok: true })
  expect(await atBen.desk.act({ type: 'case.reply', caseId, body: 'I am on it.' })).toMatchObject({
    ok: true
  })
  expect(
    await atBen.desk.act({ type: 'case.note', caseId, body: 'looks like a double charge' })
  ).toMatchObject({
    ok: true
  })
  world.mend(atAna)
  await world.settle()
  world.mend(atBen)
  await world.settle()

  expect(rowsOf(atBen, 'L1/billing')).toMatchObject([{ owner: 'ana', waiting: 0 }])
  expect(reviewOf(atBen)).toMatchObject([
    { type: 'case.claim', outcome: 'rejected', refusal: { type: 'CaseTaken', by: 'ana' }, words: '' },
    {
      type: 'case.reply',
      outcome: 'held',
      refusal: { type: 'WaitsOnRefused' },
      words: 'I am on it.',
      choices: ['sendAnyway', 'toComposer', 'saveAsNote', 'dismiss']
    }
  ])
  expect(textOf(atAna, caseId)).toEqual(['I was charged twice in May.', 'looks like a double charge'])
  expect(textOf(atBen, caseId)).toEqual(textOf(atAna, caseId))
  await world.close()
})
