import { expect, test } from 'vitest'
import { ada, ana, HOUR, known, matrix, max, NINE, newCase, queue, zoe } from '../../../test/support/cases.ts'
import { CaseId } from '../lib/ids.ts'
import { clocksWhenOpened, targetFor } from '../sla/clocks.ts'
import { apply } from './apply.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'

const OUTSIDE = { type: 'NotYourQueue', queue: queue('L1/billing') }
/** What is known when the op of `OPEN` is judged. */
const named = () => known({ opId: OPEN.caseId })
const OPEN: Extract<Command, { type: 'case.open' }> = {
  type: 'case.open',
  caseId: CaseId.parse('case-9'),
  subject: 'Cannot log in',
  body: 'Since this morning.',
  customer: { id: 'cust-2', name: 'Iñaki', language: 'es', segment: 'B2B', phone: '+34 600' },
  channel: 'phone',
  category: 'bug',
  priority: 'high',
  queue: queue('L1/billing')
}

test('[CA2] who works in the queue opens a case there, nobody owns it and its clocks run', () => {
  const decided = decide(undefined, OPEN, ana, named())
  const clocks = clocksWhenOpened(targetFor(matrix(), 'L1', 'high'), NINE + HOUR)
  const { type: _type, caseId, ...asked } = OPEN
  const event = {
    ...asked,
    type: 'case.opened',
    ref: expect.stringMatching(/^N-[0-9A-F]{6}$/),
    language: 'es',
    flags: [],
    attributes: {},
    clocks
  }
  expect(decided).toEqual({ ok: true, value: { outcome: 'applied', event } })
  if (!decided.ok || decided.value.outcome === 'noop') throw new Error('not opened')
  const at = NINE + HOUR
  const kase = apply(undefined, caseId, { at, by: ana.id, opId: null, event: decided.value.event })
  expect(kase).toMatchObject({
    id: caseId,
    ver: 1,
    state: { status: 'new' },
    owner: null,
    hops: [{ queue: OPEN.queue, at, by: ana.id, how: 'opened' }]
  })
})

test('[CA2] [SY4] the number of a new case comes out of the op: the same op the same number', () => {
  const ref = (opId: string) => {
    const decided = decide(undefined, { ...OPEN, caseId: CaseId.parse(opId) }, ana, known({ opId }))
    return decided.ok && decided.value.outcome === 'applied' && decided.value.event.type === 'case.opened'
      ? decided.value.event.ref
      : undefined
  }
  expect(ref('op-1')).toBe(ref('op-1'))
  expect(ref('op-1')).not.toBe(ref('op-2'))
})

test('[SY4] a case under a name other than its op is refused, and nothing is said about a case of that name', () => {
  const problem = 'caseId: a new case is named after the op that opens it'
  const refused = { ok: false, error: { type: 'NotUnderstood', problem } }
  expect(decide(undefined, OPEN, ana, known({ opId: 'op-1' }))).toEqual(refused)
  expect(decide(newCase(), OPEN, ana, known({ opId: 'op-1' }))).toEqual(refused)
})

test('[CA2] a case is opened once, in a queue and a category of the matrix, by who works there', () => {
  const open = (over: Partial<typeof OPEN>, by = ana) => {
    const decided = decide(undefined, { ...OPEN, ...over }, by, named())
    return decided.ok ? 'opened' : decided.error
  }
  const nowhere = queue('L1/gone')
  expect(decide(newCase(), OPEN, ana, named())).toEqual({ ok: false, error: { type: 'AlreadyExists' } })
  expect(open({ queue: nowhere }, { ...ana, queues: [nowhere] })).toEqual({
    type: 'NoSuchQueue',
    queue: nowhere
  })
  expect(open({}, zoe)).toEqual(OUTSIDE)
  expect(open({}, ada)).toEqual(OUTSIDE)
  expect(open({ category: 'weather' })).toEqual({ type: 'NoSuchCategory' })
  expect(open({}, max)).toBe('opened')
})

test('[CA2] everything but opening needs a case', () => {
  const command: Command = { type: 'case.claim', caseId: OPEN.caseId }
  expect(decide(undefined, command, ana, known())).toEqual({ ok: false, error: { type: 'NoSuchCase' } })
})
