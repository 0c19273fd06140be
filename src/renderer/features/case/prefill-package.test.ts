import { expect, test } from 'vitest'
import { OpId, PersonId } from '../../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { prefillPackage, shorten } from './prefill-package.ts'

const me = PersonId.parse('ana')
const said = { reply: (text: string) => `Answered: ${text}`, note: (text: string) => `Noted: ${text}` }

function entry(by: string, event: TimelineEntry['event'], key = 'k'): TimelineEntry {
  return { key, at: 0, by: PersonId.parse(by), opId: OpId.parse('op'), saved: null, event }
}
const wrote = (body: string) => entry('customer', { type: 'case.customerWrote', body, clocks: {} })
const replied = (by: string, body: string) => entry(by, { type: 'case.replied', body, clocks: {} })
const noted = (by: string, body: string) => entry(by, { type: 'case.noted', body, late: false })

test('[CS3] the need is what the customer wrote first, and what was tried is mine', () => {
  const timeline = [
    wrote('  I was charged twice.\n\n\n  Please help.  '),
    replied('ben', 'not mine'),
    replied('ana', 'We look into it.'),
    noted('ana', 'Two bookings, same day.'),
    wrote('Any news?')
  ]
  expect(prefillPackage(timeline, me, said)).toEqual({
    need: 'I was charged twice.\nPlease help.',
    tried: 'Answered: We look into it.\nNoted: Two bookings, same day.'
  })
})

test('[CS3] nothing is filled in where nothing was said', () => {
  expect(prefillPackage([], me, said)).toEqual({})
  expect(prefillPackage([replied('ben', 'Hello')], me, said)).toEqual({})
})

test('[CS3] a long text is cut at a word and says so', () => {
  expect(shorten('one two three', 9)).toBe('one two…')
  expect(shorten('x'.repeat(20), 9)).toBe(`${'x'.repeat(9)}…`)
  expect(shorten('short', 9)).toBe('short')
})

test('[CS3] of much that was tried the latest is kept', () => {
  const notes = Array.from({ length: 40 }, (_, at) => noted('ana', `${at} ${'word '.repeat(20)}`))
  const { tried = '' } = prefillPackage(notes, me, said)
  expect(tried.length).toBeLessThanOrEqual(1300)
  expect(tried).toContain('Noted: 39 ')
  expect(tried).not.toContain('Noted: 0 ')
})
