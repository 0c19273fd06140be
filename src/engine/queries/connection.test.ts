import { expect, test } from 'vitest'
import { openQueue, truth } from '../../../test/support/queue.ts'
import type { Desk } from '../desk.ts'
import { dropOutbox, markAnswered, outboxSize } from '../store/outbox.ts'
import { getConnection } from './connection.ts'

function setup() {
  const queue = openQueue()
  const log = truth()
  queue.take([log.open('c1')])
  const sync = { status: () => ({ state: 'offline', problem: null, inStepAt: null }), progress: () => null }
  const desk = { db: queue.db, sync, isLapsed: () => false } as unknown as Desk
  const note = (body: string) => queue.act({ type: 'case.note', caseId: 'c1', body })
  const sizes = () => {
    const counted = queue.db
      .prepare(
        "SELECT count(*) AS ops, coalesce(sum(octet_length(env)), 0) AS bytes FROM outbox WHERE state <> 'answered'"
      )
      .get()
    return [outboxSize(queue.db), counted]
  }
  return { queue, desk, note, sizes }
}

test('[SY32] how much waits is kept as it is, whatever happens to it', () => {
  const { queue, note, sizes } = setup()
  for (const body of ['ä'.repeat(50), 'two', 'three', 'four']) note(body)
  expect(sizes()[0]).toEqual(sizes()[1])
  queue.db.write((tx) => {
    markAnswered(tx, 1, 9)
    dropOutbox(tx, 1)
    dropOutbox(tx, 2)
    markAnswered(tx, 3, 9)
    markAnswered(tx, 3, 10)
  })
  expect(sizes()[0]).toEqual(sizes()[1])
  expect(sizes()[0]).toMatchObject({ ops: 1 })
})

test('[SY32] beyond 5,000 actions or 50 MB a person is warned, and can go on', () => {
  const { queue, desk, note } = setup()
  note('small')
  expect(getConnection(desk)).toMatchObject({ waiting: 1, crowded: false })
  const set = (ops: number, bytes: number) =>
    queue.db.write((tx) => tx.prepare('UPDATE outbox_size SET ops = ?, bytes = ?').run(ops, bytes))
  set(5_000, 50 * 1024 * 1024)
  expect(getConnection(desk)).toMatchObject({ crowded: false })
  set(5_001, 0)
  expect(getConnection(desk)).toMatchObject({ waiting: 5_001, crowded: true })
  set(1, 50 * 1024 * 1024 + 1)
  expect(getConnection(desk)).toMatchObject({ crowded: true })
  expect(note('goes on')).toMatchObject({ ok: true })
})
