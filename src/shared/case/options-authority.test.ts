import { expect, test } from 'vitest'
import {
  ana,
  ask,
  ben,
  cfo,
  desk,
  lastEscalation,
  matrix,
  max,
  openCase,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { can, find, optionsOf } from '../../../test/support/options.ts'
import type { Person } from '../people/person.ts'
import { approvalRows } from './routes.ts'

test('[ES4] [ES11] one button per action says what is left and where more goes', () => {
  const one = desk({ kase: openCase(ana) })
  const [low, high] = approvalRows(one.kase, 'refund', ana, one.matrix)
  const route = (row: typeof low) =>
    row && {
      rowId: row.id,
      overMinor: row.overMinor,
      upToMinor: row.upToMinor,
      chain: row.chain,
      package: row.package
    }
  expect(find(one, ana, 'grant:refund')).toEqual({
    id: 'grant:refund',
    name: 'grant',
    kind: 'hierarchical',
    about: {
      action: 'refund',
      leftMinor: 5_000,
      currency: 'EUR',
      routes: [route(low), route(high)],
      matrixVer: 7
    },
    can: true,
    fields: [{ kind: 'money', name: 'amountMinor', required: true, currency: 'EUR' }]
  })
  expect(find(one, ana, 'grant:goodwill')).toMatchObject({ about: { leftMinor: 1_000, routes: [] } })
})

test('[ES4] an action nobody may grant or approve has no button; one that is used up and asked for is greyed', () => {
  const one = desk({ kase: openCase(max, { queue: queue('L3/core') }) })
  expect(can(one, max).filter((id) => id.startsWith('grant'))).toEqual(['grant:credit'])
  const mine = desk({ kase: openCase(ana) })
  mine.act(ana, { type: 'case.grant', ask: ask(50) })
  expect(find(mine, ana, 'grant:refund')).toMatchObject({ can: true, about: { leftMinor: 0 } })
  mine.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(60) })
  expect(find(mine, ana, 'grant:refund')).toMatchObject({
    can: false,
    why: { type: 'AlreadyAsked', escalationId: 'op-2' }
  })
  mine.matrix = matrix({ hierarchical: [] })
  expect(find(mine, ana, 'grant:refund')).toBeUndefined()
  expect(find(mine, ana, 'grant:goodwill')).toMatchObject({ can: true })
})

test('[ES4] rows that hold no amount at all leave the limit as it is', () => {
  const hierarchical = matrix().hierarchical.map((row) => ({ ...row, overMinor: 10, upToMinor: 10 }))
  const one = desk({ kase: openCase(ana), matrix: matrix({ hierarchical, limits: [] }) })
  expect(find(one, ana, 'grant:refund')).toMatchObject({
    can: false,
    why: { type: 'OverLimit', leftMinor: 0 }
  })
})

test('[ES4] a request is answered by its approver, and changed or withdrawn by who asked', () => {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const request = lastEscalation(one.kase)
  if (request.kind !== 'hierarchical') throw new Error('no request')
  const about = {
    escalationId: request.id,
    subjectHash: request.subjectHash,
    ask: ask(120),
    action: 'refund',
    currency: 'EUR'
  }
  const of = (by: Person) => optionsOf(one, by).filter((option) => option.about.subjectHash)
  expect(of(ana)).toMatchObject([
    { id: 'withdraw:op-1', can: true, about, fields: [] },
    {
      id: 'amend:op-1',
      can: true,
      about,
      fields: [{ kind: 'money', name: 'amountMinor', required: true, currency: 'EUR' }]
    }
  ])
  expect(of(sol)).toMatchObject([
    { id: 'approve:op-1', can: true, about, fields: [{ kind: 'text', name: 'note', required: false }] },
    { id: 'decline:op-1', can: true, about, fields: [{ kind: 'text', name: 'reason', required: true }] },
    { id: 'handOn:op-1', can: true, fields: [{ kind: 'person', name: 'to' }, { name: 'note' }] }
  ])
  for (const by of [ben, cfo]) {
    expect(of(by)).toMatchObject([
      { id: 'approve:op-1', can: false, why: { type: 'NotApprover' } },
      { id: 'decline:op-1', can: false, why: { type: 'NotApprover' } },
      { id: 'handOn:op-1', can: false, why: { type: 'NotApprover' } }
    ])
  }
})
