import { expect, test } from 'vitest'
import { ben } from '../../../test/support/cases.ts'
import { openQueue, rowCounts, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import { takeDeferred } from './take-deferred.ts'

const caseId = CaseId.parse('c1')
/** As if an older build had not understood this fact and put it aside. */
const older = (fact: WireFact): WireFact => ({
  ...fact,
  event: { ...fact.event, type: `x.${fact.event.type}` }
})

function updated(queue: ReturnType<typeof openQueue>): void {
  queue.db.write(
    (tx) => void tx.prepare(`UPDATE deferred SET body = replace(body, '"type":"x.', '"type":"')`).run()
  )
  takeDeferred(queue.db, queue.place)
}

test('[EN18] after an update what was kept aside takes its place, with my ops on top and each thing once', () => {
  const log = truth()
  const queue = openQueue()
  log.open('c1')
  log.act('c1', ben, { type: 'case.setPriority', priority: 'urgent', was: 'normal' })
  log.act('c1', ben, { type: 'case.note', body: 'kangaroo' })
  const [opening, priority, note] = log.facts('c1').map((fact) => must(fact, 'fact'))
  queue.take([
    { kind: 'enter', seq: 1, caseId, facts: [must(opening, '1')] },
    { kind: 'fact', fact: older(must(priority, '2')) },
    { kind: 'fact', fact: must(note, '3') }
  ])
  queue.act({ type: 'case.claim', caseId })
  expect(queue.view('c1').case).toMatchObject({ priority: 'normal', owner: 'ana' })
  updated(queue)
  expect(queue.view('c1').case).toMatchObject({ priority: 'urgent', owner: 'ana', ver: 4 })
  expect(queue.view('c1').timeline.map((one) => one.event.type)).toEqual([
    'case.opened',
    'case.prioritySet',
    'case.noted',
    'case.claimed'
  ])
  expect(rowCounts(queue.db, 'cases', 'facts', 'deferred', 'outbox')).toEqual({
    cases: 1,
    facts: 3,
    deferred: 0,
    outbox: 1
  })
})

test('[EN18] a case whose opening was not understood is there after the update', () => {
  const log = truth()
  const queue = openQueue()
  log.open('c1')
  log.act('c1', ben, { type: 'case.claim' })
  queue.take(
    log
      .facts('c1')
      .map((fact, index) =>
        index === 0 ? { kind: 'enter', seq: 1, caseId, facts: [older(fact)] } : { kind: 'fact', fact }
      )
  )
  expect(rowCounts(queue.db, 'cases', 'deferred')).toEqual({ cases: 0, deferred: 2 })
  takeDeferred(queue.db, queue.place)
  expect(rowCounts(queue.db, 'cases', 'deferred')).toEqual({ cases: 0, deferred: 2 })
  updated(queue)
  expect(queue.view('c1').case).toEqual(log.kase('c1'))
})
