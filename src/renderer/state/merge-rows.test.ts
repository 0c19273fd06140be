import { expect, test } from 'vitest'
import { CaseId } from '../../shared/lib/ids.ts'
import type { CaseRow } from '../../shared/protocol/views.ts'
import { type HeldRow, mergeRows } from './merge-rows.ts'

function row(id: string, subject = id): CaseRow {
  return {
    id: CaseId.parse(id),
    ref: id,
    subject,
    customerName: 'Ada',
    status: 'open',
    priority: 'normal',
    flags: [],
    queue: { tier: 'L1', team: 'front' },
    tiers: ['L1'],
    owner: null,
    due: null,
    paused: false,
    updatedAt: 1,
    waiting: 0,
    hasDraft: false,
    snippet: null
  }
}
const held = (...ids: string[]): HeldRow[] => ids.map((id) => ({ ...row(id), left: false }))
const drawn = (rows: readonly HeldRow[]) => rows.map((one) => (one.left ? `(${one.id})` : one.id))

test('[CO3] new rows wait to be asked for, unless they belong after the last one', () => {
  const merged = mergeRows(
    held('b', 'c'),
    ['a', 'b', 'x', 'c', 'd'].map((id) => row(id)),
    true
  )
  expect(drawn(merged.rows)).toEqual(['b', 'c', 'd'])
  expect(merged).toMatchObject({ added: 2, gone: 0, moved: false })
})

test('[CO3] a row gets its new contents in its old place', () => {
  const merged = mergeRows(held('a', 'b', 'c'), [row('c', 'now due first'), row('a'), row('b')], true)
  expect(merged.rows.map((one) => one.subject)).toEqual(['a', 'b', 'now due first'])
  expect(merged.moved).toBe(true)
})

test('[CO3] a row that left keeps its place and says so', () => {
  const merged = mergeRows(held('a', 'b', 'c'), [row('a'), row('c')], true)
  expect(drawn(merged.rows)).toEqual(['a', '(b)', 'c'])
  expect(merged).toMatchObject({ added: 0, gone: 1, moved: false })
})

test('[CO3] a row past the end of what was asked for is not said to have left', () => {
  const merged = mergeRows(held('a', 'b', 'c'), [row('new'), row('a'), row('b')], false)
  expect(drawn(merged.rows)).toEqual(['a', 'b', 'c'])
  expect(merged).toMatchObject({ added: 1, gone: 0 })
})

test('[CO3] an empty list takes everything', () => {
  expect(drawn(mergeRows([], [row('a'), row('b')], false).rows)).toEqual(['a', 'b'])
})

test('[CO3] a row that comes back is no longer one that left', () => {
  const left = mergeRows(held('a', 'b'), [row('a')], true)
  expect(drawn(mergeRows(left.rows, [row('a'), row('b')], true).rows)).toEqual(['a', 'b'])
})
