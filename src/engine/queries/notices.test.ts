import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  escalate,
  eva,
  HOUR,
  lea,
  mia,
  NINE,
  type person,
  sol
} from '../../../test/support/cases.ts'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { caseScopes, maySee, personScopes } from '../../shared/case/rights.ts'
import type { Approver } from '../../shared/escalation/matrix.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import { toPlace } from '../place.ts'
import { findCase } from '../store/cases.ts'
import { getCounts } from './counts.ts'
import { listNotices } from './notices.ts'

type Someone = ReturnType<typeof person>

/** One case, in step for whoever looks at it. */
function setup() {
  const log = truth()
  const changes: WireChange[] = [log.open('c1')]
  const act = (by: Someone, command: Bare): void => void changes.push(log.act('c1', by, command))
  const last = () => must(log.kase('c1').escalations.at(-1), 'escalation').id
  const seen = (who: Someone, told: readonly WireChange[] = changes) => {
    const queue = openQueue({ person: who })
    queue.take(told)
    return { queue, notices: () => listNotices(queue.db, queue.place, queue.clock.now) }
  }
  const told = (who: Someone) =>
    seen(who)
      .notices()
      .map(({ event, by }) => `${event.type} by ${by}`)
  const called = (who: Someone) => {
    const queue = openQueue({ person: who })
    queue.take(changes)
    const listed = queue.list({ kind: 'called' }).map(({ id }) => id)
    expect(getCounts(queue.db, queue.place, 0).called).toBe(listed.length)
    return listed
  }
  const bounce = (): void => {
    act(ana, escalate('l1-billing', 'L2/billing'))
    act(lea, { type: 'escalation.accept', escalationId: last() })
    act(lea, { type: 'escalation.return', escalationId: last(), note: 'known', to: 'person' })
  }
  return { log, act, last, seen, told, called, bounce }
}

test('[EN30] who asked is told what came of it, and nobody else', () => {
  const { log, act, last, told } = setup()
  act(ana, { type: 'case.claim' })
  act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const hash = () => {
    const one = log.kase('c1').escalations.at(-1)
    return one?.kind === 'hierarchical' ? one.subjectHash : ''
  }
  act(sol, { type: 'approval.decline', escalationId: last(), subjectHash: hash(), reason: 'too much' })
  expect(told(ana)).toEqual(['approval.declined by sol'])
  expect(told(ben)).toEqual([])
  expect(told(sol)).toEqual(['approval.requested by ana'])
})

test('[EN30] [ES18] who asked is told when somebody else, who has the case now, ends the request', () => {
  const { act, last, told } = setup()
  act(ana, { type: 'case.claim' })
  act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  act(ana, { type: 'escalation.withdraw', escalationId: last() })
  expect(told(ana)).toEqual([])
  act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(130) })
  act(ana, { type: 'case.assign', to: ben.id })
  act(ben, { type: 'escalation.withdraw', escalationId: last() })
  expect(told(ana)).toEqual(['escalation.withdrawn by ben'])
  expect(told(ben)).toEqual([])
})

test('[EN30] who is asked for help is told, and who is called to a case has it in a list until it is answered', () => {
  const { act, told, called, bounce } = setup()
  act(ana, { type: 'case.claim' })
  act(ana, { type: 'case.swarm', people: [ben.id], note: 'look' })
  expect(told(ben)).toEqual(['case.swarmed by ana'])
  bounce()
  bounce()
  expect(told(ana)).toEqual(['escalation.returned by lea', 'escalation.returned by lea'])
  act(ana, { type: 'case.callManager', note: 'back and forth' })
  expect(told(mia)).toEqual(['case.managerCalled by ana'])
  expect(called(mia)).toEqual(['c1'])
  act(mia, { type: 'case.answerCall', note: 'it stays in L2' })
  expect(told(ana)[0]).toBe('case.callAnswered by mia')
  expect(told(ben)).toEqual(['case.swarmed by ana'])
  expect(called(mia)).toEqual([])
})

test('[EN30] a row says how often its case came back', () => {
  const { log, act, bounce } = setup()
  act(ana, { type: 'case.claim' })
  bounce()
  const queue = openQueue({ person: ana })
  queue.take([{ kind: 'enter', seq: log.seq, caseId: log.kase('c1').id, facts: log.facts('c1') }])
  expect(queue.list({ kind: 'work' }).map((row) => row.bounces)).toEqual([1])
})

