import { expect, test } from 'vitest'
import { putDraft } from '../../src/engine/store/drafts.ts'
import { OpId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import { ana, ben, lea, lia, matrix, max, people, queue } from '../support/cases.ts'
import {
  askedOf,
  caseOf,
  draftsOf,
  openAt,
  optionOf,
  press,
  reviewOf,
  rowsOf,
  textOf,
  viewOf
} from '../support/people-acts.ts'
import { createWorld } from '../support/world.ts'

test('[SY14] [SY13] an escalated case leaves the queue below, comes whole to the one above, and leaves its sender once it is accepted', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atBen, atLea] = [world.console(ana), world.console(ben), world.console(lea)]
  await world.settle()
  expect(rowsOf(atLea, 'L2/billing')).toEqual([])
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'escalate:l1-billing', {
    package: { need: 'money back', tried: 'compared the bills' }
  })
  await world.settle()

  expect(rowsOf(atAna, 'L1/billing')).toEqual([])
  expect(caseOf(atAna, caseId)).toMatchObject({ queue: queue('L2/billing'), owner: null })
  expect(askedOf(atAna)).toMatchObject({ rows: [{ id: caseId, tiers: ['L1', 'L2'] }], total: 1 })
  expect(viewOf(atBen, caseId)).toBeNull()
  expect(JSON.stringify(atBen.db.prepare('SELECT * FROM facts').all())).toBe('[]')
  expect(rowsOf(atLea, 'L2/billing')).toMatchObject([{ id: caseId, owner: null, tiers: ['L1', 'L2'] }])
  expect(caseOf(atLea, caseId).escalations).toMatchObject([
    { kind: 'functional', rowId: 'l1-billing', madeUnder: 1, judgedUnder: 1, package: { need: 'money back' } }
  ])

  press(atLea, caseId, 'accept')
  await world.settle()
  expect(viewOf(atAna, caseId)).toMatchObject({
    kind: 'gone',
    to: queue('L2/billing'),
    by: 'lea',
    why: 'escalation.accepted',
    title: 'Charged twice'
  })
  expect(askedOf(atAna)).toEqual({ rows: [], next: null, total: 0 })

  press(atLea, caseId, 'return', { note: 'the ledger is right' })
  await world.settle()
  expect(viewOf(atLea, caseId)).toMatchObject({ kind: 'gone', to: queue('L1/billing') })
  expect(textOf(atAna, caseId)).toContain('the ledger is right')
  expect(caseOf(atAna, caseId).hops.map((hop) => hop.how)).toEqual(['opened', 'escalated', 'returned'])
  await world.close()
})

test('[ES10] [SY13] who escalated takes the case back from where it stands, while it waits there', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atLea] = [world.console(ana), world.console(lea)]
  await world.settle()
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'escalate:l1-billing', { package: { need: 'money back', tried: 'all' } })
  await world.settle()
  const { id } = must(caseOf(atAna, caseId).escalations[0], 'escalation')
  press(atAna, caseId, `withdraw:${id}`)
  await world.settle()
  expect(caseOf(atAna, caseId)).toMatchObject({ queue: queue('L1/billing'), owner: 'ana' })
  expect(rowsOf(atLea, 'L2/billing')).toEqual([])
  expect(askedOf(atAna).total).toBe(0)
  await world.close()
})

test('[SY8] an escalation of a case that a supervisor took and resolved meanwhile is refused, and the package is kept', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atMax] = [world.console(ana), world.console(max)]
  await world.settle()
  press(atAna, caseId, 'claim')
  await world.settle()
  world.cut(atAna)
  press(atMax, caseId, 'assign', { to: max.id })
  press(atMax, caseId, 'resolve', { choice: 'explained' })
  press(atAna, caseId, 'escalate:l1-billing', { package: { need: 'money back', tried: 'all I know' } })
  press(atAna, caseId, 'note', { body: 'never mind' }, { must: false })
  await world.settle()
  world.mend(atAna)
  await world.settle()

  expect(caseOf(atAna, caseId)).toMatchObject({
    state: { status: 'resolved', by: 'max' },
    queue: queue('L1/billing'),
    escalations: []
  })
  expect(reviewOf(atAna)).toMatchObject([
    {
      type: 'case.escalate',
      outcome: 'rejected',
      refusal: { type: 'CaseResolved', by: 'max' },
      words: 'money back\n\nall I know'
    }
  ])
  expect(optionOf(atAna, caseId, 'reopen').can).toBe(true)
  await world.close()
})

