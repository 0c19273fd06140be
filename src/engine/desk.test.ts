import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ben, NINE } from '../../test/support/cases.ts'
import { openQueue, truth, welcome } from '../../test/support/queue.ts'
import { createScheduler, settled } from '../../test/support/scheduler.ts'
import { testStaging } from '../../test/support/snapshots.ts'
import { OpId } from '../shared/lib/ids.ts'
import { must } from '../shared/lib/must.ts'
import { opHash } from '../shared/protocol/op.ts'
import { type Desk, type DeskDeps, openDesk } from './desk.ts'
import { getCase } from './queries/case-get.ts'
import { putDraft } from './store/drafts.ts'
import { findMeta, putMeta } from './store/meta.ts'
import { listUnanswered } from './store/outbox.ts'
import type { WireEvents } from './sync/wire.ts'

const QUIET: Omit<DeskDeps, 'file' | 'deviceId'> = {
  newId: () => `later-${Math.random()}`,
  // As the queue had it: which run opened it last is the one thing that changes.
  bootId: 'run-1',
  token: () => 'token-1',
  grantKey: null,
  mono: () => 0,
  now: () => NINE,
  random: () => 0,
  staging: testStaging(),
  dial: () => ({ request: () => new Promise(() => {}), tell: () => {}, close: () => {} }),
  schedule: () => () => {},
  onChange: () => {}
}

const TABLES = [
  'meta',
  'cases',
  'facts',
  'outbox',
  'archive',
  'review',
  'drafts',
  'gone',
  'approvals',
  'deferred',
  'counts',
  'words_docsize'
]
const all = (desk: Pick<Desk, 'db'>) =>
  TABLES.map((table) => desk.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all())

test('[EN7] a queue that was closed, or only left, is as it was when it is opened again', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-desk-'))
  const file = path.join(folder, 'queue.db')
  const log = truth()
  const queue = openQueue({ file })
  queue.take([log.open('c1'), log.open('c2'), log.act('c2', ben, { type: 'case.claim' })])
  queue.act({ type: 'case.claim', caseId: 'c1' })
  queue.act({ type: 'case.note', caseId: 'c1', body: 'kept' })
  queue.db.write((tx) =>
    putDraft(
      tx,
      { caseId: log.kase('c2').id, mode: 'reply', text: 'half a', opId: OpId.parse('draft-1') },
      NINE
    )
  )
  const before = all(queue)
  const again = openDesk({ ...QUIET, file, deviceId: 'another-name' })
  expect(all(again)).toEqual(before)
  queue.db.close()
  again.close()

  const third = openDesk({ ...QUIET, file, deviceId: 'a-third' })
  expect(all(third)).toEqual(before)
  expect(third.deviceId).toBe('device-1')
  const view = getCase(third.db, must(third.place(), 'place'), log.kase('c1').id, NINE)
  expect(view).toMatchObject({ kind: 'case', case: { owner: 'ana' }, timeline: { length: 3 } })
  const last = findMeta(third.db, 'lastHash') ?? ''
  expect(third.act({ type: 'case.pend', caseId: 'c1' })).toMatchObject({ ok: true })
  const op = must(listUnanswered(third.db, 9).at(-1), 'op')
  expect([op.opNo, op.hash]).toEqual([3, opHash(op, last)])
  third.close()
  rmSync(folder, { recursive: true })
})

test('[EN7] a new file takes the name it is given, before anybody is met', () => {
  const desk = openDesk({ ...QUIET, file: ':memory:', deviceId: 'device-new' })
  expect([desk.deviceId, findMeta(desk.db, 'deviceId'), desk.place()]).toEqual([
    'device-new',
    'device-new',
    undefined
  ])
  expect(desk.act({ type: 'case.claim', caseId: 'c1' })).toEqual({ ok: false, error: { type: 'NoSuchCase' } })
  desk.close()
})

test('[EN33] an absence that begins by itself is told, those one knew and those the server tells of later', async () => {
  const time = createScheduler(NINE)
  const queue = openQueue()
  const told: string[] = []
  let events: WireEvents | undefined
  const away = (from: number) => [{ ...ben, away: { from: NINE + from, until: NINE + 9_000 } }]
  queue.db.write((tx) => putMeta(tx, 'people', { ver: 1, list: away(1_000) }))
  const desk = openDesk({
    ...QUIET,
    file: ':memory:',
    db: queue.db,
    deviceId: 'device-1',
    now: time.now,
    schedule: time.at,
    onChange: (topics) => void (topics.includes('people') && told.push(`${time.now() - NINE} ${topics}`)),
    dial(heard) {
      events = heard
      return {
        request: async (name) =>
          name === 'sync:hello'
            ? welcome({ serverTime: time.now(), people: { ver: 2, list: away(5_000) } })
            : new Promise(() => {}),
        tell: () => {},
        close: () => {}
      }
    }
  })
  await time.forward(1_500)
  expect(told).toEqual(['1000 people,cases,counts'])
  desk.sync.start()
  must(events, 'dial').onOpen()
  await settled()
  await time.forward(5_000)
  expect(told.at(-1)).toBe('5000 people,cases,counts')
  desk.close()
})
