import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  cfo,
  type Desk,
  dan,
  desk,
  escalate,
  HOUR,
  lastEscalation,
  lea,
  leo,
  lia,
  MINUTE,
  matrix,
  max,
  NINE,
  openCase,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { CLAIM, escalated, idOf, TO_L2 } from '../../../test/support/escalated.ts'
import { CUSTOMER, EscalationId } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import { startClock } from '../sla/clock.ts'
import type { Escalation } from './case.ts'

const TO_L3 = escalate('l2-core', 'L3/core')
const accept = (one: Desk, index = -1): Bare => ({
  type: 'escalation.accept',
  escalationId: idOf(one, index)
})

const back = (one: Desk, index = -1): Bare => ({
  type: 'escalation.return',
  escalationId: idOf(one, index),
  note: 'it was the second card',
  to: 'team'
})

const withdraw = (one: Desk, index = -1): Bare => ({
  type: 'escalation.withdraw',
  escalationId: idOf(one, index)
})

const statuses = (one: Desk) => one.kase.escalations.map((each: Escalation) => each.state.status)

test('[ES5] accepting is claiming: the case is mine and the escalation accepted by me', () => {
  for (const command of [accept(escalated()), CLAIM]) {
    const one = escalated()
    one.now += MINUTE
    expect(one.act(lea, command)).toMatchObject({
      event: { type: 'escalation.accepted', escalationId: 'op-1' }
    })
    expect(one.kase.owner).toBe(lea.id)
    expect(lastEscalation(one.kase).state).toEqual({ status: 'accepted', by: lea.id, at: one.now })
    expect(one.kase.clocks.own?.run).toEqual({ state: 'stopped', at: one.now, late: false })
    expect(one.kase.clocks.stage).toEqual(startClock(240, NINE + HOUR))
    expect(one.kase.conversation).toEqual([ana.id, lea.id])
  }
})

test('[ES5] who is assigned the case has accepted the escalation', () => {
  const one = escalated()
  one.act(lia, { type: 'case.assign', to: leo.id })
  expect(one.kase.owner).toBe(leo.id)
  expect(lastEscalation(one.kase).state).toEqual({ status: 'accepted', by: leo.id, at: one.now })
})

test('[ES5] accepting follows the rules of claiming', () => {
  const one = escalated()
  expect(one.refused(ana, accept(one))).toEqual({ type: 'NotYourQueue', queue: queue('L2/billing') })
  expect(one.refused(cfo, accept(one))).toEqual({ type: 'NotYourQueue', queue: queue('L2/billing') })
  one.act(lea, accept(one))
  expect(one.act(lea, accept(one))).toEqual({ outcome: 'noop' })
  expect(one.refused(leo, accept(one))).toMatchObject({ type: 'CaseTaken', by: lea.id })
  expect(one.refused(leo, CLAIM)).toMatchObject({ type: 'CaseTaken', by: lea.id })
  one.act(lea, { type: 'case.release' })
  expect(one.act(leo, accept(one))).toMatchObject({ event: { type: 'case.claimed' } })
  expect(lastEscalation(one.kase).state).toMatchObject({ status: 'accepted', by: lea.id })
  expect(one.refused(leo, { type: 'escalation.accept', escalationId: EscalationId.parse('none') })).toEqual({
    type: 'NoSuchEscalation'
  })
})

test('[ES5] an escalation that has ended is not accepted', () => {
  const one = escalated()
  one.act(ana, withdraw(one))
  expect(one.refused(ben, accept(one))).toEqual({ type: 'EscalationEnded', status: 'withdrawn' })
  const returned = escalated()
  returned.act(lea, CLAIM)
  returned.act(lea, back(returned))
  expect(returned.refused(ben, accept(returned))).toEqual({ type: 'EscalationEnded', status: 'closed' })
})

