import { expect, test } from 'vitest'
import {
  ana,
  desk,
  escalate,
  lea,
  MINUTE,
  matrix,
  NINE,
  newCase,
  opened,
  PACKAGE,
  people,
  queue,
  sol
} from '../../../test/support/cases.ts'
import type { Matrix } from '../escalation/matrix.ts'
import { must } from '../lib/must.ts'
import type { Case } from './case.ts'
import type { Happening } from './event.ts'
import { beginTrial, needsChanges } from './trial.ts'

const tierOf = (id: string) => people.find((one) => one.id === id)?.tier
const [billing, tech, core] = matrix().functional
const row = (id: string, list = 'functional') => ({ list, id })
const tried = (
  draft: Matrix,
  cases: readonly Case[],
  facts: readonly Happening[] = [],
  inForce = matrix()
) => {
  const run = beginTrial(inForce, draft, tierOf)
  const found = cases.flatMap((kase) => run.take(kase, needsChanges(kase) ? facts : []) ?? [])
  return { found, ...run.counts() }
}
const functional = (...rows: readonly (object | undefined)[]) => matrix({ functional: rows })
const billingToTech = { ...billing, id: 'billing-tech', to: queue('L2/tech') }

test('[MX20] the matrix in force, tried on itself, changes nothing', () => {
  const { found, changed, rows, idle } = tried(matrix(), [newCase(), newCase({ category: 'bug' }, 'case-2')])
  expect([found, changed]).toEqual([[], 0])
  expect(rows).toEqual([
    { row: row('l1-billing'), before: 1, after: 1 },
    { row: row('l1-tech'), before: 1, after: 1 }
  ])
  expect(idle.map(({ id }) => id)).toEqual(['l2-core', 'refund-200', 'refund-1000', 'credit'])
})

test('[MX20] a case that was never escalated goes the first way of its first queue', () => {
  const { found, changed, rows } = tried(functional(billingToTech, tech, core), [newCase()])
  expect(found).toEqual([
    {
      caseId: 'case-1',
      from: queue('L1/billing'),
      before: { to: queue('L2/billing'), row: row('l1-billing') },
      after: { to: queue('L2/tech'), row: row('billing-tech') }
    }
  ])
  expect(changed).toBe(1)
  expect(rows).toEqual([
    { row: row('billing-tech'), before: 0, after: 1 },
    { row: row('l1-billing'), before: 1, after: 0 }
  ])
})

test('[MX20] a row that is gone leads nowhere, and another row to the same queue changes nothing', () => {
  expect(tried(functional(core), [newCase()]).found).toMatchObject([{ after: { to: null, row: null } }])
  const renamed = tried(functional({ ...billing, id: 'other' }, tech, core), [newCase()])
  expect(renamed.found).toEqual([])
  expect(renamed.rows).toContainEqual({ row: row('other'), before: 0, after: 1 })
})

test('[MX21] an escalated case is tried where it was escalated, each time, and keeps the way that was chosen', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, escalate('l1-tech', 'L2/tech'))
  expect(tried(matrix(), [one.kase])).toMatchObject({
    changed: 0,
    rows: [{ row: row('l1-tech'), before: 1, after: 1 }]
  })
  const two = desk()
  two.act(ana, { type: 'case.claim' })
  two.act(ana, escalate('l1-billing', 'L2/billing'))
  two.act(lea, { type: 'case.claim' })
  two.act(lea, {
    type: 'case.escalate',
    rowId: 'l2-core',
    to: queue('L3/core'),
    matrixVer: 7,
    package: PACKAGE
  })
  const { found, rows } = tried(functional(billing, tech), [two.kase])
  expect(found).toEqual([
    {
      caseId: 'case-1',
      from: queue('L2/billing'),
      before: { to: queue('L3/core'), row: row('l2-core') },
      after: { to: null, row: null }
    }
  ])
  expect(rows.map((each) => each.row.id)).toEqual(['l1-billing', 'l2-core'])
})

test('[MX21] the case is tried as it stood then, not as it is now', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.now += MINUTE
  one.act(lea, { type: 'case.claim' })
  one.act(lea, { type: 'case.setCategory', category: 'bug', was: 'billing' })
  one.act(lea, { type: 'case.setPriority', priority: 'urgent', was: 'normal' })
  expect(needsChanges(one.kase)).toBe(true)
  const urgentOnly = { ...billing, when: { category: ['billing'], priority: ['urgent'] } }
  const { found } = tried(functional(urgentOnly, core), [one.kase], one.happenings)
  expect(found).toMatchObject([
    { from: queue('L1/billing'), before: { row: row('l1-billing') }, after: { to: null } }
  ])
  expect(tried(matrix(), [one.kase], one.happenings).rows).toEqual([
    { row: row('l1-billing'), before: 1, after: 1 }
  ])
})

