import { expect, test } from 'vitest'
import { ana, ben, queue as queueOf } from '../../../test/support/cases.ts'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { createScheduler } from '../../../test/support/scheduler.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import type { Hooks } from '../../sqlite/db.ts'
import { createDispatch } from '../dispatch.ts'
import { createIndexer } from '../index-words.ts'
import { searchCases } from '../queries/search.ts'
import { indexed, isBehind } from './words.ts'

/** More than go in with their facts. */
const MANY = 100

function setup(hooks: Hooks = {}) {
  const log = truth()
  const queue = openQueue({ hooks })
  const many = (from: number, word: string): WireChange[] =>
    Array.from({ length: MANY }, (_none, n) => log.open(`c${from + n}`, { body: `a ${word} at ${from + n}` }))
  const rows = (): number =>
    (queue.db.prepare('SELECT count(*) AS n FROM words_docsize WHERE id > 0').get() as { n: number }).n
  const ids = (text: string): string[] => searchCases(queue.db, text, 500).rows.map((row) => row.id)
  return { log, queue, many, rows, ids }
}

function gone(id: string, seq: number): WireChange {
  return {
    kind: 'gone',
    seq,
    caseId: CaseId.parse(id),
    to: queueOf('L1/tech'),
    by: ben.id,
    why: 'case.transferred'
  }
}

test('[EN28] the words of a few facts go in with them; those of many wait, and the first question finds them all', () => {
  const { log, queue, many, rows, ids } = setup()
  queue.take([log.open('first', { body: 'a wombat' })])
  expect({ rows: rows(), behind: isBehind(queue.db) }).toEqual({ rows: 1, behind: false })
  queue.take(many(0, 'kangaroo'))
  queue.take([log.act('c7', ana, { type: 'case.note', body: 'a quokka' })])
  expect({ rows: rows(), behind: isBehind(queue.db) }).toEqual({ rows: 1, behind: true })
  expect([ids('kangaroo').length, ids('quokka'), ids('wombat')]).toEqual([MANY, ['c7'], ['first']])
  expect({ rows: rows(), behind: isBehind(queue.db) }).toEqual({ rows: MANY + 2, behind: false })
})

test('[EN28] a question for similar cases finds what waits as well', async () => {
  const { log, queue } = setup()
  const words = 'kangaroo wallaby marsupial transformer'
  queue.take([
    log.open('old', { body: words }),
    log.act('old', ana, { type: 'case.claim' }),
    log.act('old', ana, { type: 'case.reply', body: 'Done.' }),
    log.act('old', ana, { type: 'case.resolve', resolution: 'solved' }),
    log.open('new', { body: words }),
    ...Array.from({ length: MANY }, (_none, n) => log.open(`other${n}`, { body: `something else ${n}` }))
  ])
  expect(isBehind(queue.db)).toBe(true)
  const dispatch = createDispatch({
    db: queue.db,
    sessions: { desk: () => ({ db: queue.db, place: () => queue.place }) },
    api: {},
    texts: {},
    changes: { note: () => {} }
  } as unknown as Parameters<typeof createDispatch>[0])
  const reply = await dispatch({
    id: 1,
    kind: 'ask',
    name: 'case.similar',
    payload: { caseId: 'new', limit: 3 }
  })
  expect(reply).toMatchObject({ ok: true, value: [{ id: 'old' }] })
})

test('[EN28] what left while its words waited is found by none of them, and its place is not taken for another', () => {
  const { log, queue, many, rows, ids } = setup()
  queue.take(many(0, 'kangaroo'))
  log.skip(1)
  queue.take([gone(`c${MANY - 1}`, log.seq), log.open('later', { body: 'a wombat' })])
  expect(ids('kangaroo')).toHaveLength(MANY - 1)
  expect(ids('wombat')).toEqual(['later'])
  log.skip(1)
  // The newest fact goes, and SQLite gives its id to the next one.
  queue.take([gone('later', log.seq)])
  queue.take([log.open('last', { body: 'a quokka' })])
  expect([ids('wombat'), ids('quokka')]).toEqual([[], ['last']])
  queue.take(many(MANY, 'wallaby'))
  expect([ids('wallaby').length, rows()]).toEqual([MANY, 2 * MANY])
})

test('[EN28] in quiet moments the words that wait are made findable, and nothing is planned when none do', async () => {
  const { queue, many, rows } = setup()
  const clock = createScheduler(0)
  const indexer = createIndexer(queue.db, clock.at)
  indexer.kick()
  expect(await clock.step()).toBe(false)
  for (let n = 0; n < 12; n += 1) queue.take(many(n * MANY, 'kangaroo'))
  indexer.kick()
  indexer.kick()
  expect(await clock.step()).toBe(true)
  expect(rows()).toBe(1_000)
  expect(await clock.step()).toBe(true)
  expect({ rows: rows(), more: await clock.step() }).toEqual({ rows: 12 * MANY, more: false })
  queue.take(many(12 * MANY, 'wombat'))
  indexer.kick()
  indexer.stop()
  expect(await clock.step()).toBe(false)
})

test('[EN28] [EN9] a full disk keeps words waiting, a question says so, and all are found once there is space', async () => {
  let isFull = false
  const { queue, many, rows, ids } = setup({
    beforeCommit: () => {
      if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    }
  })
  const clock = createScheduler(0)
  const indexer = createIndexer(queue.db, clock.at)
  queue.take(many(0, 'kangaroo'))
  isFull = true
  indexer.kick()
  await clock.step()
  expect(rows()).toBe(0)
  expect(() => ids('kangaroo')).toThrow('full')
  isFull = false
  expect(ids('kangaroo')).toHaveLength(MANY)
  expect(indexed(queue.db)).toBe(queue.db)
})
