import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  cfo,
  escalate,
  eva,
  lea,
  lia,
  max,
  mia,
  NINE,
  type person,
  sol
} from '../../../test/support/cases.ts'
import { openQueue, truth, welcome } from '../../../test/support/queue.ts'
import type { HierarchicalEscalation } from '../../shared/case/case.ts'
import { must } from '../../shared/lib/must.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import { toPlace } from '../place.ts'
import { asked0020 } from '../store/migrations/0020-asked.ts'
import { takeWelcome } from '../sync/take-welcome.ts'
import { listApprovals } from './approvals.ts'
import { getCounts } from './counts.ts'

const request = (euros: number, rowId: string): Bare => ({
  type: 'approval.request',
  rowId,
  matrixVer: 7,
  ask: ask(euros)
})

/** Ana asks for a refund of 500.00: first the supervisor, then the escalation manager. */
function setup() {
  const log = truth()
  const changes: WireChange[] = [
    log.open('c1'),
    log.act('c1', ana, { type: 'case.claim' }),
    log.act('c1', ana, request(500, 'refund-1000'))
  ]
  const escalation = () => must(log.kase('c1').escalations[0], 'escalation') as HierarchicalEscalation
  const approve = (by: ReturnType<typeof person>): WireChange =>
    log.act('c1', by, {
      type: 'approval.approve',
      escalationId: escalation().id,
      subjectHash: escalation().subjectHash
    })
  return { log, changes, approve, escalation }
}

function asSeenBy(who: ReturnType<typeof person>, changes: readonly WireChange[]) {
  const queue = openQueue({ person: who })
  queue.take(changes)
  return {
    queue,
    rows: () => listApprovals(queue.db, queue.place, NINE),
    count: () => getCounts(queue.db, queue.place, NINE).approvals
  }
}

test('[EN14] a request is listed for those its step waits for, and for nobody else', () => {
  const { changes, approve } = setup()
  for (const [who, n] of [
    [sol, 1],
    [eva, 1],
    [max, 1],
    [ana, 0],
    [lia, 0],
    [cfo, 0]
  ] as const) {
    const seen = asSeenBy(who, changes)
    expect([seen.rows().length, seen.count(), seen.queue.list({ kind: 'approvals' }).length], who.id).toEqual(
      [n, n, n]
    )
  }
  const next = approve(sol)
  for (const [who, n] of [
    [sol, 0],
    [eva, 0],
    [max, 1],
    [mia, 1]
  ] as const) {
    const seen = asSeenBy(who, changes)
    seen.queue.take([next])
    expect([seen.rows().length, seen.count()], who.id).toEqual([n, n])
  }
})

test('[EN14] a row has what one needs to decide, and its two buttons', () => {
  const { changes } = setup()
  const [row] = asSeenBy(sol, changes).rows()
  expect(row).toMatchObject({
    by: 'ana',
    rowId: 'refund-1000',
    judgedUnder: 7,
    step: 0,
    steps: 2,
    ask: ask(500),
    limitMinor: 5_000,
    currency: 'EUR',
    decisions: [],
    also: null,
    ifNobody: { does: 'goesOn', to: { role: 'escalation_manager' } },
    inPlaceOf: null,
    history: { cases: 0, openCases: 0, grants: [] },
    case: { id: 'c1', owner: 'ana' }
  })
  expect(row?.options.map((option) => [option.name, option.can])).toEqual([
    ['approve', true],
    ['decline', true],
    ['handOn', true]
  ])
})

test('[EN14] once answered here it waits for nobody here, though the server has not heard', () => {
  const { changes, escalation } = setup()
  const seen = asSeenBy(sol, changes)
  seen.queue.act({
    type: 'approval.decline',
    caseId: 'c1',
    escalationId: escalation().id,
    subjectHash: escalation().subjectHash,
    reason: 'too much'
  })
  expect([seen.rows(), seen.count()]).toEqual([[], 0])
})

test('[EN14] what is due first stands on top', () => {
  const log = truth()
  const changes: WireChange[] = []
  for (const id of ['c1', 'c2', 'c3'])
    changes.push(
      log.open(id),
      log.act(id, ana, { type: 'case.claim' }),
      log.act(id, ana, request(100, 'refund-200'))
    )
  const due = asSeenBy(sol, changes)
    .rows()
    .map((row) => [row.case.id, row.dueAt])
  expect(due.map(([id]) => id)).toEqual(['c1', 'c2', 'c3'])
  expect(due).toEqual([...due].sort((a, b) => Number(a[1]) - Number(b[1])))
})

