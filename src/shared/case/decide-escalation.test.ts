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
  PACKAGE,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { CUSTOMER, EscalationId } from '../lib/ids.ts'
import type { Person } from '../people/person.ts'
import { startClock } from '../sla/clock.ts'
import type { Escalation } from './case.ts'

const CLAIM: Bare = { type: 'case.claim' }
const TO_L2 = escalate('l1-billing', 'L2/billing')
const TO_L3 = escalate('l2-core', 'L3/core')

/** ana's case, escalated to L2/billing at ten. */
function escalated(): Desk {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, TO_L2)
  return one
}

const idOf = (one: Desk, index = -1): EscalationId => {
  const found = one.kase.escalations.at(index)
  if (!found) throw new Error('no escalation')
  return found.id
}
const accept = (one: Desk, index = -1): Bare => ({
  type: 'escalation.accept',
  escalationId: idOf(one, index)
})
const back = (one: Desk, index = -1): Bare => ({
  type: 'escalation.return',
  escalationId: idOf(one, index),
  note: 'it was the second card'
})
const withdraw = (one: Desk, index = -1): Bare => ({
  type: 'escalation.withdraw',
  escalationId: idOf(one, index)
})
const statuses = (one: Desk) => one.kase.escalations.map((each: Escalation) => each.state.status)

test('[ES6] the case stands in the other queue at once, nobody owns it, and the package lies with it', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const before = one.kase
  one.act(ana, TO_L2)
  const at = NINE + HOUR
  const stamp = { by: ana.id, at, type: 'case.escalated' }
  expect(one.kase).toEqual({
    ...before,
    ver: 3,
    queue: queue('L2/billing'),
    owner: null,
    state: { status: 'open' },
    hops: [
      ...before.hops,
      {
        queue: queue('L2/billing'),
        at,
        by: ana.id,
        how: 'escalated',
        escalationId: EscalationId.parse('op-1')
      }
    ],
    escalations: [
      {
        id: 'op-1',
        kind: 'functional',
        rowId: 'l1-billing',
        madeUnder: 7,
        judgedUnder: 7,
        by: ana.id,
        at,
        from: queue('L1/billing'),
        to: queue('L2/billing'),
        package: PACKAGE,
        acceptBy: at + 30 * MINUTE,
        resolveBy: at + 240 * MINUTE,
        state: { status: 'requested' }
      }
    ],
    clocks: {
      own: startClock(30, at),
      firstResponse: {
        targetMinutes: 90,
        spentMs: HOUR,
        run: { state: 'running', since: at, dueAt: NINE + 90 * MINUTE }
      },
      resolve: {
        targetMinutes: 720,
        spentMs: HOUR,
        run: { state: 'running', since: at, dueAt: NINE + 720 * MINUTE }
      },
      stage: startClock(240, at)
    },
    updatedAt: at,
    lastChange: stamp,
    setBy: { owner: stamp }
  })
})

test('[SY4] an escalation is named after the op that made it', () => {
  expect(idOf(escalated())).toBe('op-1')
})

test('[ES6] only the owner escalates, and only a case in work', () => {
  const one = desk({ kase: openCase(ana) })
  for (const other of [ben, sol, max, lea]) {
    expect(one.refused(other, TO_L2)).toEqual({ type: 'NotYourCase', owner: ana.id })
  }
  one.act(ana, { type: 'case.release' })
  expect(one.refused(ana, TO_L2)).toEqual({ type: 'NobodyOwnsIt' })
  one.act(ana, CLAIM)
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(one.refused(ana, TO_L2)).toMatchObject({ type: 'CaseResolved' })
})

test('[CA18] a waiting case is open where it is escalated to, and all its clocks run', () => {
  for (const wait of [{ type: 'case.pend' }, { type: 'case.hold', reason: 'problem' }] as const) {
    const one = desk({ kase: openCase(ana), now: NINE + HOUR })
    one.act(ana, wait)
    one.now += HOUR
    one.act(ana, TO_L2)
    expect(one.kase.state).toEqual({ status: 'open' })
    expect(one.kase.clocks.resolve).toEqual({
      targetMinutes: 720,
      spentMs: HOUR,
      run: { state: 'running', since: NINE + 2 * HOUR, dueAt: NINE + 13 * HOUR }
    })
  }
})

