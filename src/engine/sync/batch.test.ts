import { expect, test } from 'vitest'
import { openQueue, truth } from '../../../test/support/queue.ts'
import { LIMITS } from '../../shared/protocol/sync.ts'
import { listUnanswered } from '../store/outbox.ts'
import { batchOf } from './batch.ts'

function opsOf(...bodies: string[]) {
  const queue = openQueue()
  queue.take([truth().open('c1')])
  for (const body of bodies) queue.act({ type: 'case.note', caseId: 'c1', body })
  return listUnanswered(queue.db, 1_000)
}

test('[EN27] a batch holds at most 64 ops, the oldest ones, in their order', () => {
  const ops = opsOf(...Array.from({ length: 70 }, (_none, n) => `n${n}`))
  expect(batchOf(ops)).toEqual(ops.slice(0, LIMITS.ops))
  expect(batchOf([])).toEqual([])
})

test('[EN27] a batch stays within its bytes as they go over the wire, also in scripts of several bytes a letter', () => {
  const ops = opsOf(...Array.from({ length: 40 }, () => '語'.repeat(15_000)))
  const batch = batchOf(ops)
  const bytes = Buffer.byteLength(JSON.stringify(batch))
  expect(batch.length).toBeGreaterThan(1)
  expect(bytes).toBeLessThanOrEqual(LIMITS.bytes + batch.length + 1)
  expect(Buffer.byteLength(JSON.stringify(ops.slice(0, batch.length + 1)))).toBeGreaterThan(LIMITS.bytes)
})

test('[EN27] an op too large for a batch goes alone, or it would block the rest for ever', () => {
  const ops = opsOf('first', 'second')
  const [first, second] = ops
  const large = { ...first, bootId: 'x'.repeat(LIMITS.bytes + 1) } as (typeof ops)[number]
  expect(batchOf([large, ...(second ? [second] : [])])).toEqual([large])
})
