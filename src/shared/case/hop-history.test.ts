import { expect, test } from 'vitest'
import {
  ana,
  desk,
  escalate,
  HOUR,
  lea,
  MINUTE,
  matrix,
  NINE,
  openCase,
  PACKAGE,
  queue
} from '../../../test/support/cases.ts'
import { bounced } from '../../../test/support/escalated.ts'
import { SYSTEM } from '../lib/ids.ts'
import { automaticEvent, nextAutomatic } from './automatic.ts'
import { Case } from './case.ts'
import { hopHistory } from './hop-history.ts'

test('[ES34] every hop says who, from where, to where, why, with which package and for how long', () => {
  const one = bounced(1)
  const lines = hopHistory(one.kase)
  expect(lines.map(({ how, from, to, by, why, stayedMs }) => ({ how, from, to, by, why, stayedMs }))).toEqual(
    [
      { how: 'opened', from: null, to: queue('L1/billing'), by: 'customer', why: '', stayedMs: HOUR },
      {
        how: 'escalated',
        from: queue('L1/billing'),
        to: queue('L2/billing'),
        by: ana.id,
        why: 'check the ledger',
        stayedMs: 10 * MINUTE
      },
      {
        how: 'returned',
        from: queue('L2/billing'),
        to: queue('L1/billing'),
        by: lea.id,
        why: 'back 1',
        stayedMs: null
      }
    ]
  )
  expect(lines[1]).toMatchObject({
    rowId: 'l1-billing',
    versions: { madeUnder: 1, judgedUnder: 7 },
    package: { tried: 'compared the bills' }
  })
})

/** Ana hands it on, and at L2 nobody takes it: the matrix sends it further up. */
function sentByItself() {
  const late = {
    id: 'late-l2',
    trigger: { on: 'breached', clock: 'own' },
    tiers: ['L2'],
    act: { do: 'escalate', to: queue('L3/core'), acceptMinutes: 10, resolveMinutes: 60 }
  }
  const rules = matrix({ automatic: [late] })
  const one = desk({ kase: openCase(ana), matrix: rules, now: NINE + HOUR })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const next = nextAutomatic(one.kase, rules)
  if (!next) throw new Error('not due')
  one.now = next.at
  one.happen(SYSTEM, automaticEvent(one.kase, next.row, rules, next.at, 'auto-1'))
  return one
}

test('[ES34] [ES26] a hop an automatic row made says which and why, and what was left last goes along with it', () => {
  const one = sentByItself()
  const line = {
    how: 'escalated',
    from: queue('L2/billing'),
    to: queue('L3/core'),
    by: SYSTEM,
    rowId: 'late-l2',
    versions: { madeUnder: 7, judgedUnder: 7 },
    package: PACKAGE,
    stayedMs: null
  }
  expect(hopHistory(one.kase).at(-1)).toMatchObject({
    ...line,
    automatic: { rowId: 'late-l2', on: 'breached' }
  })
  expect(hopHistory(one.kase).map(({ automatic }) => automatic !== null)).toEqual([false, false, true])
  // A case that was stored before the hop kept it: the row is known, what set it off is not.
  const old = { ...one.kase, hops: one.kase.hops.map(({ automatic: _, ...hop }) => hop) }
  expect(hopHistory(old).at(-1)).toMatchObject({ ...line, automatic: { rowId: 'late-l2', on: null } })
  expect(Case.parse(JSON.parse(JSON.stringify(one.kase)))).toEqual(one.kase)
})

test('[ES34] the last stop ends when the case was resolved, and not when it was closed or looked at', () => {
  const one = desk({ kase: openCase(ana), now: NINE + HOUR })
  const stayed = () => hopHistory(one.kase).map(({ stayedMs }) => stayedMs)
  expect(stayed()).toEqual([null])
  one.act(ana, { type: 'case.resolve', resolution: 'solved' })
  expect(stayed()).toEqual([HOUR])
  one.now += HOUR
  const resolved = one.kase
  one.happen(SYSTEM, { type: 'case.closed' })
  expect(stayed()).toEqual([HOUR])
  const again = desk({ kase: resolved, now: one.now })
  again.act(ana, { type: 'case.reopen', reason: 'still broken' })
  expect(hopHistory(again.kase).map(({ stayedMs }) => stayedMs)).toEqual([null])
})
