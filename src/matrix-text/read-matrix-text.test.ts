import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { matrix } from '../../test/support/cases.ts'
import { englishOfFault } from '../shared/escalation/english-of-fault.ts'
import { MAX_MATRIX_TEXT } from '../shared/protocol/matrices.ts'
import { readMatrixText } from './read-matrix-text.ts'
import { writeMatrixText } from './write-matrix-text.ts'

const GOOD = writeMatrixText(matrix(), 'yaml')
const faultsOf = (text: string) => {
  const read = readMatrixText(text)
  return read.ok ? [] : read.error
}
/** The good text with a piece of it changed; the piece must be there. */
const changed = (from: string, to: string) => {
  if (!GOOD.includes(from)) throw new Error(`no ${from} in:\n${GOOD}`)
  return faultsOf(GOOD.replace(from, to))
}
/** Where a piece of text stands, from 1. */
const placeOf = (text: string, piece: string) => {
  const before = text.slice(0, text.indexOf(piece)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

test('[MX40] a good text is the matrix it says, YAML or JSON, also of the format before', () => {
  expect(faultsOf(GOOD)).toEqual([])
  expect(readMatrixText(JSON.stringify(matrix(), null, '\t'))).toEqual({ ok: true, value: matrix() })
  const { version, author, reason, ...bare } = matrix()
  expect(readMatrixText(JSON.stringify(bare))).toMatchObject({ ok: true, value: { version: 1, author: '' } })
  const old = GOOD.replace('tierline.matrix/2', 'tierline.matrix/1').replaceAll(/, onTimeout: .*?\}/g, '')
  expect(readMatrixText(old).ok).toBe(true)
  const demo = readFileSync('resources/demo/matrix.yaml', 'utf8')
  expect(faultsOf(demo)).toEqual([])
})

test('[MX40] every fault says where it is, by line and column', () => {
  const cases: [from: string, to: string, fault: object, at: string][] = [
    [
      'acceptMinutes: 30',
      'acceptMinutes: soon',
      { code: 'wrong_type', values: { expected: 'number', found: 'soon' } },
      'soon'
    ],
    [
      'acceptMinutes: 30',
      'acceptMinutes: 0',
      { code: 'out_of_range', values: { measured: 'number', found: '0', least: '1', most: '' } },
      '0\n    resolveMinutes: 240'
    ],
    [
      'acceptMinutes: 30',
      'acceptMinutes: 1.5',
      { code: 'wrong_type', values: { expected: 'whole', found: '1.5' } },
      '1.5'
    ],
    ['currency: EUR', 'currency: [EUR]', { code: 'wrong_type', path: 'currency' }, '[EUR]'],
    [
      'need, tried',
      'need, luck',
      {
        code: 'unknown_value',
        path: 'functional.0.package.1',
        values: { found: 'luck', allowed: 'need, tried, impact, ask' }
      },
      'luck'
    ],
    [
      'action: credit',
      'action: applause',
      { code: 'unknown_value', path: 'hierarchical.2.action', values: { found: 'applause' } },
      'applause'
    ],
    ['person: cfo', 'persona: cfo', { code: 'unknown_field' }, 'persona'],
    [
      'id: l1-billing',
      'id: L1 billing',
      { code: 'wrong_text', path: 'functional.0.id', values: { rule: 'id' } },
      'L1 billing'
    ],
    [
      'riskShare: 0.25',
      'riskShare: 0.25\nriskShare: 0.5',
      { code: 'duplicate_key', values: { key: 'riskShare' } },
      'riskShare: 0.5'
    ],
    [
      'riskShare: 0.25',
      'riskShare: !!js/function 1',
      { code: 'syntax', values: { problem: 'tag' } },
      '!!js/function'
    ]
  ]
  for (const [from, to, fault, at] of cases) {
    const text = GOOD.replace(from, to)
    expect(changed(from, to), to).toMatchObject([{ ...fault, ...placeOf(text, at) }])
  }
})

test('[MX40] a field that is missing is named where it is missed', () => {
  const at = placeOf(GOOD, 'id: l1-billing')
  expect(changed('    acceptMinutes: 30\n', '')).toMatchObject([
    { code: 'missing_field', path: 'functional.0.acceptMinutes', values: { field: 'acceptMinutes' }, ...at }
  ])
  expect(changed('action: refund', 'deed: refund')).toMatchObject([
    { code: 'missing_field', path: 'hierarchical.0.action' }
  ])
})

test('[MX40] what is no YAML, and what is no matrix, is told apart', () => {
  expect(faultsOf('a: [1')).toMatchObject([{ code: 'syntax', line: 1 }])
  expect(faultsOf('a: 1\n\tb: 2').length).toBeGreaterThan(0)
  for (const text of [
    '',
    'hello',
    '[1, 2]',
    '42',
    'null',
    'format: shopping-list',
    '{"format": 2}',
    '\u0000'
  ]) {
    expect(faultsOf(text), JSON.stringify(text)).toMatchObject([
      { code: expect.stringMatching(/not_a_matrix|syntax/) }
    ])
  }
})

test('[MX41] an unknown field is named with the one that was meant', () => {
  const cases: [from: string, to: string, nearest: string][] = [
    ['acceptMinutes: 30', 'acceptMinuts: 30', 'acceptMinutes'],
    ['riskShare: 0.25', 'riskShare: 0.25\nlimit: []', 'limits'],
    ['riskShare: 0.25', 'riskShare: 0.25\nfunctinoal: []', 'functional'],
    ['riskShare: 0.25', 'riskShare: 0.25\nsurprise: 1', ''],
    ['en: Billing', 'en: Billing, fr: Facture', ''],
    ['to: { tier: L2, team: billing }', 'to: { tier: L2, team: billing, taem: x }', 'team'],
    ['riskShare: 0.25', 'riskShare: 0.25\n__proto__: { polluted: true }', ''],
    ['riskShare: 0.25', 'riskShare: 0.25\nconstructor: 1', ''],
    ['riskShare: 0.25', 'riskShare: 0.25\n7: lucky', '']
  ]
  for (const [from, to, nearest] of cases) {
    const found = changed(from, to).filter(({ code }) => code === 'unknown_field')
    expect(found, to).toMatchObject([{ values: { nearest } }])
    expect(found[0]?.line).toBe(placeOf(GOOD.replace(from, to), to.split('\n').at(-1) ?? '').line)
  }
  expect({}).not.toHaveProperty('polluted')
})

test('[MX42] a text that is too big, too long or unfolds to too much is refused before it hurts', () => {
  expect(faultsOf('x'.repeat(MAX_MATRIX_TEXT + 1))).toMatchObject([{ code: 'too_big', line: null }])
  const row = '  - { id: r, reason: vip }\n'
  expect(faultsOf(GOOD.replace('special: []', `special:\n${row.repeat(10_000)}`))).toEqual([
    {
      code: 'too_many_rows',
      ...placeOf(GOOD, 'special: []'),
      path: 'special',
      values: { list: 'special', count: '10000', most: '1000' }
    }
  ])
  const levels = Array.from({ length: 9 }, (_none, i) =>
    i === 0 ? 'l0: &l0 [x, x, x, x, x, x, x, x, x]' : `l${i}: &l${i} [${`*l${i - 1}, `.repeat(9)}]`
  )
  const bomb = `format: tierline.matrix/2\n${levels.join('\n')}\n`
  expect(faultsOf(bomb)).toEqual([{ code: 'alias_bomb', ...placeOf(bomb, '*l0'), path: '', values: {} }])
  expect(faultsOf('['.repeat(50_000)).length).toBeGreaterThan(0)
  expect(faultsOf(`format: tierline.matrix/2\nfunctional: &me [*me]`).length).toBeGreaterThan(0)
  expect(faultsOf(`${GOOD}x: ${'{a: '.repeat(5_000)}1${'}'.repeat(5_000)}`).length).toBeGreaterThan(0)
  const many = `${GOOD}${Array.from({ length: 1_000 }, (_none, i) => `x${i}: 1`).join('\n')}`
  expect(faultsOf(many)).toHaveLength(200)
}, 60_000)

test('[MX40] an alias of nothing is told where it stands, whatever other aliases there are', () => {
  const named = GOOD.replace('name: Test', 'name: &n Test').replace('author: ada', 'author: *n')
  const text = `${named}more: [*later, *n]\nlast: *nowhere\nend: &later x\n`
  expect(text).toContain('*n\n')
  expect(faultsOf(text)).toEqual(
    ['later', 'nowhere'].map((name) => ({
      code: 'unknown_anchor',
      ...placeOf(text, `*${name}`),
      path: '',
      values: { name }
    }))
  )
})

test('[MX42] as many rows as there may be are read, and one more is refused', () => {
  const [row] = matrix().functional
  const rows = (many: number) => Array.from({ length: many }, (_none, i) => ({ ...row, id: `row-${i}` }))
  const faults = (many: number) => faultsOf(JSON.stringify({ ...matrix(), functional: rows(many) }))
  expect(faults(1_000)).toEqual([])
  expect(faults(1_001)).toMatchObject([
    { code: 'too_many_rows', values: { list: 'functional', count: '1001', most: '1000' } }
  ])
})

test('[MX40] a fault in what an alias stands for is told where that is written, each time it is meant', () => {
  const text = GOOD.replace('to: { tier: L2, team: billing }', 'to: &there { tier: L2, team: 5 }').replace(
    'to: { tier: L2, team: tech }',
    'to: *there'
  )
  const written = placeOf(text, '5 }')
  expect(faultsOf(text)).toMatchObject([
    { path: 'functional.0.to.team', ...written },
    { path: 'functional.1.to.team', ...written }
  ])
})

test('[MX42] anchors that only save typing are read', () => {
  const text = GOOD.replace('package: [ need, tried ]', 'package: &usual [ need, tried ]').replace(
    'package: [ need ]',
    'package: *usual'
  )
  expect(text).toContain('*usual')
  expect(readMatrixText(text)).toMatchObject({
    ok: true,
    value: { functional: [{}, { package: ['need', 'tried'] }, {}] }
  })
})

test('[MX43] another currency is refused: a code that is none, and an amount that brings its own', () => {
  for (const code of ['EURO', 'euro', 'XQZ', '€'])
    expect(changed('currency: EUR', `currency: ${code}`), code).toMatchObject([
      { code: 'unknown_currency', ...placeOf(GOOD, 'EUR'), values: { found: code } }
    ])
  const amounts = { '50 USD': 'USD', 'USD 50': 'USD', '50€': 'EUR', '1000.00 chf': 'CHF', $5: 'USD' }
  for (const [found, currency] of Object.entries(amounts))
    expect(changed('perCaseMinor: 5000', `perCaseMinor: ${found}`), found).toMatchObject([
      { code: 'amount_with_currency', path: 'limits.0.perCaseMinor', values: { found, currency } }
    ])
  expect(changed('perCaseMinor: 5000', 'perCaseMinor: lots')).toMatchObject([{ code: 'wrong_type' }])
})

test('[MX2] a text of a newer format is called that, whatever else it says', () => {
  expect(faultsOf('format: tierline.matrix/3\nrows: []')).toEqual([
    { code: 'newer_format', line: 1, column: 9, path: 'format', values: { format: 'tierline.matrix/3' } }
  ])
})

test('[MX40] every fault has an English sentence', () => {
  const texts = [
    'a: [1',
    'format: tierline.matrix/9',
    'format: 1',
    GOOD.replace('riskShare: 0.25', 'riskShare: 7\nlimit: []').replace('currency: EUR', 'currency: EURO'),
    GOOD.replace('need, tried', 'need, luck').replace('perCaseMinor: 5000', 'perCaseMinor: 5 USD')
  ]
  const said = texts.flatMap((text) => faultsOf(text).map(englishOfFault))
  expect(said).toEqual([
    expect.stringMatching(/^line 1, column \d+: not valid YAML or JSON: ./),
    'line 1, column 9: format: tierline.matrix/9 was written by a newer Tierline; install that one to read it',
    'line 1, column 9: format: this is not a matrix: it begins with format: tierline.matrix/2',
    expect.stringMatching(/currency: EURO is no ISO 4217 currency code, such as EUR$/),
    expect.stringMatching(/riskShare: 7 is over 0.9$/),
    expect.stringMatching(/limit: there is no field limit, did you mean limits\?$/),
    expect.stringMatching(/functional.0.package.1: luck is none of need, tried, impact, ask$/),
    expect.stringMatching(/limits.0.perCaseMinor: 5 USD: amounts are whole minor units/)
  ])
})
