import { expect, test } from 'vitest'
import { ben, HOUR, queue as queueOf, sol } from '../../../test/support/cases.ts'
import { openQueue, rowCounts, STORE, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { Frame, type WireChange } from '../../shared/protocol/sync.ts'
import { findStored } from '../store/cases.ts'
import { listFacts } from '../store/facts.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { listUnanswered } from '../store/outbox.ts'

const caseId = CaseId.parse('c1')
const gone = (seq: number, id = 'c1'): WireChange => ({
  kind: 'gone',
  seq,
  caseId: CaseId.parse(id),
  to: queueOf('L1/tech'),
  by: sol.id,
  why: 'case.transferred'
})

function setup(given: Parameters<typeof openQueue>[0] = {}) {
  const log = truth()
  const queue = openQueue(given)
  const cursor = () => getNumber(queue.db, 'cursor')
  return { log, queue, cursor }
}

test('[EN16] a frame of another store or another sight is not taken', () => {
  const { log, queue, cursor } = setup()
  const change = log.open('c1')
  expect(queue.take([change], { storeId: 'another' })).toEqual({ kind: 'fence' })
  expect(queue.take([change], { scopeVer: 2 })).toEqual({ kind: 'fence' })
  expect([cursor(), rowCounts(queue.db, 'cases', 'facts')]).toEqual([0, { cases: 0, facts: 0 }])
})

test('[EN16] a frame that leaves a gap is not taken, one that is known is passed over, and so is any that goes beyond the place of a fetch', () => {
  const { log, queue, cursor } = setup()
  const opened = log.open('c1')
  queue.take([opened])
  log.skip(3)
  const later = log.act('c1', ben, { type: 'case.claim' })
  expect(queue.take([later], { from: 4, to: 5 })).toEqual({ kind: 'gap' })
  expect(queue.take([opened], { from: 0, to: 1 })).toEqual({ kind: 'stale' })
  queue.db.write((tx) =>
    putMeta(tx, 'fetch', { asOf: 4, scopes: ['L1/tech'], sight: ['L1/billing', 'L1/tech'] })
  )
  expect(queue.take([later], { from: 1, to: 5 })).toEqual({ kind: 'stale' })
  expect([cursor(), findStored(queue.db, caseId)?.body.ver]).toEqual([1, 1])
})

test('[EN16] of a frame that overlaps, only what is new is taken', () => {
  const { log, queue, cursor } = setup()
  const changes = [
    log.open('c1'),
    log.act('c1', ben, { type: 'case.claim' }),
    log.act('c1', ben, { type: 'case.note', body: 'n' })
  ]
  queue.take(changes.slice(0, 2))
  expect(queue.take(changes, { from: 0, to: 3 })).toMatchObject({ kind: 'taken', caseIds: ['c1'] })
  expect(listFacts(queue.db, caseId).map((fact) => fact.ver)).toEqual([1, 2, 3])
  expect([cursor(), queue.view('c1').case]).toEqual([3, log.kase('c1')])
})

test('[EN16] a frame with nothing in it for me moves the cursor all the same', () => {
  const { queue, cursor } = setup()
  expect(queue.take([], { from: 0, to: 900 })).toEqual({ kind: 'taken', caseIds: [], differs: [] })
  expect(cursor()).toBe(900)
})

test('[EN45] when the last news came is kept with them', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1')])
  expect(findMeta(queue.db, 'lastSyncedAt')).toBe(queue.clock.now)
  queue.clock.now += HOUR
  queue.take([])
  expect(findMeta(queue.db, 'lastSyncedAt')).toBe(queue.clock.now)
})

test('[EN16] a frame that cannot be taken to its end is not taken at all', () => {
  let dies = false
  const { log, queue, cursor } = setup({
    hooks: {
      beforeCommit: () => {
        if (dies) throw new Error('power cut')
      }
    }
  })
  const changes = [log.open('c1'), log.open('c2'), log.act('c1', ben, { type: 'case.claim' })]
  dies = true
  expect(() => queue.take(changes)).toThrow('power cut')
  dies = false
  expect([cursor(), rowCounts(queue.db, 'cases', 'facts', 'words')]).toEqual([
    0,
    { cases: 0, facts: 0, words: 0 }
  ])
  expect(queue.take(changes)).toMatchObject({ kind: 'taken' })
})

