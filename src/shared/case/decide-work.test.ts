import { expect, test } from 'vitest'
import {
  ada,
  ana,
  ask,
  type Bare,
  ben,
  desk,
  escalate,
  eva,
  HOUR,
  lea,
  MINUTE,
  max,
  NINE,
  openCase,
  people,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'
import { PersonId } from '../lib/ids.ts'
import { startClock } from '../sla/clock.ts'

const CLAIM: Bare = { type: 'case.claim' }
const RELEASE: Bare = { type: 'case.release' }
const RESOLVE: Bare = { type: 'case.resolve', resolution: 'solved' }
const assign = (to: string): Bare => ({ type: 'case.assign', to: PersonId.parse(to) })
const transfer = (to: string, note = ''): Bare => ({ type: 'case.transfer', to: queue(to), note })
const OUTSIDE = { type: 'NotYourQueue', queue: queue('L1/billing') }

test('[CA3] claiming a case from the queue makes it mine and open', () => {
  const one = desk({ now: NINE + 5 * MINUTE })
  const before = one.kase
  one.act(ana, CLAIM)
  const stamp = { by: ana.id, at: NINE + 5 * MINUTE, type: 'case.claimed' }
  expect(one.kase).toEqual({
    ...before,
    ver: 2,
    owner: ana.id,
    state: { status: 'open' },
    conversation: [ana.id],
    clocks: {
      ...before.clocks,
      own: {
        targetMinutes: 30,
        spentMs: 5 * MINUTE,
        run: { state: 'stopped', at: NINE + 5 * MINUTE, late: false }
      }
    },
    updatedAt: NINE + 5 * MINUTE,
    lastChange: stamp,
    setBy: { owner: stamp }
  })
})

test('[CA3] of two who claim the first has it; the other is told who, when and what they did last', () => {
  const one = desk({ now: NINE + MINUTE })
  one.act(ana, CLAIM)
  one.now += MINUTE
  expect(one.refused(ben, CLAIM)).toEqual({
    type: 'CaseTaken',
    by: ana.id,
    at: NINE + MINUTE,
    lastType: 'case.claimed'
  })
  one.act(ana, { type: 'case.reply', body: 'Hello' })
  one.now += MINUTE
  expect(one.refused(ben, CLAIM)).toMatchObject({ by: ana.id, at: NINE + MINUTE, lastType: 'case.replied' })
  one.act(zoe, { type: 'case.note', body: 'I know them' })
  expect(one.refused(ben, CLAIM)).toMatchObject({ by: ana.id, at: NINE + MINUTE, lastType: 'case.claimed' })
})

test('[CA3] a case whose owner does not work here is free: an imported one that came back', () => {
  const one = desk({ kase: { ...openCase(), owner: PersonId.parse('x:Resolver-81') } })
  one.act(ben, CLAIM)
  expect(one.kase.owner).toBe(ben.id)
})

test('[CA3] claiming my own case again changes nothing', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act(ana, CLAIM)).toEqual({ outcome: 'noop' })
})

test('[CA3] nobody claims from outside the queue, nor an ended case', () => {
  const one = desk()
  expect(one.refused(zoe, CLAIM)).toEqual(OUTSIDE)
  expect(one.refused(lea, CLAIM)).toEqual(OUTSIDE)
  expect(one.refused(ada, CLAIM)).toEqual(OUTSIDE)
  const ended = desk({ kase: openCase(ana), now: NINE + HOUR })
  ended.act(ana, RESOLVE)
  expect(ended.refused(ben, CLAIM)).toEqual({ type: 'CaseResolved', by: ana.id, at: NINE + HOUR })
})

test('[CA3] a claimed case that waits goes on waiting', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.pend' })
  one.act(ana, RELEASE)
  one.act(ben, CLAIM)
  expect([one.kase.state.status, one.kase.owner]).toEqual(['pending', ben.id])
})

