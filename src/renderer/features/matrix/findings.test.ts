import { expect, test } from 'vitest'
import { matrix, people } from '../../../../test/support/cases.ts'
import { chains } from '../../../../test/support/planted/chains.ts'
import { money } from '../../../../test/support/planted/money.ts'
import { names } from '../../../../test/support/planted/names.ts'
import { shadows } from '../../../../test/support/planted/shadows.ts'
import { times } from '../../../../test/support/planted/times.ts'
import { ways } from '../../../../test/support/planted/ways.ts'
import { saying } from '../../../../test/support/saying.ts'
import { soundMatrix, soundPeople } from '../../../../test/support/sound-matrix.ts'
import { checkMatrix } from '../../../shared/escalation/check/check-matrix.ts'
import { NOTHING_AROUND } from '../../../shared/escalation/check/document.ts'
import { type Finding, FindingCode } from '../../../shared/escalation/finding.ts'
import { FINDING_VALUES } from '../../../shared/escalation/finding-values.ts'
import { Language } from '../../../shared/people/person.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { it } from '../../words/it.ts'
import { fillIn, levelByPart, partOf, sortFindings } from './findings.ts'
import { readableValues } from './readable-values.ts'

const PLANTED = [...names, ...ways, ...shadows, ...money, ...chains, ...times]

test('[CO11] findings stand at their rows, errors first, and lead to the part where they can be mended', () => {
  const doc = matrix()
  const [first] = doc.functional
  if (!first) throw new Error('the test matrix has rows')
  const broken = {
    ...doc,
    functional: [{ ...first, to: { tier: 'L2' as const, team: 'nobody' } }, ...doc.functional.slice(1)]
  }
  const found = sortFindings(checkMatrix(broken, { ...NOTHING_AROUND, people }).findings)
  expect(found.byRow.get(`functional/${first.id}`)?.map((one) => one.code)).toContain('unknown_team')
  expect(found.errors).toBeGreaterThan(0)
  const levels = found.all.map((one) => one.level)
  expect(levels).toEqual([...levels].sort())
  expect(levelByPart(found.all).get('functional')).toBe('error')
})

test('[CO11] a part with an error and a warning is marked with the error, whichever comes last', () => {
  const warned = at('limits.0')
  const wrong = { ...warned, level: 'error' as const }
  expect(levelByPart([wrong, warned]).get('limits')).toBe('error')
  expect(levelByPart([warned, wrong]).get('limits')).toBe('error')
})

const at = (path: string, row: Finding['row'] = null): Finding => ({
  level: 'warning',
  code: 'no_target',
  row,
  path,
  values: {},
  example: null
})

test('[CO11] a finding without a row leads to its part, one about everything nowhere', () => {
  expect(partOf(at('message.empathy'))).toBe('message')
  expect(partOf(at('tiers.1.teams.0'))).toBe('tiers')
  expect(partOf(at('riskShare'))).toBe('general')
  expect(partOf(at('automatic.3', { list: 'automatic', id: 'x' }))).toBe('automatic')
  expect(partOf(at(''))).toBeNull()
})

test('[CO11] every finding is worded with the same values in all three languages', () => {
  const values = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
  for (const code of FindingCode.options) {
    expect(values(es.matrixFindings[code]), code).toEqual(values(en.matrixFindings[code]))
    expect(values(it.matrixFindings[code]), code).toEqual(values(en.matrixFindings[code]))
  }
})

test('[CO11] values are said as the screen says them', () => {
  const say = saying(matrix(), 'es')
  const said = (code: Finding['code'], values: Finding['values'], path = '') =>
    Object.values(readableValues({ code, values, path }, matrix(), say)).map((text) =>
      text.replaceAll(/\s/g, ' ')
    )
  expect(said('no_approver', { step: '2', queue: 'L2/billing' })).toEqual(['2', 'L2 billing'])
  expect(said('chain_too_slow', { chain: '90', tier: 'L1', target: '60', priority: 'low' })).toEqual([
    '1 h 30 min',
    'L1 Front line',
    '1 h',
    'baja'
  ])
  expect(said('empty_range', { over: '50.00 EUR', upTo: '0.00 EUR' })).toEqual(['50,00 €', '0,00 €'])
  expect(said('message_incomplete', { part: 'done', language: 'it' })).toEqual([
    'Qué se ha hecho',
    'Italiano'
  ])
  expect(said('unreachable', { what: 'email, phone' })).toEqual(['Correo y Teléfono'])
  expect(said('duplicate_id', { id: 'refund L1' }, 'limits.0')).toEqual(['Reembolso, L1 Front line'])
  expect(fillIn('{a} and {b}', { a: '1' })).toBe('1 and {b}')
})

test('[CO11] every fault that can be planted is said in every language without a hole or a key', () => {
  for (const language of Language.options) {
    for (const { plant, around } of PLANTED) {
      const doc = soundMatrix()
      plant(doc)
      const checked = checkMatrix(doc, { ...NOTHING_AROUND, people: soundPeople, ...around })
      for (const finding of checked.findings) {
        const say = saying(checked.matrix ?? doc, language, soundPeople)
        const values = readableValues(finding, checked.matrix ?? doc, say)
        expect(Object.keys(finding.values).sort()).toEqual(Object.keys(FINDING_VALUES[finding.code]).sort())
        const text = fillIn(say.words.matrixFindings[finding.code], values)
        expect(text.replace(values['word'] ?? '', '')).not.toMatch(/[{}]|L\d\/|\d\.\d\d [A-Z]{3}|undefined/)
      }
    }
  }
})

test('[CO11] what no field of a matrix can be is said like a fault of a file', () => {
  const doc = { ...matrix(), riskShare: 7, currency: 'euro' }
  const findings = checkMatrix(doc, { ...NOTHING_AROUND, people }).findings
  const said = (language: Language) => {
    const say = saying(matrix(), language)
    return findings.map((one) =>
      fillIn(say.words.matrixFindings[one.code], readableValues(one, matrix(), say))
    )
  }
  expect(said('en')).toEqual([
    'This cannot stand there. euro is not a currency code.',
    'This cannot stand there. 7 is more than 0.9.'
  ])
  expect(said('it')).toEqual([
    'Questo non può stare qui. euro non è un codice di valuta.',
    'Questo non può stare qui. 7 è più di 0,9.'
  ])
})