test('[ES22] what the row asks for must be there; blanks are nothing; what it does not ask for may be missing', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ana, { ...TO_L2, package: {} })).toEqual({
    type: 'PackageIncomplete',
    missing: ['need', 'tried']
  })
  expect(one.refused(ana, { ...TO_L2, package: { need: 'x', tried: ' \n ' } })).toEqual({
    type: 'PackageIncomplete',
    missing: ['tried']
  })
  expect(one.ask(ana, { ...TO_L2, package: { need: 'x', tried: 'y' } }).ok).toBe(true)
})

test('[ES1] the matrix alone says where a case goes, asking what and by when', () => {
  const changed = matrix({
    functional: matrix().functional.map((row) => ({
      ...row,
      package: ['impact'],
      acceptMinutes: 5,
      resolveMinutes: 50
    }))
  })
  const one = desk({ kase: openCase(ana), now: NINE + HOUR, matrix: changed })
  expect(one.refused(ana, { ...TO_L2, package: {} })).toEqual({
    type: 'PackageIncomplete',
    missing: ['impact']
  })
  one.act(ana, TO_L2)
  expect(lastEscalation(one.kase)).toMatchObject({
    acceptBy: one.now + 5 * MINUTE,
    resolveBy: one.now + 50 * MINUTE
  })
  const none = desk({ kase: openCase(ana), matrix: matrix({ functional: [] }) })
  expect(none.refused(ana, TO_L2)).toEqual({ type: 'NoRoute' })
})

test('[ES3] there is no way to a queue that no row leads to', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ana, escalate('none', 'L3/core'))).toEqual({ type: 'NoRoute' })
  expect(one.refused(ana, escalate('l2-core', 'L3/core'))).toEqual({ type: 'NoRoute' })
})

test('[ES8] an escalation remembers its row, the version seen and the version judged under', () => {
  const one = desk({ kase: openCase(ana), matrix: matrix({ version: 9 }) })
  one.act(ana, { ...TO_L2, matrixVer: 4 })
  expect(lastEscalation(one.kase)).toMatchObject({ rowId: 'l1-billing', madeUnder: 4, judgedUnder: 9 })
  const other = desk({ kase: openCase(ana), matrix: matrix({ version: 9 }) })
  other.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 4, ask: ask(120) })
  expect(lastEscalation(other.kase)).toMatchObject({ rowId: 'refund-200', madeUnder: 4, judgedUnder: 9 })
})

test('[ES9] a row that confirms holds the escalation when it leads elsewhere now', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ana, { ...TO_L2, to: queue('L2/gone') })).toEqual({
    type: 'TargetChanged',
    was: queue('L2/gone'),
    now: queue('L2/billing')
  })
})

test('[ES9] a row that rebinds takes the case to the new target and tells the author', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act(ana, { ...escalate('l1-tech', 'L2/gone'), matrixVer: 6 })).toMatchObject({
    outcome: 'transformed',
    told: { type: 'Rerouted', was: 'L2/gone', now: 'L2/tech' },
    event: { type: 'case.escalated', rowId: 'l1-tech', to: queue('L2/tech'), madeUnder: 6, judgedUnder: 7 }
  })
  expect(one.kase.queue).toEqual(queue('L2/tech'))
})

test('[ES9] another row to the target the author saw is as good', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.ask(ana, escalate('old-row', 'L2/billing'))).toMatchObject({
    ok: true,
    value: { outcome: 'applied', event: { rowId: 'l1-billing', to: queue('L2/billing') } }
  })
  expect(one.ask(ana, escalate('l1-tech', 'L2/billing'))).toMatchObject({
    ok: true,
    value: { outcome: 'applied', event: { rowId: 'l1-billing', to: queue('L2/billing') } }
  })
})

test('[ES9] the package is what the row of the new target asks for', () => {
  const one = desk({ kase: openCase(ana) })
  const command = { ...escalate('l1-tech', 'L2/gone'), package: { tried: 'all' } }
  expect(one.refused(ana, command)).toEqual({ type: 'PackageIncomplete', missing: ['need'] })
})

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
