import { expect, test } from 'vitest'
import { caseRow } from '../../../test/support/case-row.ts'
import type { CaseRow } from '../../shared/protocol/views.ts'
import { type HeldRow, mergeRows } from './merge-rows.ts'

const held = (...ids: string[]): HeldRow[] => ids.map((id) => ({ ...caseRow(id), left: false }))
const drawn = (rows: readonly HeldRow[]) => rows.map((one) => (one.left ? `(${one.id})` : one.id))

const whole = (...rows: CaseRow[]) => ({ rows, further: [], isWhole: true })

test('[CO3] new rows wait to be asked for, unless they belong after the last one', () => {
  const merged = mergeRows(
    held('b', 'c'),
    whole(caseRow('a'), caseRow('b'), caseRow('x'), caseRow('c'), caseRow('d'))
  )
  expect(drawn(merged.rows)).toEqual(['b', 'c', 'd'])
  expect(merged).toMatchObject({ added: 2, gone: 0 })
})

test('[CO3] a row gets its new contents in its old place', () => {
  const merged = mergeRows(
    held('a', 'b', 'c'),
    whole(caseRow('c', 'now due first'), caseRow('a'), caseRow('b'))
  )
  expect(merged.rows.map((one) => one.subject)).toEqual(['a', 'b', 'now due first'])
})

test('[CO3] a row that left keeps its place and says so', () => {
  const merged = mergeRows(held('a', 'b', 'c'), whole(caseRow('a'), caseRow('c')))
  expect(drawn(merged.rows)).toEqual(['a', '(b)', 'c'])
  expect(merged).toMatchObject({ added: 0, gone: 1 })
})

test('[CO3] a row that went further down in the list keeps its place with its new contents', () => {
  const now = {
    rows: [caseRow('a'), caseRow('c'), caseRow('d')],
    further: [caseRow('b', 'claimed')],
    isWhole: false
  }
  const merged = mergeRows(held('a', 'b', 'c'), now)
  expect(drawn(merged.rows)).toEqual(['a', 'b', 'c', 'd'])
  expect(merged.rows[1]?.subject).toBe('claimed')
  expect(merged).toMatchObject({ added: 0, gone: 0 })
})

test('[CO3] a row that was not looked for to the end is not said to have left', () => {
  const now = { rows: [caseRow('new'), caseRow('a'), caseRow('b')], further: [], isWhole: false }
  const merged = mergeRows(held('a', 'b', 'c'), now)
  expect(drawn(merged.rows)).toEqual(['a', 'b', 'c'])
  expect(merged).toMatchObject({ added: 1, gone: 0 })
})

test('[CO3] an empty list takes everything', () => {
  const now = { rows: [caseRow('a'), caseRow('b')], further: [], isWhole: false }
  expect(mergeRows([], now)).toMatchObject({ rows: held('a', 'b'), added: 0 })
})

test('[CO3] a row that comes back is no longer one that left', () => {
  const left = mergeRows(held('a', 'b'), whole(caseRow('a')))
  expect(drawn(mergeRows(left.rows, whole(caseRow('a'), caseRow('b'))).rows)).toEqual(['a', 'b'])
})
