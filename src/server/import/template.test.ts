import { expect, test } from 'vitest'
import { fillTemplate } from './template.ts'

const row: Record<string, string> = { sub: 'Printer', symptom: 'smokes', place: 'Rome' }
const fill = (template: string) => fillTemplate(template, (column) => row[column])

test('[IM4] a text is put together from several columns', () => {
  expect(fill('{sub}: {symptom} ({place})')).toBe('Printer: smokes (Rome)')
  expect(fill('Report: {sub}')).toBe('Report: Printer')
  expect(fill('Always the same')).toBe('Always the same')
})

test('[IM4] a part the row lacks falls out with what joins it', () => {
  expect(fill('{sub}: {none}')).toBe('Printer')
  expect(fill('{none}: {symptom}')).toBe('smokes')
  expect(fill('{sub}: {none} ({place})')).toBe('Printer (Rome)')
  expect(fill('{sub} ({none})')).toBe('Printer')
  expect(fill('{none}')).toBeUndefined()
})
