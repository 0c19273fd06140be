import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMatrix } from '../../test/support/any-matrix.ts'
import { matrix } from '../../test/support/cases.ts'
import { must } from '../shared/lib/must.ts'
import { readMatrixText } from './read-matrix-text.ts'
import { writeMatrixText } from './write-matrix-text.ts'

test('[MX44] whatever is written reads as the same document, YAML and JSON', () => {
  fc.assert(
    fc.property(anyMatrix, (doc) => {
      for (const as of ['yaml', 'json'] as const)
        expect(readMatrixText(writeMatrixText(doc, as))).toEqual({ ok: true, value: doc })
    }),
    { numRuns: 40 }
  )
}, 60_000)

test('[MX44] the order of the fields is the document’s own, however it came', () => {
  const doc = matrix()
  const reversed = Object.fromEntries(Object.entries(doc).reverse())
  for (const as of ['yaml', 'json'] as const)
    expect(writeMatrixText(reversed, as)).toBe(writeMatrixText(doc, as))
})

test('[MX44] it is written for people: rows below one another, short things in one line', () => {
  const read = readMatrixText(readFileSync('resources/demo/matrix.yaml', 'utf8'))
  const text = writeMatrixText(read.ok ? read.value : must(null, 'demo'), 'yaml')
  for (const line of [
    'format: tierline.matrix/2',
    '  - id: l1-billing',
    '    from: { tier: L1, team: front }',
    '    acceptMinutes: 30',
    '  - { action: credit, tier: L1, perCaseMinor: 3000 }'
  ])
    expect(text.split('\n')).toContain(line)
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(140)
})

test('[MX44] a text of several lines stands on as many, however short it is', () => {
  const short = { en: 'x' }
  const message = { empathy: { en: 'Dear {customer},\nthank you.' }, done: short, fault: short }
  const rest = { serious: short, contact: short, next: short, apology: short }
  expect(writeMatrixText(matrix({ message: { ...message, ...rest } }), 'yaml')).toContain(
    '  empathy:\n    en: |-\n      Dear {customer},\n      thank you.\n  done: { en: x }\n'
  )
})

test('[MX44] a draft that is no matrix yet is written as it is', () => {
  const draft = { format: 'tierline.matrix/2', functional: [{ id: 'half' }], mine: [1, null, 'x'] }
  for (const as of ['yaml', 'json'] as const) expect(writeMatrixText(draft, as)).toContain('half')
  expect(JSON.parse(writeMatrixText(draft, 'json'))).toEqual(draft)
})
