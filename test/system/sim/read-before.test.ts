import { expect, test } from 'vitest'
import type { Fact } from '../../../src/shared/case/event.ts'
import { newCase, openCase, opened } from '../../support/cases.ts'
import { canonicalText, factOf, forget, parsedOf, stateAfter, stateOf } from './read-before.ts'

const fact = (ver: number, event: object): Fact =>
  ({ seq: ver, caseId: 'case-1', ver, at: ver, by: 'ana', opId: null, event }) as unknown as Fact

test('[SM7] a text means the same until it is another one', () => {
  expect(canonicalText('{"b":1,"a":2}')).toBe('{"a":2,"b":1}')
  expect(canonicalText('{"b":1,"a":3}')).toBe('{"a":3,"b":1}')
  expect(parsedOf('{"b":1,"a":2}')).toEqual({ b: 1, a: 2 })
  const made = factOf('row', () => fact(1, opened()))
  expect(factOf('row', () => fact(2, opened()))).toBe(made)
  forget()
  expect(factOf('row', () => fact(2, opened()))).not.toBe(made)
})

test('[SM7] what a fact makes depends on what it happened on', () => {
  const claimed = fact(2, { type: 'case.claimed' })
  const [low, urgent] = [newCase({ priority: 'low' }), newCase({ priority: 'urgent' })]
  const states = [low, urgent, low].map((before) => stateAfter(before, claimed).priority)
  expect(states).toEqual(['low', 'urgent', 'low'])
  const facts = [fact(1, opened()), claimed]
  expect(stateOf(facts)?.owner).toBe(openCase().owner)
  expect(stateOf(facts.slice(0, 1))?.owner).toBeNull()
})
