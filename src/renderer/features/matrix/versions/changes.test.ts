import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matrix } from '../../../../../test/support/cases.ts'
import { moveRow } from '../edit-rows.ts'
import { listChanges, partChanges, rowChanges } from './changes.ts'

const named = (...ids: string[]) => ids.map((id) => ({ id }))

test('[CO12] a document is the same as itself, whatever the order of its keys', () => {
  const doc = matrix()
  const [row] = doc.functional
  if (!row) throw new Error('the test matrix has rows')
  const turned = Object.fromEntries(Object.entries(row).reverse()) as typeof row
  expect(rowChanges(doc, { ...doc, functional: [turned, ...doc.functional.slice(1)] })).toEqual([])
  expect(partChanges(doc, { ...doc })).toEqual([])
})

test('[CO12] rows are told as added, removed, changed or moved', () => {
  const doc = matrix()
  const [first, second] = doc.functional
  if (!first || !second) throw new Error('the test matrix has rows')
  const after = {
    ...doc,
    functional: [
      { ...first, acceptMinutes: 5 },
      { ...second, id: 'new' }
    ]
  }
  expect(rowChanges(doc, after)).toEqual([
    {
      list: 'functional',
      changes: [
        { how: 'changed', id: first.id, before: first, after: { ...first, acceptMinutes: 5 } },
        { how: 'added', id: 'new', after: { ...second, id: 'new' } },
        { how: 'removed', id: second.id, before: second },
        { how: 'removed', id: 'l2-core', before: doc.functional[2] }
      ]
    }
  ])
  const moved = rowChanges(doc, moveRow(doc, 'functional', 2, 0))
  expect(moved).toMatchObject([{ changes: [{ how: 'moved', id: 'l2-core', from: 3, to: 1 }] }])
})

test('[CO12] of rows that were only moved the fewest are told, and putting them back gives the old order', () => {
  expect(listChanges(named('a', 'b', 'c', 'd'), named('b', 'c', 'd', 'a'))).toHaveLength(1)
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 }), (ids) => {
      const before = named('a', 'b', 'c', 'd', 'e', 'f')
      const moved = new Set(listChanges(before, named(...ids)).map(({ id }) => id))
      const still = ids.filter((id) => !moved.has(id))
      expect(still).toEqual([...still].sort())
    })
  )
})

test('[CO12] what is not a row is told value by value, under what tells it apart', () => {
  const doc = matrix()
  const after = {
    ...doc,
    name: 'Other',
    limits: doc.limits.map((one) =>
      one.tier === 'L1' && one.action === 'refund' ? { ...one, perCaseMinor: 1 } : one
    ),
    categories: doc.categories.slice(1)
  }
  expect(partChanges(doc, after)).toEqual([
    { part: 'limits', values: [{ path: 'refund/L1 perCaseMinor', before: '5000', after: '1' }] },
    { part: 'categories', values: [{ path: 'billing name en', before: 'Billing', after: null }] },
    { part: 'general', values: [{ path: 'name', before: 'Test', after: 'Other' }] }
  ])
})