test('[EN20] with another role the requests that wait for me are others at once, though my sight is the same', () => {
  const { changes } = setup()
  const seen = asSeenBy({ ...max, role: 'administrator' }, changes)
  expect([seen.rows().length, seen.count()]).toEqual([0, 0])
  const { place } = takeWelcome(seen.queue.db, welcome({ person: max, matrix: null, people: null }), NINE)
  expect([
    listApprovals(seen.queue.db, place, NINE).length,
    getCounts(seen.queue.db, place, NINE).approvals
  ]).toEqual([1, 1])
})

test('[EN14] who asked finds the case among those that wait on others, until it is decided', () => {
  const { log, changes, approve, escalation } = setup()
  const waits = (who: typeof ana, seen: readonly WireChange[]): unknown[] => {
    const { queue } = asSeenBy(who, seen)
    return [queue.list({ kind: 'asked' }).length, getCounts(queue.db, queue.place, NINE).asked]
  }
  expect(waits(ana, changes.slice(0, 2))).toEqual([0, 0])
  expect(waits(ana, changes)).toEqual([1, 1])
  expect(waits(sol, changes)).toEqual([0, 0])
  changes.push(approve(sol))
  expect(waits(ana, changes)).toEqual([1, 1])
  const { id: escalationId, subjectHash } = escalation()
  const no = { type: 'approval.decline', escalationId, subjectHash, reason: 'too much' } as const
  expect(waits(ana, [...changes, log.act('c1', max, no)])).toEqual([0, 0])
})

test('[EN14] who escalated finds the case there too, until it is accepted; a machine that updates finds it as well', () => {
  const { log, changes } = setup()
  const asked = (some: readonly WireChange[]): number =>
    asSeenBy(ben, some).queue.list({ kind: 'asked' }).length
  const own = [...changes, log.open('c2'), log.act('c2', ben, { type: 'case.claim' })]
  const up = [...own, log.act('c2', ben, escalate('l1-billing', 'L2/billing'))]
  expect([asked(own), asked(up)]).toEqual([0, 1])
  const { queue } = asSeenBy(ben, up)
  queue.db.write((tx) => {
    tx.prepare('DROP TABLE asked').run()
    for (const step of asked0020.sql.split(';').filter((sql) => sql.trim())) tx.prepare(step).run()
  })
  expect(queue.list({ kind: 'asked' })).toMatchObject([{ id: 'c2' }])
  expect(asked([...up, log.act('c2', lea, { type: 'case.claim' })])).toBe(0)
})

test('[EN14] [ES28] a delegate is asked while the other is away, and only then', () => {
  const delegates = [{ of: sol.id, to: lea.id, when: 'away' as const }]
  const { log, changes } = setup()
  const asked = must(changes.at(-1), 'request')
  if (asked.kind !== 'fact' || asked.fact.event.type !== 'approval.requested') throw new Error('no request')
  const [first, ...rest] = asked.fact.event['chain'] as { approver: unknown }[]
  const chain = [{ ...first, delegates }, ...rest]
  const frozen = { ...asked, fact: { ...asked.fact, event: { ...asked.fact.event, chain } } }
  const seen = asSeenBy(lea, [...changes.slice(0, -1), frozen as WireChange])
  const staff = seen.queue.place.people
  const at = (away: { from: number; until: number } | undefined) => {
    const people = staff.map((each) => (each.id === sol.id ? { ...sol, ...(away ? { away } : {}) } : each))
    const place = toPlace(lea, seen.queue.place.matrix, people)
    return {
      rows: listApprovals(seen.queue.db, place, NINE).map((row) => row.inPlaceOf),
      count: getCounts(seen.queue.db, place, NINE).approvals
    }
  }
  expect(at(undefined)).toEqual({ rows: [], count: 0 })
  expect(at({ from: NINE - 1, until: NINE + 1 })).toEqual({ rows: ['sol'], count: 1 })
  expect(at({ from: NINE - 2, until: NINE })).toEqual({ rows: [], count: 0 })
  expect(log.kase('c1').escalations).toHaveLength(1)
})
