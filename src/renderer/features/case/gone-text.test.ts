import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { goneText } from './gone-text.ts'

const say = (why: string) => goneText(why, en.case.left.how)('Ana', 'L2 Billing')

test('[CS40] a case that is out of sight because I moved is nobody’s doing', () => {
  expect(say('scope')).toBe('You no longer work in L2 Billing')
})

test('[CS40] who did what is said as it was done, and only that', () => {
  expect(say('case.escalated')).toBe('Ana escalated it to L2 Billing')
  expect(say('escalation.accepted')).toBe('Ana accepted it in L2 Billing')
  expect(say('escalation.withdrawn')).toBe('Ana took it back to L2 Billing')
  expect(say('approval.approved')).toBe('Ana decided it')
  expect(say('case.swarmLeft')).toBe('You are no longer pulled in')
  expect(say('case.sang')).toBe('It is in L2 Billing now')
})