test('[ES7] an accepted case goes back to where it came from, with the note', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.act(lea, { type: 'case.pend' })
  one.now += HOUR
  one.act(lea, back(one))
  expect(one.kase).toMatchObject({ queue: queue('L1/billing'), owner: null, state: { status: 'open' } })
  expect(lastEscalation(one.kase).state).toEqual({
    status: 'closed',
    at: one.now,
    how: 'returned',
    note: 'it was the second card'
  })
  expect(one.kase.hops.at(-1)).toEqual({
    queue: queue('L1/billing'),
    at: one.now,
    by: lea.id,
    how: 'returned',
    escalationId: 'op-1',
    note: 'it was the second card'
  })
  expect(one.kase.clocks).toMatchObject({
    own: startClock(30, one.now),
    resolve: { targetMinutes: 360, run: { state: 'running' } }
  })
  expect(one.kase.clocks).not.toHaveProperty('stage')
})

test('[ES7] only who owns the case returns it, and only once it was accepted', () => {
  const one = escalated()
  expect(one.refused(lea, back(one))).toEqual({ type: 'NobodyOwnsIt' })
  one.act(lea, CLAIM)
  for (const other of [ana, leo, lia, max]) {
    expect(one.refused(other, back(one))).toEqual({ type: 'NotYourCase', owner: lea.id })
  }
  one.act(lea, back(one))
  one.act(ana, CLAIM)
  expect(one.refused(ana, back(one))).toEqual({ type: 'EscalationEnded', status: 'closed' })
})

test('[ES7] what nobody has accepted is not returned, whoever the case says owns it', () => {
  const one = desk({ kase: { ...escalated().kase, owner: lea.id } })
  expect(one.refused(lea, back(one))).toEqual({ type: 'NotAccepted' })
})

test('[ES7] a request for authority is not returned', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  expect(one.refused(ana, back(one))).toEqual({ type: 'NoSuchEscalation' })
  expect(one.refused(ana, accept(one))).toEqual({ type: 'NoSuchEscalation' })
})

test('[ES7] [SL8] twice up and twice back down, one escalation at a time', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.now += HOUR
  one.act(lea, TO_L3)
  expect(one.kase.clocks.stage).toEqual(startClock(480, NINE + 2 * HOUR))
  one.act(dan, CLAIM)
  expect(statuses(one)).toEqual(['accepted', 'accepted'])
  expect(one.refused(dan, back(one, 0))).toEqual({ type: 'NotAccepted' })
  one.now += HOUR
  one.act(dan, back(one, 1))
  expect(one.kase.queue).toEqual(queue('L2/billing'))
  expect(statuses(one)).toEqual(['accepted', 'closed'])
  expect(one.kase.clocks.stage).toEqual(startClock(240, NINE + HOUR))
  expect(one.act(leo, CLAIM)).toMatchObject({ event: { type: 'case.claimed' } })
  one.act(leo, back(one, 0))
  expect(one.kase.queue).toEqual(queue('L1/billing'))
  expect(statuses(one)).toEqual(['closed', 'closed'])
  expect(one.kase.hops.map((hop) => [hop.how, hop.queue.tier])).toEqual([
    ['opened', 'L1'],
    ['escalated', 'L2'],
    ['escalated', 'L3'],
    ['returned', 'L2'],
    ['returned', 'L1']
  ])
})

test('[ES7] a case transferred sideways up there goes back all the same', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.act(lea, { type: 'case.transfer', to: queue('L2/tech'), note: '' })
  one.act(leo, CLAIM)
  one.act(leo, back(one))
  expect(one.kase.queue).toEqual(queue('L1/billing'))
})

test('[ES23] a case does not go back to a queue that is no longer there', () => {
  const tiers = matrix().tiers.map((tier) =>
    tier.id === 'L1' ? { ...tier, teams: tier.teams.filter((team) => team.id === 'tech') } : tier
  )
  const gone = { type: 'NoSuchQueue', queue: queue('L1/billing') }
  const one = escalated()
  one.matrix = matrix({ tiers })
  expect(one.refused(ana, withdraw(one))).toEqual(gone)
  one.act(lea, CLAIM)
  expect(one.refused(lea, back(one))).toEqual(gone)
})

