import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { countsText } from './counts-text.ts'

test('[IM52] cases that were here already and rows left out are counted, not passed over', () => {
  const none = { imported: 0, skipped: 0, rejected: 0, leftOut: 0 }
  expect(countsText(none, en)).toBe('0 cases imported')
  expect(countsText({ imported: 1, skipped: 12, rejected: 3, leftOut: 1 }, en)).toBe(
    '1 case imported · 12 cases were already here · 3 rows rejected · 1 row left out by the mapping'
  )
})