test('[EN16] many changes of many cases in one frame, with cases that come and leave in it, make what the server has', () => {
  const { log, queue } = setup()
  const changes = [
    log.open('c1'),
    log.open('c2'),
    log.act('c1', ben, { type: 'case.claim' }),
    log.act('c2', ben, { type: 'case.claim' }),
    log.act('c1', ben, { type: 'case.reply', body: 'hello' })
  ]
  log.skip(1)
  changes.push(gone(log.seq, 'c2'), log.open('c3'))
  log.skip(1)
  changes.push(gone(log.seq, 'c3'))
  log.act('c2', ben, { type: 'case.note', body: 'meanwhile' })
  changes.push(log.enter('c2'))
  queue.take(changes)
  expect(queue.view('c1').case).toEqual(log.kase('c1'))
  expect(queue.view('c2').case).toEqual(log.kase('c2'))
  expect(queue.view('c2').timeline).toHaveLength(3)
  expect(rowCounts(queue.db, 'cases', 'facts', 'gone')).toEqual({ cases: 2, facts: 6, gone: 0 })
})

test('[EN16] with a case that leaves go its facts, words, requests and lists; its drafts and ops stay', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1'), log.act('c1', ben, { type: 'case.note', body: 'secret' })])
  queue.act({ type: 'case.note', caseId, body: 'mine' })
  log.skip(1)
  queue.take([gone(log.seq)])
  expect(rowCounts(queue.db, 'cases', 'facts', 'approvals', 'gone', 'outbox')).toEqual({
    cases: 0,
    facts: 0,
    approvals: 0,
    gone: 1,
    outbox: 1
  })
  const file = JSON.stringify(
    ['cases', 'facts', 'gone', 'meta', 'counts', 'deferred'].map((table) =>
      queue.db.prepare(`SELECT * FROM ${table}`).all()
    )
  )
  expect(file).not.toContain('secret')
  expect(queue.db.prepare('SELECT n FROM counts WHERE n <> 0').all()).toEqual([])
})

test('[EN16] a fact of a case that never came here is passed over, and the frame is taken', () => {
  const { log, queue, cursor } = setup()
  log.open('c1')
  const fact = log.act('c1', ben, { type: 'case.claim' })
  expect(queue.take([fact], { from: 0, to: 2 })).toEqual({ kind: 'taken', caseIds: [], differs: [] })
  expect([cursor(), rowCounts(queue.db, 'cases', 'facts', 'deferred')]).toEqual([
    2,
    { cases: 0, facts: 0, deferred: 0 }
  ])
})

test('[EN18] a fact of an unknown kind is kept aside, and the case goes on', () => {
  const { log, queue } = setup()
  const changes = [
    log.open('c1'),
    log.act('c1', ben, { type: 'case.claim' }),
    log.happen('c1', { type: 'case.sang' })
  ]
  const frame: Frame = {
    storeId: STORE,
    scopeVer: 1,
    from: 0,
    to: 3,
    changes,
    results: [],
    bytes: 9,
    sums: null
  }
  expect(Frame.parse(structuredClone(frame))).toEqual(frame)
  queue.take(changes)
  expect(queue.view('c1').case).toEqual({ ...log.kase('c1'), ver: 3 })
  expect(rowCounts(queue.db, 'facts', 'deferred')).toEqual({ facts: 2, deferred: 1 })
  const note: WireChange = {
    kind: 'fact',
    fact: {
      ...must(log.facts('c1')[2], 'fact'),
      seq: 4,
      ver: 4,
      event: { type: 'case.noted', body: 'la la', late: false }
    }
  }
  queue.take([note])
  expect(queue.view('c1').case).toMatchObject({ owner: 'ben', ver: 4 })
  expect(queue.act({ type: 'case.note', caseId, body: 'and me' })).toMatchObject({ ok: true })
  expect(listUnanswered(queue.db, 1)).toMatchObject([{ base: { caseVer: 4 } }])
})

test('[EN18] a case whose very opening is of an unknown kind stops nothing and leaves nothing behind when it goes', () => {
  const { log, queue } = setup()
  log.open('c1')
  const opening = must(log.facts('c1')[0], 'fact')
  const strange = { ...opening, event: { ...opening.event, channel: 'telepathy' } }
  const changes: WireChange[] = [
    { kind: 'enter', seq: 1, caseId, facts: [strange] },
    log.act('c1', ben, { type: 'case.claim' }),
    log.open('c2')
  ]
  expect(queue.take(changes)).toMatchObject({ kind: 'taken' })
  queue.take([log.act('c1', ben, { type: 'case.note', body: 'n' })])
  expect(rowCounts(queue.db, 'cases', 'deferred')).toEqual({ cases: 1, deferred: 3 })
  log.skip(1)
  queue.take([gone(log.seq)])
  expect(rowCounts(queue.db, 'cases', 'deferred')).toEqual({ cases: 1, deferred: 0 })
})
