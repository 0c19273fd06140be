import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, newCase, queue } from '../../../../test/support/cases.ts'
import type { Case, Hop } from '../../../shared/case/case.ts'
import { bounces } from '../../../shared/case/hop-history.ts'
import { OpId } from '../../../shared/lib/ids.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { rowOf } from '../../../shared/protocol/snapshot/stored-row.ts'
import { openDb } from '../../../sqlite/db.ts'
import { MIGRATIONS } from './all.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-0100-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hop = (key: string, how: Hop['how']): Hop => ({ queue: queue(key), at: 0, by: ana.id, how })
const WAYS: readonly (readonly Hop[])[] = [
  [hop('L1/billing', 'opened')],
  [hop('L1/billing', 'opened'), hop('L2/billing', 'escalated'), hop('L1/billing', 'withdrawn')],
  [hop('L1/billing', 'opened'), hop('L2/billing', 'escalated'), hop('L1/billing', 'returned')],
  [
    hop('L1/billing', 'opened'),
    hop('L1/tech', 'transferred'),
    hop('L1/billing', 'transferred'),
    hop('L1/tech', 'transferred')
  ]
]

test('[EN8] [ES32] rows of the build before say afterwards how often their case bounced, and each draft has a name of its own', () => {
  const file = path.join(folder, 'queue.db')
  const before = openDb(
    file,
    MIGRATIONS.filter(({ version }) => version < 100)
  )
  const cases = WAYS.map((hops, n): Case => ({ ...newCase({}, `case-${n}`), hops: [...hops] }))
  before.write((tx) => {
    for (const kase of cases) {
      const { bounces: _, ...row } = rowOf(kase, 0.25)
      tx.prepare(
        `INSERT INTO cases (id, confirmed, body, row, boot, queue, owner, ended, due_at, risk_at, updated_at, waiting, customer)
         VALUES (?, '=', ?, ?, 0, ?, 'ana', 0, 1, 1, 1, 0, 'c')`
      ).run(kase.id, JSON.stringify(kase), JSON.stringify(row), queueKey(kase.queue))
      tx.prepare("INSERT INTO drafts VALUES (?, 'reply', 'Dear', 1)").run(kase.id)
    }
  })
  before.close()
  const db = openDb(file, MIGRATIONS)
  const rows = db.prepare('SELECT row FROM cases ORDER BY id').all() as { row: string }[]
  expect(rows.map(({ row }) => JSON.parse(row))).toEqual(cases.map((kase) => rowOf(kase, 0.25)))
  expect(cases.map((kase) => bounces(kase))).toEqual([0, 0, 1, 2])
  const names = db.prepare('SELECT op_id FROM drafts').all() as { op_id: string }[]
  expect(new Set(names.map((one) => OpId.parse(one.op_id))).size).toBe(WAYS.length)
  db.close()
})
