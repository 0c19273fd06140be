import { expect, test } from 'vitest'
import {
  ana,
  ask,
  type Bare,
  ben,
  escalate,
  lea,
  mia,
  type person,
  sol
} from '../../../test/support/cases.ts'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { caseScopes, maySee, personScopes } from '../../shared/case/rights.ts'
import type { Approver } from '../../shared/escalation/matrix.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
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
  const told = (who: Someone) => {
    const queue = openQueue({ person: who })
    queue.take(changes)
    return listNotices(queue.db, queue.place).map(({ event, by }) => `${event.type} by ${by}`)
  }
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
  return { log, act, last, told, called, bounce }
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
  expect(told(sol)).toEqual([])
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
    return listNotices(queue.db, queue.place).length
  }
  expect([sol, ana, mia, lea].map(seenBy)).toEqual([1, 0, 0, 1])
})
