import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { createFormat } from '../../words/format.ts'
import { countsText, progressText } from './counts-text.ts'

const english = { words: en, format: createFormat('en') }
const spanish = { words: es, format: createFormat('es') }
const none = { phase: 'done', imported: 0, skipped: 0, rejected: 0, leftOut: 0 } as const

test('[IM52] cases that were here already and rows left out are counted, not passed over', () => {
  expect(countsText(none, english)).toBe('0 cases imported')
  expect(countsText({ ...none, imported: 1, skipped: 12, rejected: 3, leftOut: 1 }, english)).toBe(
    '1 case imported · 12 cases were already here · 3 rows rejected · 1 row left out by the mapping'
  )
})

test('[IM52] what has not ended says nothing of cases it did not import', () => {
  expect(countsText({ ...none, phase: 'reading' }, english)).toBe('')
  expect(countsText({ ...none, phase: 'cancelled', rejected: 2 }, english)).toBe('2 rows rejected')
})

test('[IM47] progress is told in bytes while the file is read, in cases afterwards', () => {
  expect(progressText({ phase: 'receiving', done: 17_563_648, total: null }, spanish)).toBe(
    '17,6 MB hasta ahora'
  )
  expect(progressText({ phase: 'reading', done: 10, total: 20_621_857 }, english)).toBe('10 bytes of 20.6 MB')
  expect(progressText({ phase: 'checking', done: 1_200, total: 150_000 }, english)).toBe(
    '1,200 of 150,000 cases'
  )
})
