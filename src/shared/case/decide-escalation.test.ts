import { expect, test } from 'vitest'
import {
  ana,
  ask,
  ben,
  desk,
  escalate,
  HOUR,
  known,
  lastEscalation,
  lea,
  MINUTE,
  matrix,
  max,
  NINE,
  openCase,
  PACKAGE,
  queue,
  sol
} from '../../../test/support/cases.ts'
import { CLAIM, escalated, idOf, TO_L2 } from '../../../test/support/escalated.ts'
import { EscalationId } from '../lib/ids.ts'
import { startClock } from '../sla/clock.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'

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
        madeUnder: 1,
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
  for (const row of ['none', 'l2-core']) {
    const now = queue('L2/billing')
    expect(one.refused(ana, escalate(row, 'L3/core'))).toEqual({
      type: 'TargetChanged',
      was: queue('L3/core'),
      now
    })
  }
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

test('[ES9] what became of the row does not matter: the only way there is now leads on as it says, and asks when it needs more', () => {
  const [row] = matrix().functional
  if (!row) throw new Error('no row')
  const only = (onChange: 'rebind' | 'confirm', more = {}) =>
    desk({
      kase: openCase(ana),
      matrix: matrix({ functional: [{ ...row, id: 'new-row', to: queue('L2/tech'), onChange, ...more }] })
    })
  const now = queue('L2/tech')
  const asks = { type: 'TargetChanged', was: queue('L2/billing'), now }
  expect(only('rebind').act(ana, TO_L2)).toMatchObject({
    outcome: 'transformed',
    told: { type: 'Rerouted', was: 'L2/billing', now: 'L2/tech' },
    event: { rowId: 'new-row', to: now }
  })
  expect(only('confirm').refused(ana, TO_L2)).toEqual(asks)
  const short = { ...TO_L2, package: { need: 'x', tried: 'y' } }
  expect(only('rebind', { package: ['impact'] }).refused(ana, short)).toEqual(asks)
})

test('[ES9] which of several ways is for its author to say', () => {
  const functional = matrix().functional.map((row) => ({ ...row, onChange: 'rebind' as const }))
  const one = desk({ kase: openCase(ana), matrix: matrix({ functional }) })
  expect(one.refused(ana, escalate('gone', 'L2/gone'))).toMatchObject({ type: 'TargetChanged' })
})

test('[ES9] [ES22] a letter that names the team the case no longer goes to is not sent: its author is asked', () => {
  const one = desk({ kase: openCase(ana) })
  const told = { ...escalate('l1-tech', 'L2/gone'), message: 'L2 Gone looks after you until 14:30.' }
  expect(one.refused(ana, told)).toEqual({
    type: 'TargetChanged',
    was: queue('L2/gone'),
    now: queue('L2/tech')
  })
})

test('[SY46] what comes again after a restore is judged also when the version it was made under is lost', () => {
  const one = desk({ kase: openCase(ana), matrix: matrix({ version: 7 }) })
  const ahead = { ...TO_L2, matrixVer: 9 }
  expect(one.refused(ana, ahead)).toEqual({ type: 'UnknownMatrix', version: 9 })
  const again = known({ matrix: one.matrix, at: one.now, isReplay: true })
  expect(decide(one.kase, { ...ahead, caseId: one.kase.id } as Command, ana, again)).toMatchObject({
    ok: true,
    value: { event: { madeUnder: 9, judgedUnder: 7 } }
  })
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