test('[MX21] what changed in the very moment of the escalation had changed by then', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, { type: 'case.setPriority', priority: 'urgent', was: 'normal' })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const urgentOnly = { ...billing, when: { category: ['billing'], priority: ['urgent'] } }
  expect(tried(functional(urgentOnly), [one.kase], one.happenings).changed).toBe(0)
  const normalOnly = { ...billing, when: { category: ['billing'], priority: ['normal'] } }
  expect(tried(functional(normalOnly), [one.kase], one.happenings).changed).toBe(1)
})

test('[MX21] flags and channel, too, are what they were', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.now += MINUTE
  one.act(lea, { type: 'case.claim' })
  one.happen(lea.id, { type: 'case.flagged', flag: 'vip', on: true })
  one.happen(lea.id, { type: 'case.wentPrivate', rowId: 'private', from: 'social', to: 'email' })
  const forVips = { ...billing, when: { flags: ['vip'] }, to: queue('L2/tech') }
  expect(tried(functional(forVips, billing), [one.kase], one.happenings).changed).toBe(0)
  const inPublic = { ...billing, when: { channel: ['social'] } }
  expect(tried(functional(inPublic), [one.kase], one.happenings).changed).toBe(0)
  expect(
    tried(functional({ ...billing, when: { channel: ['email'] } }), [one.kase], one.happenings).changed
  ).toBe(1)
})

test('[MX20] a special row leads before the others', () => {
  const straight = {
    id: 'vip',
    reason: 'vip',
    tiers: ['L1'],
    when: { flags: ['vip'] },
    to: queue('L3/core'),
    package: ['need'],
    acceptMinutes: 1,
    resolveMinutes: 2
  }
  const { found, idle } = tried(matrix({ special: [straight] }), [
    newCase({ flags: ['vip'] }),
    newCase({}, 'case-2')
  ])
  expect(found).toMatchObject([
    { caseId: 'case-1', after: { to: queue('L3/core'), row: row('vip', 'special') } }
  ])
  expect(idle).not.toContainEqual(row('vip', 'special'))
})

test('[MX22] rows about money count the requests of the past, and grants that would be over the limit', () => {
  const asked = desk()
  asked.act(ana, { type: 'case.claim' })
  asked.act(ana, {
    type: 'approval.request',
    ask: { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: PACKAGE },
    rowId: 'refund-200',
    matrixVer: 7
  } as never)
  const alone = {
    ...newCase({}, 'case-2'),
    grants: [{ action: 'refund', amountMinor: 4_000, currency: 'EUR', by: ana.id, at: NINE }]
  } as Case
  const approved = { ...alone, grants: alone.grants.map((grant) => ({ ...grant, approvedBy: sol.id })) }
  const [first, second, third] = matrix().hierarchical
  const draft = matrix({
    hierarchical: [
      { ...must(first, 'row'), overMinor: 1_000, upToMinor: 10_000 },
      { ...must(second, 'row'), overMinor: 10_000 },
      third
    ],
    limits: [{ action: 'refund', tier: 'L1', perCaseMinor: 1_000 }]
  })
  const { rows, idle } = tried(draft, [asked.kase, alone, approved])
  expect(rows.filter(({ row: { list } }) => list === 'hierarchical')).toEqual([
    { row: row('refund-200', 'hierarchical'), before: 1, after: 1 },
    { row: row('refund-1000', 'hierarchical'), before: 0, after: 1 }
  ])
  expect(idle).toContainEqual(row('credit', 'hierarchical'))
})

