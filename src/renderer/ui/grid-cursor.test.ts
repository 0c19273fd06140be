import { expect, test } from 'vitest'
import { moveGridCursor } from './grid-cursor.ts'

const SIZE = { rows: 30, cells: 5 }
const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held
})

test('[UI3] arrows move along a row and between rows, and stop at the ends', () => {
  const at = { row: 0, cell: 4 }
  expect(moveGridCursor(at, press('ArrowRight'), SIZE)).toEqual({ row: 0, cell: 4 })
  expect(moveGridCursor(at, press('ArrowLeft'), SIZE)).toEqual({ row: 0, cell: 3 })
  expect(moveGridCursor(at, press('ArrowUp'), SIZE)).toEqual({ row: 0, cell: 4 })
  expect(moveGridCursor(at, press('ArrowDown'), SIZE)).toEqual({ row: 1, cell: 4 })
  expect(moveGridCursor({ row: 25, cell: 1 }, press('PageDown'), SIZE)).toEqual({ row: 29, cell: 1 })
})

test('[UI3] Home and End go to the ends of the row, with Ctrl to the ends of all', () => {
  const at = { row: 7, cell: 2 }
  expect(moveGridCursor(at, press('Home'), SIZE)).toEqual({ row: 7, cell: 0 })
  expect(moveGridCursor(at, press('End'), SIZE)).toEqual({ row: 7, cell: 4 })
  expect(moveGridCursor(at, press('Home', { ctrlKey: true }), SIZE)).toEqual({ row: 0, cell: 0 })
  expect(moveGridCursor(at, press('End', { ctrlKey: true }), SIZE)?.row).toBe(29)
})

test('[UI3] a key that does not move is left to others', () => {
  expect(moveGridCursor({ row: 0, cell: 0 }, press('Enter'), SIZE)).toBeNull()
  expect(moveGridCursor({ row: 3, cell: 0 }, press('ArrowDown', { altKey: true }), SIZE)).toBeNull()
})