test('[CA4] what the owner does nobody else does, and nobody does on a case without one', () => {
  const commands: Bare[] = [
    { type: 'case.pend' },
    { type: 'case.hold', reason: 'vendor' },
    RESOLVE,
    escalate('l1-billing', 'L2/billing'),
    { type: 'case.grant', ask: ask(10) },
    { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) }
  ]
  const mine = desk({ kase: openCase(ana) })
  const free = desk()
  for (const command of commands) {
    for (const other of [ben, sol, max]) {
      expect(mine.refused(other, command)).toEqual({ type: 'NotYourCase', owner: ana.id })
      expect(free.refused(other, command)).toEqual({ type: 'NobodyOwnsIt' })
    }
    expect(mine.ask(ana, command).ok).toBe(true)
  }
})

test('[CA6] the owner or who answers for the queue releases, nobody else', () => {
  for (const by of [ana, sol, max]) {
    const one = desk({ kase: openCase(ana) })
    one.act(by, RELEASE)
    expect([one.kase.owner, one.kase.state.status]).toEqual([null, 'open'])
  }
  const one = desk({ kase: openCase(ana) })
  expect(one.refused(ben, RELEASE)).toEqual({ type: 'NotYourCase', owner: ana.id })
  expect(one.refused({ ...sol, queues: [queue('L1/tech')] }, RELEASE)).toEqual({
    type: 'NotYourCase',
    owner: ana.id
  })
  one.act(ana, RELEASE)
  expect(one.refused(ana, RELEASE)).toEqual({ type: 'NobodyOwnsIt' })
  expect(one.act(sol, RELEASE)).toEqual({ outcome: 'noop' })
})

test('[CA6] an ended case is not released', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, RESOLVE)
  expect(one.refused(ana, RELEASE)).toMatchObject({ type: 'CaseResolved' })
})

test('[SL11] [CA6] a released case has a fresh time to own, paused while the case waits', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, RELEASE)
  expect(one.kase.clocks.own).toEqual(startClock(30, NINE + HOUR))
  one.act(ana, CLAIM)
  one.act(ana, { type: 'case.pend' })
  one.now += HOUR
  one.act(ana, RELEASE)
  expect(one.kase.clocks.own).toEqual({
    targetMinutes: 30,
    spentMs: 0,
    run: { state: 'paused', since: NINE + 2 * HOUR }
  })
})

test('[CA7] who answers for the queue assigns, also a case of somebody else', () => {
  const one = desk({ now: NINE + 40 * MINUTE })
  one.act(sol, assign('ana'))
  expect(one.kase).toMatchObject({
    owner: ana.id,
    state: { status: 'open' },
    conversation: [ana.id],
    clocks: { own: { run: { state: 'stopped', at: NINE + 40 * MINUTE, late: true } } }
  })
  one.act(max, assign('ben'))
  expect(one.kase.owner).toBe(ben.id)
  expect(one.act(eva, assign('ben'))).toEqual({ outcome: 'noop' })
})

test('[CA7] an owner hands the case to a colleague of the queue', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, assign('ben'))
  expect(one.kase.owner).toBe(ben.id)
  expect(one.refused(ana, assign('ana'))).toEqual({ type: 'OnlySupervisor' })
})

test('[CA7] nobody else assigns, and only to people who work in the queue', () => {
  const one = desk()
  expect(one.refused(ana, assign('ben'))).toEqual({ type: 'OnlySupervisor' })
  expect(one.refused(lea, assign('ben'))).toMatchObject({ type: 'NotYourQueue' })
  expect(one.refused(sol, assign('nobody'))).toEqual({ type: 'NoSuchPerson' })
  expect(one.refused(sol, assign('zoe'))).toEqual({ type: 'PersonNotInQueue', person: zoe.id })
  expect(one.refused(sol, assign('ada'))).toEqual({ type: 'PersonNotInQueue', person: ada.id })
  const ended = desk({ kase: openCase(ana) })
  ended.act(ana, RESOLVE)
  expect(ended.refused(sol, assign('ben'))).toMatchObject({ type: 'CaseResolved' })
})

