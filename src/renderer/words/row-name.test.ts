import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { saying } from '../../../test/support/saying.ts'
import { ruleText } from './row-name.ts'

const doc = matrix()
const said = (rowId: string, judgedUnder = 7, madeUnder = judgedUnder) =>
  ruleText({ rowId, judgedUnder, madeUnder }, doc, saying(doc, 'en')).replaceAll(/\s/g, ' ')

test('[CS23] a row is called by what it is for, its id and version beside it', () => {
  expect(said('l1-billing')).toBe(
    'From L1 Front line, any team when the category is Billing → L2 billing (row l1-billing, version 7)'
  )
  expect(said('refund-200')).toBe('To give a refund of over €50.00 up to €200.00 (row refund-200, version 7)')
})

test('[CS23] the words of another version are said to be today’s, and a row that is gone keeps its id', () => {
  expect(said('l1-tech', 3)).toBe(
    'row l1-tech, version 3; today it says: From L1 Front line, any team → L2 tech'
  )
  expect(said('l1-tech', 7, 6)).toBe(
    'From L1 Front line, any team → L2 tech (row l1-tech, made under version 6, judged under 7)'
  )
  expect(said('dropped')).toBe('row dropped, version 7')
})

test('[CS23] before a matrix is known the id is all there is', () => {
  const rule = { rowId: 'l1-tech', judgedUnder: 7, madeUnder: 7 }
  expect(ruleText(rule, null, saying(doc, 'es'))).toBe('fila l1-tech, versión 7')
})
