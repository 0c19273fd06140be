import { expect, test } from 'vitest'
import { listReviewRows } from '../../src/engine/queries/trays.ts'
import { putMeta } from '../../src/engine/store/meta.ts'
import { listUnanswered } from '../../src/engine/store/outbox.ts'
import { OpId } from '../../src/shared/lib/ids.ts'
import { ana, people } from '../support/cases.ts'
import { openAt, textOf } from '../support/people-acts.ts'
import { type Console, createWorld } from '../support/world.ts'

const opId = OpId.parse('page-1')

/** The disk as it was before the first op of this device: of its own acts it knows nothing. */
function setBack(one: Console): void {
  one.db.write((tx) => {
    tx.prepare('DELETE FROM archive').run()
    tx.prepare('DELETE FROM outbox').run()
    putMeta(tx, 'nextOpNo', 1)
    putMeta(tx, 'lastHash', '')
  })
}

test.each([
  ['one change behind it', 0],
  ['with others the server has answered', 2]
])(
  '[EN31] [SV6] [SY9] a disk was set back, and the page sends other content under the old name: %s',
  async (_, more) => {
    const world = await createWorld({ people })
    const caseId = await openAt(world, 'L1/billing')
    const atAna = world.console(ana)
    await world.settle()
    const note = (body: string) => ({ type: 'case.note', caseId, body })
    expect(await atAna.desk.act(note('5 back'), opId)).toMatchObject({ ok: true })
    for (let n = 0; n < more; n += 1) await atAna.desk.act(note(`more ${n}`))
    await world.settle()
    world.cut(atAna)
    setBack(atAna)
    expect(await atAna.desk.act(note('50 back'), opId)).toMatchObject({ ok: true })
    world.mend(atAna)
    await world.settle()

    const told = textOf(atAna, caseId)
    expect(told.filter((text) => text.includes('back'))).toEqual(['5 back'])
    expect(listUnanswered(atAna.db, 9)).toEqual([])
    expect(listReviewRows(atAna.db, 1)).toMatchObject([
      { opId, outcome: 'rejected', refusal: { type: 'SentAlready', sent: null }, words: '50 back' }
    ])
    await world.close()
  }
)

test('[EN31] [SV6] a disk was set back, and the page sends the same again: done once, with nothing to review', async () => {
  const world = await createWorld({ people })
  const caseId = await openAt(world, 'L1/billing')
  const atAna = world.console(ana)
  await world.settle()
  const note = { type: 'case.note', caseId, body: '5 back' }
  await atAna.desk.act(note, opId)
  await world.settle()
  world.cut(atAna)
  setBack(atAna)
  await atAna.desk.act(note, opId)
  world.mend(atAna)
  await world.settle()
  expect(textOf(atAna, caseId).filter((text) => text === '5 back')).toHaveLength(1)
  expect(listUnanswered(atAna.db, 9)).toEqual([])
  expect(listReviewRows(atAna.db, 1)).toEqual([])
  await world.close()
})