test('[CA8] a case is transferred sideways, where nobody owns it', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, transfer('L1/tech', 'a bug after all'))
  expect(one.happenings.at(-1)?.event).toMatchObject({
    type: 'case.transferred',
    from: queue('L1/billing'),
    to: queue('L1/tech'),
    note: 'a bug after all'
  })
  expect(one.kase).toMatchObject({ queue: queue('L1/tech'), owner: null, state: { status: 'open' } })
  expect(one.kase.hops.at(-1)).toEqual({
    queue: queue('L1/tech'),
    at: NINE + HOUR,
    by: ana.id,
    how: 'transferred',
    note: 'a bug after all'
  })
  one.act(zoe, CLAIM)
  expect(one.kase.owner).toBe(zoe.id)
})

test('[CA8] neither up, nor down, nor to the same queue, nor to one that is not there', () => {
  const one = desk({ kase: openCase(ana) })
  for (const to of ['L2/billing', 'L1/billing', 'L1/gone', 'L3/core']) {
    expect(one.refused(ana, transfer(to))).toEqual({ type: 'NoSuchQueue', queue: queue(to) })
  }
  const alone = desk({ kase: openCase(max, { queue: queue('L3/core') }) })
  expect(alone.refused(max, transfer('L2/billing'))).toEqual({ type: 'NoOtherTeam' })
})

test('[CA8] only the owner and who answers for the queue transfer', () => {
  const one = desk()
  expect(one.refused(ana, transfer('L1/tech'))).toEqual({ type: 'NobodyOwnsIt' })
  one.act(ana, CLAIM)
  expect(one.refused(ben, transfer('L1/tech'))).toEqual({ type: 'NotYourCase', owner: ana.id })
  one.act(sol, transfer('L1/tech'))
  expect(one.kase.queue).toEqual(queue('L1/tech'))
  const ended = desk({ kase: openCase(ana) })
  ended.act(ana, RESOLVE)
  expect(ended.refused(ana, transfer('L1/tech'))).toMatchObject({ type: 'CaseResolved' })
})

test('[CA8] a case nobody has touched stays new when it is transferred', () => {
  const one = desk()
  one.act(sol, transfer('L1/tech'))
  expect(one.kase.state).toEqual({ status: 'new' })
})

test('[CA18] a waiting case is open where it is transferred to, and its clocks run, the stage too', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, CLAIM)
  one.act(lea, { type: 'case.hold', reason: 'vendor' })
  one.now += HOUR
  one.act(lea, transfer('L2/tech'))
  expect(one.kase.state).toEqual({ status: 'open' })
  const runs = Object.entries(one.kase.clocks).map(([name, clock]) => [name, clock?.run.state])
  expect(Object.fromEntries(runs)).toEqual({
    own: 'running',
    firstResponse: 'running',
    resolve: 'running',
    stage: 'running'
  })
})

test('[CA17] an administrator who once owned a case no longer works it', () => {
  const was = { ...ana, role: 'administrator' as const }
  const one = desk({ kase: openCase(ana) })
  const commands: Bare[] = [
    CLAIM,
    RELEASE,
    assign('ben'),
    transfer('L1/tech'),
    RESOLVE,
    { type: 'case.pend' },
    { type: 'case.reply', body: 'x' },
    { type: 'case.reply', body: 'x', anyway: true },
    { type: 'case.grant', ask: ask(1) },
    escalate('l1-billing', 'L2/billing')
  ]
  for (const command of commands) expect(one.refused(was, command)).toEqual(OUTSIDE)
  expect(one.act(was, { type: 'case.note', body: 'over to you' }).outcome).toBe('applied')
})

test('[CA7] everybody an option offers can be assigned', () => {
  const one = desk()
  const fits = people.filter((each) => one.ask(sol, assign(each.id)).ok).map((each) => each.id)
  expect(fits).toEqual(['ana', 'ben', 'sol', 'eva', 'max', 'mia'])
})