test('[EN30] [ES26] what an automatic row tells reaches whom it means: the supervisors of the queue, or one person who then sees the case', () => {
  const { log } = setup()
  const automatic = { rowId: 'late', on: 'breached' } as const
  const notify = (whom: Approver) => log.happen('c1', { type: 'case.notified', whom, automatic })
  const changes = [log.open('c1'), notify({ role: 'supervisor' }), notify({ person: lea.id })]
  const seenBy = (who: Someone) => {
    const queue = openQueue({ person: who })
    queue.take(changes)
    const seen = must(findCase(queue.db, CaseId.parse('c1')), 'case')
    expect(maySee(personScopes(lea), caseScopes(seen))).toBe(true)
    return listNotices(queue.db, queue.place, queue.clock.now).length
  }
  expect([sol, ana, mia, lea].map(seenBy)).toEqual([1, 0, 0, 1])
})

/** Ana asks for 120.00, which a supervisor may approve. */
function asksForMoney() {
  const one = setup()
  one.act(ana, { type: 'case.claim' })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const about = () => {
    const request = one.log.kase('c1').escalations.at(-1)
    if (request?.kind !== 'hierarchical') throw new Error('no request')
    return { escalationId: request.id, subjectHash: request.subjectHash }
  }
  return { ...one, about }
}

test('[EN34] who is asked to decide is told what and by whom, and can answer from there; one’s own request tells nothing', () => {
  const { seen } = asksForMoney()
  const [notice] = seen(sol).notices()
  expect(notice).toMatchObject({
    by: 'ana',
    event: { type: 'approval.requested' },
    ask: { amountMinor: 12_000 },
    request: { by: 'ana', step: 0, steps: 1, waits: true, canHandOn: true, inPlaceOf: null, over: null }
  })
  expect(seen(ana).notices()).toEqual([])
  expect(seen(ben).notices()).toEqual([])
})

test('[EN34] what others decided says so and cannot be answered any more', () => {
  const { act, about, seen } = asksForMoney()
  act(eva, { type: 'approval.decline', ...about(), reason: 'too much' })
  expect(seen(sol).notices()).toMatchObject([
    { request: { waits: false, canHandOn: false, over: { by: 'eva', event: { type: 'approval.declined' } } } }
  ])
})

test('[EN34] an answer given here counts before the server has heard of it', () => {
  const { about, seen } = asksForMoney()
  const { queue, notices } = seen(sol)
  expect(queue.act({ type: 'approval.approve', caseId: 'c1', ...about() }).ok).toBe(true)
  expect(notices()).toMatchObject([
    { request: { waits: false, over: { by: 'sol', event: { type: 'approval.approved' } } } }
  ])
})

test('[EN34] a changed request is told anew, with what was asked each time; only the new one can be answered', () => {
  const { act, about, seen } = asksForMoney()
  act(ana, { type: 'approval.amend', escalationId: about().escalationId, ask: ask(150) })
  expect(
    seen(sol)
      .notices()
      .map(({ event, ask: asked, request }) => [event.type, asked, request?.waits])
  ).toEqual([
    ['approval.amended', ask(150), true],
    ['approval.requested', ask(120), false]
  ])
})

test('[EN34] [ES28] somebody goes away: who stands in is told, however long ago it was asked', () => {
  const { log, seen } = asksForMoney()
  const request = must(log.facts('c1').at(-1), 'request')
  const [step] = request.event['chain'] as object[]
  const delegates = [{ of: sol.id, to: lea.id, when: 'away' }]
  const event = { ...request.event, chain: [{ ...step, delegates }] }
  const { queue, notices } = seen(lea, [
    {
      kind: 'enter',
      seq: 9,
      caseId: log.kase('c1').id,
      facts: [...log.facts('c1').slice(0, -1), { ...request, event }]
    }
  ])
  const now = NINE + 10 * HOUR
  const told = (away: { from: number; until: number } | undefined) => {
    const staff = queue.place.people.map((each) => (each.id === sol.id && away ? { ...sol, away } : each))
    return listNotices(queue.db, toPlace(lea, queue.place.matrix, staff), now)
  }
  expect(told(undefined)).toEqual([])
  const away = { from: NINE + 9 * HOUR, until: NINE + 20 * HOUR }
  expect(told(away)).toMatchObject([{ at: away.from, request: { waits: true, inPlaceOf: 'sol' } }])
  // Also when more has been told since than fits into the list.
  const later = Array.from({ length: 60 }, (_, n) => {
    const id = `later-${n}`
    log.open(id)
    log.act(id, ana, { type: 'case.claim' })
    log.act(id, ana, { type: 'case.swarm', people: [lea.id], note: 'look' })
    return log.enter(id)
  })
  queue.take(later)
  expect(notices()).toHaveLength(50)
  expect(told(away)[0]).toMatchObject({ request: { inPlaceOf: 'sol' } })
})