test('[MX22] rows that act by themselves count reopenings, returns and clocks that stopped late', () => {
  const late = (minutes: number) => ({
    targetMinutes: 10,
    spentMs: (10 + minutes) * MINUTE,
    run: { state: 'stopped' as const, at: NINE, late: minutes > 0 }
  })
  const act = { do: 'notify', whom: { role: 'supervisor' } }
  const auto = (id: string, trigger: object, more: object = {}) => ({
    id,
    trigger,
    tiers: ['L1'],
    act,
    ...more
  })
  const draft = matrix({
    automatic: [
      auto('again', { on: 'reopened', times: 2 }),
      auto('back', { on: 'returned', times: 1 }),
      auto('risk', { on: 'at_risk', clock: 'own' }),
      auto('late', { on: 'breached', clock: 'own' }),
      auto('very-late', { on: 'breached', clock: 'own', plusMinutes: 30 }),
      auto('other-tier', { on: 'reopened', times: 1 }, { tiers: ['L3'] }),
      auto('other-kind', { on: 'reopened', times: 1 }, { when: { category: ['bug'] } })
    ]
  })
  const returned = desk()
  returned.act(ana, { type: 'case.claim' })
  returned.act(ana, escalate('l1-billing', 'L2/billing'))
  returned.act(lea, { type: 'case.claim' })
  const [up] = returned.kase.escalations
  returned.act(lea, {
    type: 'escalation.return',
    escalationId: must(up, 'escalation').id,
    note: 'ask first',
    to: 'team'
  })
  const cases = [
    { ...newCase({}, 'a'), reopenCount: 1 },
    { ...newCase({}, 'b'), reopenCount: 2 },
    { ...newCase({}, 'c'), clocks: { own: late(0) } },
    { ...newCase({}, 'd'), clocks: { own: late(5) } },
    { ...newCase({}, 'e'), clocks: { own: late(31) } },
    { ...returned.kase, clocks: {} }
  ]
  const { rows, idle } = tried(draft, cases)
  const counts = rows
    .filter(({ row: { list } }) => list === 'automatic')
    .map((one) => [one.row.id, one.before, one.after])
  expect(counts.sort()).toEqual([
    ['again', 0, 1],
    ['back', 0, 1],
    ['late', 0, 2],
    ['risk', 0, 2],
    ['very-late', 0, 1]
  ])
  expect(idle.filter(({ list }) => list === 'automatic').map(({ id }) => id)).toEqual([
    'other-tier',
    'other-kind'
  ])
})

test('[MX23] a row is idle when no case was ever offered it, wherever the case stood', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const never = { ...billing, id: 'never', when: { flags: ['fraud'] } }
  const shadowed = { ...billing, id: 'shadowed' }
  const { idle } = tried(functional(never, billing, shadowed, tech, core), [one.kase])
  expect(idle.filter(({ list }) => list === 'functional').map(({ id }) => id)).toEqual(['never', 'shadowed'])
})

test('[MX23] public conversations count for the rows that make them private', () => {
  const draft = matrix({
    privacy: [
      { id: 'private', when: { flags: ['public'] }, to: 'email' },
      { id: 'other', when: { category: ['bug'] }, to: 'chat' }
    ]
  })
  const { rows, idle } = tried(draft, [
    newCase({ channel: 'social', flags: ['public'] }),
    newCase({ channel: 'email', flags: ['public'] }, 'case-2')
  ])
  expect(rows).toContainEqual({ row: row('private', 'privacy'), before: 0, after: 1 })
  expect(idle).toContainEqual(row('other', 'privacy'))
})

test('[MX22] [MX23] a conversation counts for the row that made it private, also once it is', () => {
  const draft = matrix({ privacy: [{ id: 'private', when: { flags: ['public'] }, to: 'email' }] })
  const kase = newCase({ channel: 'social', flags: ['public'] })
  const one = desk({ kase })
  one.now += MINUTE
  one.happen(ana.id, { type: 'case.wentPrivate', rowId: 'private', from: 'social', to: 'email' })
  const first = { at: NINE, by: ana.id, opId: null, event: opened({ channel: 'social', flags: ['public'] }) }
  const run = beginTrial(matrix(), draft, tierOf)
  run.take(one.kase, [first, ...one.happenings])
  expect(run.counts().rows).toContainEqual({ row: row('private', 'privacy'), before: 0, after: 1 })
  const never = beginTrial(matrix(), draft, tierOf)
  never.take(one.kase, [{ ...first, event: opened({ channel: 'social' }) }, ...one.happenings])
  expect(never.counts().idle).toContainEqual(row('private', 'privacy'))
})

test('[MX23] a row whose button the case has where it stands is not idle', () => {
  const one = desk()
  one.act(ana, { type: 'case.claim' })
  one.now += MINUTE
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  one.act(lea, { type: 'case.claim' })
  one.now += MINUTE
  one.act(lea, { type: 'case.setCategory', category: 'bug', was: 'billing' })
  const forBugs = { ...core, id: 'l2-bug', when: { category: ['bug'] } }
  const { idle } = tried(functional(billing, tech, forBugs), [one.kase], one.happenings)
  expect(idle).not.toContainEqual(row('l2-bug'))
})
