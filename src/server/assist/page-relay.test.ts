import { expect, test } from 'vitest'
import { AGENTS, type AgentName, AssistDesk } from '../../../test/support/assist.ts'
import { PAGE_LIMITS } from '../../shared/assist/page-message.ts'
import { createPageRelay, type Shown } from './page-relay.ts'

const whole = (seq: number, text = 'all') => ({
  seq,
  kind: 'whole',
  events: JSON.stringify([{ type: 2, timestamp: 1, data: { node: { textContent: text } } }])
})
const more = (seq: number, text = 'a bit') => ({
  seq,
  kind: 'more',
  events: JSON.stringify([{ type: 3, timestamp: 1, data: { source: 0, texts: [{ id: 1, value: text }] } }])
})

/** A relay with Ana and, once let in, Diego; what each was shown as `whole 1`, `more 2`. */
function relay() {
  const desk = new AssistDesk().begin()
  const shown = new Map<string, string[]>()
  const asked = { again: 0, trips: 0 }
  const made = createPageRelay(
    {
      show: (personId, { kind, seq }: Shown) =>
        shown.set(personId, [...(shown.get(personId) ?? []), `${kind} ${seq}`]),
      again: () => (asked.again += 1),
      trip: () => (asked.trips += 1)
    },
    () => desk.at
  )
  return {
    desk,
    asked,
    shownTo: (name: AgentName) => shown.get(AGENTS[name].id) ?? [],
    take: (raw: unknown) => made.take(desk.now, raw),
    catchUp: (name: AgentName) => made.catchUp(desk.now, AGENTS[name].id),
    lookBack: (name: AgentName) => made.lookBack(desk.now, AGENTS[name].id).map(({ seq }) => seq),
    forget: made.forget
  }
}

test('[AV4] [AV22] a page is passed on to who may see it, and to nobody else', () => {
  const { desk, take, shownTo } = relay()
  desk.agent('ana', { type: 'invite', tier: 'L2', personId: null })
  desk.agent('diego', { type: 'join' })
  expect(take(whole(1))).toBe('shown')
  expect(take(more(2))).toBe('shown')
  expect(shownTo('ana')).toEqual(['whole 1', 'more 2'])
  expect(shownTo('diego')).toEqual([])
  desk.customer({ type: 'pause' })
  expect(take(more(3))).toBe('curtain')
  expect(shownTo('ana')).toHaveLength(2)
})

test('[AV22] who comes later is shown what is there, from its beginning', () => {
  const { desk, take, catchUp, shownTo, asked } = relay()
  catchUp('ana')
  expect(asked.again).toBe(1)
  for (const message of [whole(1), more(2), whole(3), more(4)]) take(message)
  desk.agent('ana', { type: 'invite', tier: 'L2', personId: null })
  desk.agent('diego', { type: 'join' })
  catchUp('diego')
  expect(shownTo('diego')).toEqual([])
  desk.customer({ type: 'let_in', personId: AGENTS.diego.id })
  catchUp('diego')
  expect(shownTo('diego')).toEqual(['whole 3', 'more 4'])
})

test('[AV23] after a gap nothing is shown until the page has told itself anew, and it is asked once a second', () => {
  const { desk, take, shownTo, asked } = relay()
  expect(take(more(1))).toBe('gap')
  take(whole(2))
  expect(take(more(4))).toBe('gap')
  expect(take(more(5))).toBe('gap')
  expect(asked.again).toBe(1)
  desk.at += 1_000
  expect(take(more(6))).toBe('gap')
  expect(asked.again).toBe(2)
  expect(take(whole(7))).toBe('shown')
  expect(take(more(8))).toBe('shown')
  expect(shownTo('ana')).toEqual(['whole 2', 'whole 7', 'more 8'])
})

test('[AV23] what is no message, of another kind than it says, or too large is not passed on', () => {
  const { take, asked } = relay()
  const events = (some: unknown) => ({ ...more(2), events: JSON.stringify(some) })
  take(whole(1))
  for (const raw of [
    null,
    { seq: 2 },
    { ...more(2), kind: 'whole' },
    { ...whole(2), kind: 'more' },
    { ...more(2), more: 1 },
    { ...more(2), events: '[{' },
    events([]),
    events([{ type: 5, timestamp: 1, data: { tag: 'x' } }]),
    events([{ type: 3, timestamp: 1, data: {}, extra: 1 }]),
    events({ type: 3 }),
    more(2, 'x'.repeat(PAGE_LIMITS.more)),
    whole(2, 'x'.repeat(PAGE_LIMITS.whole))
  ])
    expect(take(raw)).toBe('not_a_message')
  expect(asked.again).toBe(1)
})

test('[AV23] a flood is cut off, and what follows it has to begin anew', () => {
  const { desk, take, asked } = relay()
  take(whole(1))
  const many = PAGE_LIMITS.atOnce + 10
  const taken = Array.from({ length: many }, (_one, n) => take(more(n + 2)))
  expect(taken.indexOf('too_fast')).toBe(PAGE_LIMITS.atOnce - 1)
  expect(asked.again).toBe(1)
  desk.at += 1_000
  expect(take(more(many + 2))).toBe('gap')
  expect(take(whole(many + 3))).toBe('shown')
})

test('[AV13] a card’s number that comes through trips, and nothing of it is shown or kept', () => {
  const { take, shownTo, asked, lookBack } = relay()
  take(whole(1))
  expect(take(more(2, 'card 4111 1111 1111 1111'))).toBe('tripped')
  expect(asked.trips).toBe(1)
  expect(shownTo('ana')).toEqual(['whole 1'])
  expect(lookBack('ana')).toEqual([])
  const drawn = [
    {
      type: 3,
      timestamp: 1,
      data: { source: 0, attributes: [{ attributes: { d: 'M4111 1111 1111 1111z' } }] }
    }
  ]
  expect(
    take({ seq: 3, kind: 'whole', events: JSON.stringify([{ type: 2, timestamp: 1, data: {} }, ...drawn]) })
  ).toBe('shown')
})

test('[AV24] the last minute can be looked at again, by who may see the page; what is older goes', () => {
  const { desk, take, lookBack, forget } = relay()
  take(whole(1))
  for (let seq = 2; seq <= 13; seq += 1) {
    desk.at += 10_000
    take(seq % 4 === 0 ? whole(seq) : more(seq))
  }
  expect(lookBack('ana')).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(lookBack('diego')).toEqual([])
  forget()
  expect(lookBack('ana')).toEqual([])
  expect(take(more(14))).toBe('gap')
})

test('[AV24] a page that says very much is not kept for long, and is asked to tell itself in less', () => {
  const { desk, take, lookBack, asked } = relay()
  const much = 'x'.repeat(PAGE_LIMITS.whole - 200)
  for (let seq = 1; seq <= 4; seq += 1) {
    desk.at += 1_000
    expect(take(whole(seq, much))).toBe('shown')
  }
  expect(lookBack('ana')).toEqual([4])
  expect(asked.again).toBe(0)
})