test('[ES10] who escalated takes the case back and owns it again', () => {
  const one = escalated()
  one.now += MINUTE
  one.act(ana, withdraw(one))
  expect(one.kase).toMatchObject({
    queue: queue('L1/billing'),
    owner: ana.id,
    state: { status: 'open' },
    clocks: { own: { spentMs: 0, run: { state: 'stopped', at: one.now, late: false } } }
  })
  expect(lastEscalation(one.kase).state).toEqual({ status: 'withdrawn', at: one.now })
  expect(one.kase.hops.at(-1)).toEqual({
    queue: queue('L1/billing'),
    at: one.now,
    by: ana.id,
    how: 'withdrawn',
    escalationId: 'op-1'
  })
  expect(one.kase.clocks).not.toHaveProperty('stage')
})

test('[ES10] nobody else takes it back, nor does anybody once it was accepted', () => {
  const one = escalated()
  const others: Person[] = [ben, sol, lea, lia, max]
  for (const other of others) expect(one.refused(other, withdraw(one))).toEqual({ type: 'OnlyRequester' })
  one.act(lea, CLAIM)
  expect(one.refused(ana, withdraw(one))).toEqual({ type: 'EscalationEnded', status: 'accepted' })
  expect(one.refused(ana, { type: 'escalation.withdraw', escalationId: EscalationId.parse('none') })).toEqual(
    {
      type: 'NoSuchEscalation'
    }
  )
})

test('[ES10] [SL8] taken back from the tier above, the escalation below goes on', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.now += HOUR
  one.act(lea, TO_L3)
  one.now += MINUTE
  one.act(lea, withdraw(one))
  expect(statuses(one)).toEqual(['accepted', 'withdrawn'])
  expect([one.kase.owner, one.kase.queue.tier]).toEqual([lea.id, 'L2'])
  expect(one.kase.clocks.stage).toEqual(startClock(240, NINE + HOUR))
  one.act(lea, back(one, 0))
  expect(one.kase.queue).toEqual(queue('L1/billing'))
})

test('[ES19] resolving closes every escalation that is open', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.act(lea, TO_L3)
  one.act(dan, CLAIM)
  one.now += HOUR
  one.act(dan, { type: 'case.resolve', resolution: 'solved' })
  expect(one.kase.escalations.map((each) => each.state)).toEqual([
    { status: 'closed', at: one.now, how: 'resolved' },
    { status: 'closed', at: one.now, how: 'resolved' }
  ])
})

test('[ES19] a returned escalation stays returned, and reopening opens none again', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.act(lea, back(one))
  one.act(ben, CLAIM)
  one.act(ben, { type: 'case.resolve', resolution: 'solved' })
  one.act(ben, { type: 'case.reopen', reason: 'again' })
  expect(one.kase.escalations.map((each) => each.state)).toMatchObject([
    { status: 'closed', how: 'returned' }
  ])
  expect(one.kase.owner).toBe(ben.id)
})

test('[SL8] a transfer up there keeps the stage, with a fresh time to own', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.now += HOUR
  one.act(lea, { type: 'case.transfer', to: queue('L2/tech'), note: '' })
  expect(one.kase.clocks.stage).toEqual(startClock(240, NINE + HOUR))
  expect(one.kase.clocks.own).toEqual(startClock(60, one.now))
})

test('[ES6] a case that came back may go up again, and then further', () => {
  const one = escalated()
  one.act(lea, CLAIM)
  one.act(lea, back(one))
  one.happen(CUSTOMER, { type: 'case.customerWrote', body: 'no', clocks: one.kase.clocks })
  one.act(ana, CLAIM)
  one.act(ana, TO_L2)
  one.act(lea, CLAIM)
  one.act(lea, TO_L3)
  expect(statuses(one)).toEqual(['closed', 'accepted', 'requested'])
})
