import { expect, test } from 'vitest'
import { ana, desk, lea, MINUTE, matrix, NINE, newCase, queue } from '../../../test/support/cases.ts'
import { bounced } from '../../../test/support/escalated.ts'
import { SYSTEM } from '../lib/ids.ts'
import { automaticEvent, nextAutomatic } from './automatic.ts'

test('[ES26] an automatic row is due by its clock, acts once, and again only after the case was reopened', () => {
  const rules = matrix({
    automatic: [
      {
        id: 'late-own',
        trigger: { on: 'breached', clock: 'own', plusMinutes: 5 },
        tiers: ['L1'],
        act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 10, resolveMinutes: 60 }
      }
    ]
  })
  const one = desk({ kase: newCase(), matrix: rules })
  const due = NINE + 30 * MINUTE + 5 * MINUTE
  const next = nextAutomatic(one.kase, rules)
  expect(next).toMatchObject({ row: { id: 'late-own' }, at: due })
  if (!next) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, next.row, rules, due, 'auto-1'))
  expect(one.kase).toMatchObject({
    queue: queue('L2/billing'),
    owner: null,
    escalations: [{ id: 'auto-1', rowId: 'late-own', by: SYSTEM, acceptBy: due + 10 * MINUTE }],
    fired: [{ rowId: 'late-own', reopenCount: 0 }]
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.now = due
  one.act(lea, { type: 'case.claim' })
  one.act(lea, {
    type: 'escalation.return',
    escalationId: one.kase.escalations[0]?.id as never,
    note: 'yours',
    to: 'team'
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
  one.act(ana, { type: 'case.reopen', reason: 'still broken' })
  one.act(ana, { type: 'case.release' })
  const again = nextAutomatic(one.kase, rules)
  if (again?.row.id !== 'late-own') throw new Error('not due again')
  one.happen(SYSTEM, automaticEvent(one.kase, again.row, rules, again.at, 'auto-2'))
  one.act(lea, { type: 'case.claim' })
  const escalationId = one.kase.escalations.at(-1)?.id as never
  one.act(lea, { type: 'escalation.return', escalationId, note: 'yours', to: 'team' })
  expect(one.kase.fired?.map(({ reopenCount }) => reopenCount)).toEqual([0, 1])
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
})

test('[ES26] [SV53] what comes true at the very moment from which on rows count sets them off, and a moment before not', () => {
  const automatic = [
    {
      id: 'late-own',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L1'],
      act: { do: 'priority', priority: 'high' }
    }
  ]
  const due = NINE + 30 * MINUTE
  const next = (since: number) => nextAutomatic(newCase(), matrix({ automatic }), since)?.at
  expect([next(due - 1), next(due), next(due + 1)]).toEqual([due, due, undefined])
})

test('[ES26] of several rows the one due first acts; one that would change nothing does not', () => {
  const row = { tiers: ['L1'], when: {} }
  const rules = matrix({
    automatic: [
      {
        ...row,
        id: 'same',
        when: { priority: ['normal'] },
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'priority', priority: 'normal' }
      },
      {
        ...row,
        id: 'down',
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'escalate', to: queue('L1/tech'), acceptMinutes: 1, resolveMinutes: 1 }
      },
      {
        ...row,
        id: 'tell',
        trigger: { on: 'breached', clock: 'own' },
        act: { do: 'notify', whom: { role: 'supervisor' } }
      },
      {
        ...row,
        id: 'raise',
        trigger: { on: 'at_risk', clock: 'own' },
        act: { do: 'priority', priority: 'high' }
      }
    ]
  })
  const one = desk({ kase: newCase(), matrix: rules })
  const first = nextAutomatic(one.kase, rules)
  expect(first).toMatchObject({ row: { id: 'raise' }, at: NINE + 30 * MINUTE * 0.75 })
  if (!first) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, first.row, rules, first.at, 'n'))
  expect(one.kase).toMatchObject({ priority: 'high', clocks: { resolve: { targetMinutes: 240 } } })
  const second = nextAutomatic(one.kase, rules)
  expect(second).toMatchObject({ row: { id: 'tell' } })
  if (!second) throw new Error('not due')
  one.happen(SYSTEM, automaticEvent(one.kase, second.row, rules, second.at, 'n'))
  expect(one.happenings.at(-1)?.event).toEqual({
    type: 'case.notified',
    whom: { role: 'supervisor' },
    automatic: { rowId: 'tell', on: 'breached' }
  })
  expect(nextAutomatic(one.kase, rules)).toBeUndefined()
})

test('[ES26] [ES32] a number of returns sets an automatic row off', () => {
  const act = { do: 'notify', whom: { role: 'escalation_manager' } }
  const rules = matrix({
    automatic: [{ id: 'bounce', trigger: { on: 'returned', times: 2 }, tiers: ['L1'], act }]
  })
  expect(nextAutomatic(bounced(1).kase, rules)).toBeUndefined()
  expect(nextAutomatic(bounced(2).kase, rules)).toMatchObject({ row: { id: 'bounce' } })
})
