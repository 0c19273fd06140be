import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, ben, newCase } from '../../../../test/support/cases.ts'
import type { Case } from '../../../shared/case/case.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { rowOf } from '../../../shared/protocol/snapshot/stored-row.ts'
import { openDb } from '../../../sqlite/db.ts'
import { putMeta } from '../meta.ts'
import { MIGRATIONS } from './all.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-0140-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('[EN8] [EN40] a queue of the build before knows afterwards which cases this person was pulled into', () => {
  const file = path.join(folder, 'queue.db')
  const before = openDb(
    file,
    MIGRATIONS.filter(({ version }) => version < 140)
  )
  const cases: readonly (Case & { readonly ended: number })[] = [
    { ...newCase({}, 'pulled-in'), owner: ben.id, swarm: [ben.id, ana.id], ended: 0 },
    { ...newCase({}, 'own'), owner: ana.id, swarm: [ana.id], ended: 0 },
    { ...newCase({}, 'over'), owner: ben.id, swarm: [ana.id], ended: 1 },
    { ...newCase({}, 'other'), owner: ben.id, ended: 0 }
  ]
  before.write((tx) => {
    putMeta(tx, 'person', ana)
    for (const { ended, ...kase } of cases)
      tx.prepare(
        `INSERT INTO cases (id, confirmed, body, row, boot, queue, owner, ended, due_at, risk_at, updated_at, waiting, customer)
         VALUES (?, '=', ?, ?, 0, ?, ?, ?, 1, 1, 1, 0, 'c')`
      ).run(
        kase.id,
        JSON.stringify(kase),
        JSON.stringify(rowOf(kase, 0.25)),
        queueKey(kase.queue),
        kase.owner,
        ended
      )
  })
  before.close()
  const db = openDb(file, MIGRATIONS)
  expect(db.prepare('SELECT case_id FROM helping').all()).toEqual([{ case_id: 'pulled-in' }])
  db.close()
})
