import { expect, test } from 'vitest'
import { ana, ask, desk, known, matrix, openCase, people } from '../../../../test/support/cases.ts'
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

test('[CS8] [ES20] what is asked for already is not offered a second time, but within the limit it can still be granted', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const groups = escalateGroups(optionsFor(one.kase, ana, one.matrix, { people, at: known().at }))
  const [request] = one.kase.escalations
  expect(groups.authority.map((option) => [option.id, option.can])).toEqual([
    ['grant:refund', false],
    ['grant:credit', true]
  ])
  expect(groups.authority[0]).toMatchObject({ why: { type: 'AlreadyAsked', escalationId: request?.id } })
  expect(groups.yourself.map((option) => [option.id, option.can])).toContainEqual(['grant:refund', true])
})
