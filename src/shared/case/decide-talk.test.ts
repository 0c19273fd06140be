import { expect, test } from 'vitest'
import {
  ada,
  ana,
  type Bare,
  ben,
  desk,
  escalate,
  HOUR,
  lea,
  MINUTE,
  max,
  NINE,
  newCase,
  openCase,
  person,
  queue,
  sol,
  zoe
} from '../../../test/support/cases.ts'

const REPLY: Bare = { type: 'case.reply', body: 'Good news' }
const ANYWAY: Bare = { type: 'case.reply', body: 'Good news', anyway: true }
const NOTE: Bare = { type: 'case.note', body: 'called twice' }

test('[CA11] a note is taken from everybody, and marked late once the case has ended', () => {
  const one = desk({ kase: openCase() })
  const late = () =>
    [ana, ben, zoe, lea, ada].map((by) => {
      const decided = one.act(by, NOTE)
      return decided.outcome === 'applied' ? decided.event : decided
    })
  const taken = (isLate: boolean) => Array(5).fill({ type: 'case.noted', body: 'called twice', late: isLate })
  expect(late()).toEqual(taken(false))
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(late()).toEqual(taken(true))
  one.act(ana, { type: 'case.close' })
  expect(late()).toEqual(taken(true))
})

test('[CA11] a note changes nothing but the version and who was last', () => {
  for (const kase of [newCase(), openCase()]) {
    const one = desk({ kase, now: NINE + HOUR })
    const before = one.kase
    one.act(ben, NOTE)
    expect(one.kase).toStrictEqual({
      ...before,
      ver: before.ver + 1,
      updatedAt: one.now,
      lastChange: { by: ben.id, at: one.now, type: 'case.noted' }
    })
  }
})

test('[CA12] the owner replies, and that is the first response', () => {
  const one = desk({ kase: openCase(), now: NINE + 20 * MINUTE })
  expect(one.act(ana, REPLY)).toEqual({
    outcome: 'applied',
    event: { type: 'case.replied', body: 'Good news', clocks: one.kase.clocks }
  })
  expect(one.kase.clocks.firstResponse).toEqual({
    targetMinutes: 45,
    spentMs: 20 * MINUTE,
    run: { state: 'stopped', at: NINE + 20 * MINUTE, late: false }
  })
})

test('[CA12] who owned or answered stays in the conversation while working in the queue', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(sol, { type: 'case.assign', to: ben.id })
  expect(one.kase.conversation).toEqual([ana.id, ben.id])
  one.act(ana, REPLY)
  expect(one.kase.conversation).toEqual([ana.id, ben.id])
  expect(one.refused({ ...ana, queues: [queue('L1/tech')] }, REPLY)).toMatchObject({ type: 'ReplyNotSent' })
  one.act(ben, { type: 'case.release' })
  expect(one.act(ana, REPLY).outcome).toBe('applied')
})

test('[CA12] an owner who no longer works in the queue still replies', () => {
  const one = desk({ kase: openCase(ana) })
  expect(one.act({ ...ana, queues: [] }, REPLY).outcome).toBe('applied')
})

test('[CA12] whoever answers joins the conversation', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ben, ANYWAY)
  expect(one.kase.conversation).toEqual([ana.id, ben.id])
  expect(one.act(ben, REPLY).outcome).toBe('applied')
})

test('[CA12] nobody replies to a case that nobody owns before claiming it', () => {
  expect(desk({ kase: newCase() }).refused(ana, REPLY)).toEqual({ type: 'NobodyOwnsIt' })
  const one = desk({ kase: openCase(ana) })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  expect(one.refused(ana, REPLY)).toEqual({ type: 'NotYourQueue', queue: one.kase.queue })
})

test('[CA13] a reply that comes after the case was resolved is held, and sent anyway on request', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  one.now += HOUR
  for (const by of [ana, ben, max]) {
    expect(one.refused(by, REPLY)).toEqual({
      type: 'ReplyNotSent',
      because: 'resolved',
      by: ana.id,
      at: NINE + HOUR
    })
    expect(one.act(by, ANYWAY)).toMatchObject({ outcome: 'applied', event: { type: 'case.replied' } })
  }
  expect(one.kase.state.status).toBe('resolved')
})

test('[CA13] a reply to a case somebody else owns is held, with who owns it and since when', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  one.act(zoe, NOTE)
  expect(one.refused(ben, REPLY)).toEqual({
    type: 'ReplyNotSent',
    because: 'owner',
    by: ana.id,
    at: NINE + MINUTE
  })
})

test('[CA13] nobody from outside sends a reply, anyway or not', () => {
  const one = desk({ kase: openCase(ana) })
  for (const by of [zoe, lea, person('new', { queues: [] })]) {
    for (const command of [REPLY, ANYWAY]) {
      expect(one.refused(by, command)).toEqual({ type: 'NotYourQueue', queue: queue('L1/billing') })
    }
  }
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(one.refused(zoe, REPLY)).toEqual({ type: 'NotYourQueue', queue: queue('L1/billing') })
})

test('[CA13] who was in the conversation sends anyway also after the case went up', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  expect(one.refused(ana, REPLY)).toMatchObject({ type: 'ReplyNotSent', because: 'owner', by: lea.id })
  expect(one.act(ana, ANYWAY).outcome).toBe('applied')
  expect(one.kase.owner).toBe(lea.id)
})

test('[CA13] a closed case takes no reply, not even anyway', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  one.act(ana, { type: 'case.close' })
  expect(one.refused(ana, REPLY)).toEqual({ type: 'CaseClosed' })
  expect(one.refused(ana, ANYWAY)).toEqual({ type: 'CaseClosed' })
})
