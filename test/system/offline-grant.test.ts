import { expect, test } from 'vitest'
import { getConnection } from '../../src/engine/queries/connection.ts'
import { findDrafts, putDraft } from '../../src/engine/store/drafts.ts'
import { findMeta } from '../../src/engine/store/meta.ts'
import { listUnanswered } from '../../src/engine/store/outbox.ts'
import { OpId } from '../../src/shared/lib/ids.ts'
import { GRANT_MS } from '../../src/shared/protocol/offline-grant.ts'
import { ana, people, person, queue, sol } from '../support/cases.ts'
import { caseOf, openAt, press, reviewOf, textOf, viewOf } from '../support/people-acts.ts'
import { createWorld, type World } from '../support/world.ts'

const HOUR = 3_600_000

async function atWork() {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  return { world, caseId, atAna }
}

test('[EN41] after three days without the server one reads and drafts, and everything waits for the server to be met', async () => {
  const { world, caseId, atAna } = await atWork()
  world.cut(atAna)
  press(atAna, caseId, 'claim')
  world.clock.leap(71 * HOUR)
  await world.clock.forward(60_000)
  press(atAna, caseId, 'note', { body: 'still allowed' })
  world.clock.leap(2 * HOUR)
  await world.clock.forward(60_000)
  expect(getConnection(atAna.desk)).toMatchObject({ lapsed: true, waiting: 2 })
  const refused = { ok: false, error: { type: 'GrantLapsed' } }
  for (const command of [
    { type: 'case.note', caseId, body: 'too late' },
    { type: 'case.reply', caseId, body: 'too late' },
    { type: 'case.release', caseId }
  ])
    expect(atAna.desk.act(command)).toEqual(refused)
  expect(viewOf(atAna, caseId)).toMatchObject({ kind: 'case', case: { owner: 'ana' } })
  const draft = { caseId, mode: 'reply' as const, text: 'typed meanwhile', opId: OpId.parse('typed') }
  atAna.db.write((tx) => putDraft(tx, draft, world.clock.now()))
  expect(listUnanswered(atAna.db, 9)).toHaveLength(2)

  world.mend(atAna)
  await world.settle()
  expect(getConnection(atAna.desk)).toMatchObject({ state: 'online', lapsed: false, waiting: 0 })
  expect(textOf(atAna, caseId)).toEqual(['I was charged twice in May.', 'still allowed'])
  expect(findDrafts(atAna.db, caseId).reply).toBe('typed meanwhile')
  press(atAna, caseId, 'reply', { body: 'typed meanwhile' })
  await world.close()
})

test('[EN41] whoever is connected all the time has a grant that does not end, and every op names the one it was made under', async () => {
  const { world, caseId, atAna } = await atWork()
  const first = findMeta(atAna.db, 'grant')
  for (let hours = 0; hours < 80; hours += 20) {
    world.clock.leap(20 * HOUR)
    await world.clock.forward(60_000)
  }
  const now = findMeta(atAna.db, 'grant')
  expect(now?.body.exp).toBeGreaterThan(world.clock.now() + GRANT_MS / 3)
  expect(world.clock.now()).toBeGreaterThan(first?.body.exp ?? 0)
  expect(now?.body.id).toBe(first?.body.id)
  world.cut(atAna)
  press(atAna, caseId, 'claim')
  expect(listUnanswered(atAna.db, 1)).toMatchObject([{ grantId: first?.body.id }])
  await world.close()
})

/** Ana claims and answers offline, and meanwhile works in another queue. */
async function movedAway(): Promise<{ world: World } & Awaited<ReturnType<typeof atWork>>> {
  const at = await atWork()
  at.world.cut(at.atAna)
  press(at.atAna, at.caseId, 'claim')
  press(at.atAna, at.caseId, 'reply', { body: 'on my way' })
  await at.world.server.core.putPerson(person('ana', { queues: [queue('L1/tech')] }))
  at.world.mend(at.atAna)
  await at.world.settle()
  return at
}

test('[SY49] what was allowed when it was done and is not now is held for a supervisor, who lets it happen', async () => {
  const { world, caseId, atAna } = await movedAway()
  const waits = { outcome: 'held', refusal: { type: 'NoLongerAllowed' } }
  expect(reviewOf(atAna)).toMatchObject([waits, { ...waits, words: 'on my way' }])
  const { core, db } = world.server
  const [held, behind] = core.heldWork(sol)
  expect(behind).toMatchObject({ kind: 'op', command: { type: 'case.reply', body: 'on my way' } })
  expect(await core.decideHeld(sol, behind?.opId ?? '', 'let')).toMatchObject({ error: { type: 'Refused' } })
  expect(held).toMatchObject({ kind: 'op', caseId, personId: 'ana', command: { type: 'case.claim' } })
  expect(core.heldWork(person('ana', { role: 'supervisor' }))).toEqual([])
  expect(await core.decideHeld(ana, held?.opId ?? '', 'let')).toMatchObject({ error: { type: 'NotAllowed' } })
  expect(await core.decideHeld(sol, held?.opId ?? '', 'let')).toEqual({ ok: true, value: null })
  expect(await core.decideHeld(sol, held?.opId ?? '', 'let')).toMatchObject({ error: { type: 'NotNow' } })
  expect(await core.decideHeld(sol, behind?.opId ?? '', 'let')).toEqual({ ok: true, value: null })
  expect(core.heldWork(sol)).toEqual([])
  expect(db.prepare('SELECT by, op_id AS opId FROM facts WHERE ver > 1 ORDER BY ver').all()).toEqual([
    { by: 'ana', opId: held?.opId },
    { by: 'ana', opId: behind?.opId }
  ])
  await world.settle()
  expect(caseOf(atAna, caseId)).toMatchObject({ owner: 'ana' })
  await world.close()
})

test('[SY49] judged on the case as it is by then; dropped, it never happens; what was never allowed is refused as ever', async () => {
  const { world, caseId } = await movedAway()
  const { core } = world.server
  const [held] = core.heldWork(sol)
  const atBen = world.console(people.find((one) => one.id === 'ben') ?? ana)
  await world.settle()
  press(atBen, caseId, 'claim')
  await world.settle()
  expect(await core.decideHeld(sol, held?.opId ?? '', 'let')).toMatchObject({
    error: { type: 'Refused', refusal: { type: 'CaseTaken' } }
  })
  expect(await core.decideHeld(sol, held?.opId ?? '', 'drop')).toEqual({ ok: true, value: null })
  expect(core.heldWork(sol)).toMatchObject([{ command: { type: 'case.reply' } }])
  expect(caseOf(atBen, caseId)).toMatchObject({ owner: 'ben' })
  await world.close()
})
