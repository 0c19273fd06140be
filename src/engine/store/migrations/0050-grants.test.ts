import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCase } from '../../../../test/support/cases.ts'
import { granted } from '../../../../test/support/granted.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { rowOf } from '../../../shared/protocol/snapshot/stored-row.ts'
import { openDb } from '../../../sqlite/db.ts'
import { grantedElsewhere } from '../../../tables/grants.ts'
import { MIGRATIONS } from './all.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-0050-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[ES27] [EN8] a queue of the build before knows afterwards what was granted alone, and whose its cases are', () => {
  const file = path.join(folder, 'queue.db')
  const { kase } = granted()
  const before = openDb(
    file,
    MIGRATIONS.filter(({ version }) => version < 50)
  )
  before.write((tx) =>
    tx
      .prepare(
        `INSERT INTO cases (id, confirmed, body, row, boot, queue, owner, ended, due_at, risk_at, updated_at, waiting)
         VALUES (?, '=', ?, ?, 0, ?, 'ana', 0, 1, 1, 1, 0)`
      )
      .run(kase.id, JSON.stringify(kase), JSON.stringify(rowOf(kase, 0.25)), queueKey(kase.queue))
  )
  before.close()
  const db = openDb(file, MIGRATIONS)
  expect(grantedElsewhere(db, newCase({}, 'case-2'), 'refund', 0)).toBe(2_000)
  expect(grantedElsewhere(db, kase, 'refund', 0)).toBe(0)
  expect(db.prepare('SELECT customer FROM cases').get()).toEqual({ customer: kase.customer.id })
  db.close()
})
