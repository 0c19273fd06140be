import { expect, test } from 'vitest'
import { beginHistory, record, redo, undo } from './matrix-history.ts'

test('[CO8] every step can be undone and done again, in order', () => {
  const made = record(record(beginHistory('a'), 'b'), 'c')
  const back = undo(undo(made))
  expect(back.now).toBe('a')
  expect(undo(back)).toBe(back)
  expect(redo(redo(back)).now).toBe('c')
  expect(redo(made)).toBe(made)
})

test('[CO8] a new step after an undo forgets what had been undone', () => {
  const other = record(undo(record(beginHistory('a'), 'b')), 'x')
  expect(redo(other).now).toBe('x')
  expect(undo(other).now).toBe('a')
})

test('[CO8] what is typed letter by letter is one step; another thing begins another', () => {
  const typed = ['B', 'Bi', 'Bil'].reduce((history, text) => record(history, text, 'name'), beginHistory(''))
  expect(undo(typed).now).toBe('')
  expect(undo(record(typed, 'x', 'other')).now).toBe('Bil')
  expect(undo(record(undo(typed), 'again', 'name')).now).toBe('')
})

test('[CO8] no change is no step', () => {
  const begun = beginHistory('a')
  expect(record(begun, 'a')).toBe(begun)
})
