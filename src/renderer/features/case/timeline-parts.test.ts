import { expect, test } from 'vitest'
import { PersonId } from '../../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { openingOf, timelineParts } from './timeline-parts.ts'

const dayOf = (at: number) => `day ${Math.floor(at / 10)}`

function entry(
  at: number,
  event: TimelineEntry['event'],
  saved: TimelineEntry['saved'] = null
): TimelineEntry {
  return { key: `k${at}`, at, by: PersonId.parse('ana'), opId: null, saved, event }
}
const claimed = (at: number, saved?: TimelineEntry['saved']) =>
  entry(at, { type: 'case.claimed', clocks: {} }, saved)

const kindsOf = (timeline: readonly TimelineEntry[]) =>
  timelineParts(timeline, dayOf).map((part) => part.kind)

test('[CS4] days head what happened in them, messages and steps stand in their order', () => {
  const timeline = [
    entry(1, { type: 'case.customerWrote', body: 'Help', clocks: {} }),
    claimed(2),
    entry(11, { type: 'case.replied', body: 'Here', clocks: {} }),
    entry(12, { type: 'case.noted', body: 'Hm', late: false })
  ]
  expect(kindsOf(timeline)).toEqual(['day', 'message', 'step', 'day', 'message', 'message'])
  const looks = timelineParts(timeline, dayOf).flatMap((part) => (part.kind === 'message' ? [part.look] : []))
  expect(looks).toEqual(['customer', 'reply', 'note'])
})

test('[CS4] a long run of steps keeps its ends and folds the rest', () => {
  const run = [1, 2, 3, 4, 5, 6, 7].map((at) => claimed(at))
  expect(kindsOf(run)).toEqual(['day', 'step', 'quiet', 'step'])
  expect(kindsOf(run.slice(0, 5))).toEqual(['day', 'step', 'step', 'step', 'step', 'step'])
})

test('[CS4] what waits for the server or carries words is never folded', () => {
  const waiting = [1, 2, 3, 4, 5, 6].map((at) => claimed(at, 'here'))
  expect(kindsOf(waiting)).not.toContain('quiet')
  const returned = [1, 2, 3, 4, 5, 6].map((at) =>
    entry(at, {
      type: 'case.resolved',
      resolution: 'solved',
      note: 'done',
      clocks: {}
    })
  )
  expect(kindsOf(returned)).not.toContain('quiet')
})

test('[CS5] a long text has an opening, a short one shows whole', () => {
  expect(openingOf('Hello')).toBeNull()
  expect(openingOf('word '.repeat(280).trim())).toBeNull()
  const long = 'word '.repeat(400)
  const opening = openingOf(long) ?? ''
  expect(opening.length).toBeLessThanOrEqual(1000)
  expect(long.startsWith(opening)).toBe(true)
  expect(openingOf('line\n'.repeat(30))?.split('\n')).toHaveLength(14)
})

test('[CS19] what the customer was written as the case went up is a message after the step', () => {
  const escalated = (message?: string) =>
    entry(1, { type: 'case.escalated', ...(message === undefined ? {} : { message }) } as never)
  const kinds = (message?: string) =>
    timelineParts([escalated(message)], () => 'today').map((part) =>
      part.kind === 'message' ? `${part.look}: ${part.body}` : part.kind
    )
  expect(kinds('We take it seriously.')).toEqual(['day', 'step', 'reply: We take it seriously.'])
  expect(kinds(' ')).toEqual(['day', 'step'])
  expect(kinds()).toEqual(['day', 'step'])
})
