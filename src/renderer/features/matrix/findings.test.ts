import { expect, test } from 'vitest'
import { matrix, people } from '../../../../test/support/cases.ts'
import { checkMatrix } from '../../../shared/escalation/check/check-matrix.ts'
import { type Finding, FindingCode } from '../../../shared/escalation/finding.ts'
import { namesOf } from '../../state/names-of.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { createFormat } from '../../words/format.ts'
import { it } from '../../words/it.ts'
import { fillIn, levelByPart, partOf, sortFindings } from './findings.ts'
import { readableValues } from './readable-values.ts'
import type { Saying } from './rows/sentence.ts'

const NOTHING = { queues: {}, categories: {} }

test('[CO11] findings stand at their rows, errors first, and lead to the part where they can be mended', () => {
  const doc = matrix()
  const [first] = doc.functional
  if (!first) throw new Error('the test matrix has rows')
  const broken = {
    ...doc,
    functional: [{ ...first, to: { tier: 'L2' as const, team: 'nobody' } }, ...doc.functional.slice(1)]
  }
  const found = sortFindings(checkMatrix(broken, { people, openCases: NOTHING }).findings)
  expect(found.byRow.get(`functional/${first.id}`)?.map((one) => one.code)).toContain('unknown_team')
  expect(found.errors).toBeGreaterThan(0)
  const levels = found.all.map((one) => one.level)
  expect(levels).toEqual([...levels].sort())
  expect(levelByPart(found.all).get('functional')).toBe('error')
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
  const doc = matrix()
  const special = { system: 'Tierline', customer: 'Customer' }
  const say: Saying = {
    words: es,
    format: createFormat('es'),
    names: namesOf({ matrix: doc, people, language: 'es', special }),
    currency: 'EUR',
    exception: (id) => id
  }
  const values = readableValues(
    {
      queue: 'L2/billing',
      chain: '90',
      over: '50.00 EUR',
      priority: 'low',
      action: 'refund',
      part: 'done',
      by: 'x'
    },
    say
  )
  expect({ ...values, over: values['over']?.replaceAll(/\s/g, ' ') }).toEqual({
    queue: 'L2 billing',
    chain: '1 h 30 min',
    over: '50,00 €',
    priority: 'baja',
    action: 'Reembolso',
    part: 'Qué se ha hecho',
    by: 'x'
  })
  expect(fillIn('{a} and {b}', { a: '1' })).toBe('1 and {b}')
})