test('[SY20] [ES9] the matrix changed while an escalation waited: one row asks its author again, the other goes the new way and says so', async () => {
  const world = await createWorld({ people })
  const [held, rerouted] = [
    await openAt(world, 'L1/billing'),
    await openAt(world, 'L1/billing', { category: 'bug' })
  ]
  const [atAna, atLea] = [world.console(ana), world.console(lea)]
  await world.settle()
  for (const caseId of [held, rerouted]) press(atAna, caseId, 'claim')
  await world.settle()
  world.cut(atAna)
  press(atAna, held, 'escalate:l1-billing', { package: { need: 'a', tried: 'b' } })
  press(atAna, rerouted, 'escalate:l1-tech', { package: { need: 'c' } })
  const rows = await world.server.core.publishMatrix(
    {
      ...matrix(),
      functional: [
        {
          id: 'l1-billing',
          from: { tier: 'L1' },
          when: { category: ['billing'] },
          to: queue('L2/tech'),
          package: ['need'],
          acceptMinutes: 5,
          resolveMinutes: 50
        },
        {
          id: 'l1-tech',
          from: { tier: 'L1' },
          when: { category: ['bug'] },
          to: queue('L2/billing'),
          package: ['need'],
          acceptMinutes: 5,
          resolveMinutes: 50,
          onChange: 'rebind'
        }
      ]
    },
    'ada'
  )
  expect(rows.ok).toBe(true)
  world.mend(atAna)
  await world.settle()

  expect(reviewOf(atAna)).toMatchObject([
    {
      type: 'case.escalate',
      outcome: 'held',
      refusal: { type: 'TargetChanged', was: queue('L2/billing'), now: queue('L2/tech') },
      choices: ['tryAgain', 'saveAsNote', 'dismiss']
    },
    {
      type: 'case.escalate',
      outcome: 'transformed',
      told: { type: 'Rerouted', was: 'L2/tech', now: 'L2/billing' }
    }
  ])
  expect(caseOf(atAna, held)).toMatchObject({ owner: 'ana', queue: queue('L1/billing') })
  expect(caseOf(atLea, rerouted).escalations).toMatchObject([
    { rowId: 'l1-tech', madeUnder: 1, judgedUnder: 2, to: queue('L2/billing') }
  ])
  await world.close()
})

test('[SY17] [SY14] somebody moved to another tier while offline loses the old queue, gets the new one, and hears what became of the work', async () => {
  const world = await createWorld({ people })
  const [mine, theirs] = [await openAt(world, 'L1/billing'), await openAt(world, 'L2/billing')]
  const [atBen, atLia] = [world.console(ben), world.console(lia)]
  await world.settle()
  world.cut(atBen)
  press(atBen, mine, 'claim')
  press(atBen, mine, 'reply', { body: 'On my way.' })
  press(atBen, mine, 'note', { body: 'she sounds upset' })
  await world.server.core.putPerson({ ...ben, tier: 'L2', queues: [queue('L2/billing')] })
  world.mend(atBen)
  await world.settle()

  expect(rowsOf(atBen, 'L2/billing')).toMatchObject([{ id: theirs }])
  expect(atBen.db.prepare('SELECT count(*) AS n FROM facts WHERE case_id = ?').get(mine)).toEqual({ n: 0 })
  expect(reviewOf(atBen)).toMatchObject([
    { type: 'case.claim', outcome: 'held', refusal: { type: 'NoLongerAllowed' } },
    { type: 'case.reply', outcome: 'held', words: 'On my way.', title: 'Charged twice' }
  ])
  expect(rowsOf(atLia, 'L2/billing')).toMatchObject([{ id: theirs }])
  const { body } = world.server.db.prepare('SELECT body FROM cases WHERE case_id = ?').get(mine) as {
    body: string
  }
  expect(JSON.parse(body)).toMatchObject({
    owner: null,
    ver: 2,
    lastChange: { type: 'case.noted', by: 'ben' }
  })
  await world.close()
})

test('[SY14] what was typed for a case that then left stays with its author, and the list of drafts leads to it', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const [atAna, atBen] = [world.console(ana), world.console(ben)]
  await world.settle()
  atBen.db.write((tx) =>
    putDraft(tx, { caseId: caseId, mode: 'reply', text: 'Dear Rosa', opId: OpId.parse('draft-1') }, 1)
  )
  press(atAna, caseId, 'claim')
  press(atAna, caseId, 'escalate:l1-billing', { package: { need: 'a', tried: 'b' } })
  await world.settle()
  expect(viewOf(atBen, caseId)).toMatchObject({
    kind: 'gone',
    to: queue('L2/billing'),
    drafts: { reply: 'Dear Rosa', note: '' }
  })
  expect(draftsOf(atBen)).toMatchObject({
    rows: [{ id: caseId, subject: 'Charged twice', queue: queue('L2/billing') }],
    total: 1
  })
  await world.close()
})
