import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCase } from '../../../../test/support/cases.ts'
import { granted } from '../../../../test/support/granted.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { openDb } from '../../../sqlite/db.ts'
import { grantedElsewhere } from '../../../tables/grants.ts'
import { MIGRATIONS } from './all.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-log-0050-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[ES27] [SV15] a log of the build before knows afterwards what was granted alone', () => {
  const file = path.join(folder, 'log.db')
  const { kase } = granted()
  const before = openDb(
    file,
    MIGRATIONS.filter(({ version }) => version < 50)
  )
  before.write((tx) =>
    tx
      .prepare('INSERT INTO cases (case_id, ver, seq, queue, status, body) VALUES (?, 1, 1, ?, ?, ?)')
      .run(kase.id, queueKey(kase.queue), 'open', JSON.stringify(kase))
  )
  before.close()
  const db = openDb(file, MIGRATIONS)
  const other = newCase({}, 'case-2')
  expect(grantedElsewhere(db, other, 'refund', 0)).toBe(2_000)
  expect(grantedElsewhere(db, other, 'refund', kase.updatedAt + 1)).toBe(0)
  expect(grantedElsewhere(db, other, 'credit', 0)).toBe(0)
  db.close()
})
