import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matrix } from '../../../../test/support/cases.ts'
import { Matrix } from '../../../shared/escalation/matrix.ts'
import { addRow, duplicateRow, freshId, idsOf, moveItem, moveRow, removeRow, toId } from './edit-rows.ts'
import { newRow, withAction } from './new-row.ts'

const ids = (doc: Matrix) => doc.functional.map((row) => row.id)
const LISTS = ['special', 'privacy', 'functional', 'hierarchical', 'automatic'] as const

test('[CO10] a row moved takes its place and the others close up in their order', () => {
  const doc = matrix()
  const [a, b, c] = ids(doc)
  expect(ids(moveRow(doc, 'functional', 0, 2))).toEqual([b, c, a])
  expect(ids(moveRow(doc, 'functional', 2, -4))).toEqual([c, a, b])
  expect(moveRow(doc, 'functional', 1, 1)).toBe(doc)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer()),
      fc.nat(20),
      fc.integer({ min: -3, max: 25 }),
      (items, from, to) => {
        const moved = moveItem(items, from, to)
        const item = items[from]
        expect(moved.filter((one) => one !== item)).toEqual(items.filter((one) => one !== item))
        expect([...moved].sort()).toEqual([...items].sort())
      }
    )
  )
})

test('[CO10] a copy stands under its row with an id of its own; adding and taking out leave the others alone', () => {
  const doc = matrix()
  const [a, b, c] = ids(doc)
  const copied = duplicateRow(duplicateRow(doc, 'functional', 0), 'functional', 0)
  expect(ids(copied)).toEqual([a, `${a}-3`, `${a}-2`, b, c])
  expect(ids(removeRow(doc, 'functional', 1))).toEqual([a, c])
  expect(ids(addRow(doc, 'functional', 1, newRow(doc, 'functional')))).toEqual([a, 'new-functional', b, c])
})

test('[CO10] no two rows of a document get the same id, whichever list they are in', () => {
  const taken = idsOf(matrix())
  expect(taken.has('refund-200')).toBe(true)
  expect(freshId('refund-200', new Set(['refund', 'refund-2']))).toBe('refund-3')
  expect(freshId('x'.repeat(60), new Set(['x'.repeat(55)]))).toHaveLength(57)
  expect(toId('  Crédito / Ñandú 2 ')).toBe('credito-nandu-2')
})

test.each(LISTS)('[CO8] a new row of %s makes a whole document', (list) => {
  const doc = matrix()
  expect(Matrix.safeParse(addRow(doc, list, 0, newRow(doc, list))).error).toBeUndefined()
  const bare = { ...doc, tiers: [{ id: 'L1' as const, name: { en: 'Only' }, teams: [] }] }
  expect(Matrix.safeParse(addRow(bare, list, 0, newRow(bare, list))).error).toBeUndefined()
})

test('[CO8] asking for something else keeps a row whole, and what both kinds have', () => {
  const doc = matrix()
  const row = doc.hierarchical[0]
  if (!row) throw new Error('the test matrix has rows of authority')
  for (const action of ['move', 'exception', 'credit'] as const) {
    const other = withAction(doc, row, action)
    expect(other).toMatchObject({ action, id: row.id, chain: row.chain, tiers: row.tiers })
    expect(Matrix.safeParse({ ...doc, hierarchical: [other] }).error).toBeUndefined()
    const back = withAction(doc, other, 'refund')
    expect(Matrix.safeParse({ ...doc, hierarchical: [back] }).error).toBeUndefined()
  }
})
