import { expect, test } from 'vitest'
import { ana, matrix, NINE, people } from '../../../../../test/support/cases.ts'
import { Case } from '../../../../shared/case/case.ts'
import { optionsFor } from '../../../../shared/case/options-for.ts'
import { removeRow } from '../edit-rows.ts'
import { compareOptions } from './compare-options.ts'
import { caseOf, firstTraits, traitsOf } from './test-case.ts'

test('[CO13] a case made up of traits is a case, and has them', () => {
  const traits = { ...firstTraits(matrix()), person: ana.id, flags: ['vip' as const], category: 'bug' }
  const kase = caseOf(traits, NINE)
  expect(Case.safeParse(kase).error).toBeUndefined()
  expect(traitsOf(kase, firstTraits(matrix()))).toEqual(traits)
  expect(caseOf({ ...traits, isOwn: false }, NINE)).toMatchObject({ owner: null, state: { status: 'new' } })
})

test('[CO13] buttons are told as the same, changed, only in force or only under the draft', () => {
  const doc = matrix()
  const [first] = doc.functional
  if (!first) throw new Error('the test matrix has rows')
  const kase = caseOf({ ...firstTraits(doc), category: 'billing', person: ana.id }, NINE)
  const under = (one: typeof doc) => optionsFor(kase, ana, one, { people, at: NINE })
  const how = (draft: typeof doc) =>
    compareOptions(under(doc), under(draft))
      .filter((pair) => pair.how !== 'same')
      .map(({ id, how: kind }) => [id, kind])
  expect(how({ ...doc, version: 8 })).toEqual([])
  expect(how({ ...doc, functional: [{ ...first, acceptMinutes: 1 }, ...doc.functional.slice(1)] })).toEqual([
    [`escalate:${first.id}`, 'changed']
  ])
  expect(how(removeRow(doc, 'functional', 0))).toEqual([[`escalate:${first.id}`, 'removed']])
  expect(how({ ...doc, functional: [{ ...first, id: 'other' }, ...doc.functional.slice(1)] })).toEqual([
    ['escalate:other', 'added'],
    [`escalate:${first.id}`, 'removed']
  ])
})
