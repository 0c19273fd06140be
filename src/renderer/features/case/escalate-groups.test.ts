import { expect, test } from 'vitest'
import { ana, known, matrix, openCase, people } from '../../../../test/support/cases.ts'
import { optionsFor } from '../../../shared/case/options-for.ts'
import { escalateGroups } from './escalate-groups.ts'

test('[CS8] what one may do alone is apart from the ways up, which are the matrix', () => {
  const options = optionsFor(openCase(ana), ana, matrix(), { people, at: known().at })
  const groups = escalateGroups(options)
  expect(groups.yourself.map((option) => option.id)).toEqual(['grant:refund', 'grant:goodwill'])
  expect(groups.functional.map((option) => option.id)).toEqual(['escalate:l1-billing', 'escalate:l1-tech'])
  expect(groups.authority.map((option) => option.id)).toEqual(['grant:refund', 'grant:credit'])
  expect(groups.underWay).toEqual([])
})
