import { expect, test } from 'vitest'
import { ben } from '../../../test/support/cases.ts'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import { listSimilar } from './similar.ts'

const ROUTER = 'The router drops the connection every evening, blinking orange'

function setup() {
  const log = truth()
  const queue = openQueue()
  const resolved = (id: string, body: string, category: string, close = false): WireChange[] => [
    log.open(id, { body, category, subject: `Re ${id}` }),
    log.act(id, ben, { type: 'case.claim' }),
    log.act(id, ben, { type: 'case.resolve', resolution: 'solved', note: `fixed ${id}` }),
    ...(close ? [log.act(id, ben, { type: 'case.close' })] : [])
  ]
  const similar = (id: string, limit = 5) => listSimilar(queue.db, CaseId.parse(id), limit)
  return { log, queue, resolved, similar }
}

test('[EN15] resolved cases with the same telling words are offered, of the same category first, with how they ended', () => {
  const { log, queue, resolved, similar } = setup()
  queue.take([
    ...resolved('bill', ROUTER, 'billing'),
    ...resolved('bug', ROUTER, 'bug', true),
    ...resolved('other', 'Please cancel my newspaper', 'bug')
  ])
  queue.take([
    log.open('open', { body: ROUTER, category: 'bug', subject: 'Re it' }),
    log.open('c1', { body: `${ROUTER} again`, category: 'bug' })
  ])
  expect(similar('c1')).toEqual([
    { id: 'bug', ref: 'BUG', subject: 'Re bug', tier: 'L1', resolution: 'solved', note: 'fixed bug' },
    { id: 'bill', ref: 'BILL', subject: 'Re bill', tier: 'L1', resolution: 'solved', note: 'fixed bill' }
  ])
  expect(similar('c1', 1)).toHaveLength(1)
  expect(similar('bug').map((one) => one.id)).toEqual(['bill'])
})

test('[EN15] a case of few words, one never had, and one full of syntax are no trouble', () => {
  const { log, queue, similar } = setup()
  queue.take([
    log.open('c1', { subject: 'Hi', body: 'ok "*" NEAR(' }),
    log.open('c2', { subject: '"', body: 'XXXXXXXX XXXX' })
  ])
  expect([similar('c1'), similar('c2'), similar('nowhere')]).toEqual([[], [], []])
})

test('[EN15] one word in common, or words that everybody uses, make no case alike', () => {
  const { log, queue, resolved, similar } = setup()
  const hello = 'Hello, could somebody please look into this, because'
  queue.take([
    ...resolved('phone', `${hello} I cannot sign in on my new telephone`, 'bug'),
    ...resolved('twice', `${hello} my Überweisung was charged`, 'billing')
  ])
  for (let n = 0; n < 20; n += 1)
    queue.take([log.open(`any-${n}`, { subject: 'It', body: `${hello} of number ${n}` })])
  queue.take([
    log.open('c1', { body: `${hello} it happened`, category: 'bug', subject: 'It' }),
    log.open('c2', { body: `${hello} my TELEPHONE was broken`, category: 'bug', subject: 'It' }),
    log.open('c3', { body: `${hello} UBERWEISUNG and charged`, category: 'bug', subject: 'It' })
  ])
  expect([similar('c1'), similar('c2'), similar('c3').map((one) => one.id)]).toEqual([[], [], ['twice']])
})

test('[EN15] of several that would read the same one is offered', () => {
  const { log, queue, similar } = setup()
  const late = (id: string, note: string): WireChange[] => [
    log.open(id, { body: ROUTER, subject: 'The evening router' }),
    log.act(id, ben, { type: 'case.claim' }),
    log.act(id, ben, { type: 'case.resolve', resolution: 'solved', note })
  ]
  queue.take([...late('a', 'new cable'), ...late('b', 'new cable'), ...late('c', 'new router')])
  queue.take([log.open('c1', { body: `${ROUTER} again` })])
  expect(similar('c1').map((one) => one.note)).toEqual(['new cable', 'new router'])
})
