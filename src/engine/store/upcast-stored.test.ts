import { expect, test } from 'vitest'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { opHash } from '../../shared/protocol/op.ts'
import { findMeta } from './meta.ts'
import { listUnanswered } from './outbox.ts'
import { upcastStored } from './upcast-stored.ts'

const caseId = CaseId.parse('c1')

/** Three notes wait; the second is made what an older build would have left there. */
function left() {
  const queue = openQueue()
  queue.take([truth().open('c1')])
  for (const body of ['one', 'two', 'three']) queue.act({ type: 'case.note', caseId, body })
  const command = { type: 'escalation.return', caseId, escalationId: 'e1', note: 'known' }
  queue.db.write((tx) =>
    tx
      .prepare("UPDATE outbox SET env = json_set(env, '$.command', json(?), '$.tv', 1) WHERE op_no = 2")
      .run(JSON.stringify(command))
  )
  return { queue, command }
}

test('[EN43] what an older build left in the outbox gets the shape of this one at the first open, chained anew', () => {
  const { queue, command } = left()
  const before = listUnanswered(queue.db, 9)
  upcastStored(queue.db)
  const ops = listUnanswered(queue.db, 9)
  expect(ops.map((op) => op.opId)).toEqual(before.map((op) => op.opId))
  expect(ops[1]).toMatchObject({ tv: 2, command: { ...command, to: 'team' } })
  let hash = ''
  for (const op of ops) {
    expect(op.hash).toBe(opHash(op, hash))
    hash = op.hash
  }
  expect(findMeta(queue.db, 'lastHash')).toBe(hash)
})

test('[EN43] nothing old, nothing written; and a second open finds nothing old', () => {
  const { queue } = left()
  upcastStored(queue.db)
  const rows = () => queue.db.prepare('SELECT * FROM outbox').all()
  const [before, changes] = [rows(), queue.db.prepare('SELECT total_changes() AS n').get()]
  upcastStored(queue.db)
  expect([rows(), queue.db.prepare('SELECT total_changes() AS n').get()]).toEqual([before, changes])
})
