import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NEWS } from '../../../shared/case/news-for.ts'
import { openDb } from '../../../sqlite/db.ts'
import { MIGRATIONS } from './all.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-0130-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Not this one: whoever withdrew a request then had asked themself, and nobody is told what they did. */
const MARKED = NEWS.filter((type) => type !== 'escalation.withdrawn')

test('[EN30] what a queue of the build before holds that may be news is marked, and nothing else', () => {
  const file = path.join(folder, 'queue.db')
  const kinds = ['case.opened', ...NEWS, 'case.noted', 'case.resolved']
  const before = openDb(
    file,
    MIGRATIONS.filter(({ version }) => version < 130)
  )
  before.write((tx) =>
    kinds.forEach((type, at) => {
      tx.prepare('INSERT INTO facts (case_id, ver, seq, body) VALUES (?, ?, ?, ?)').run(
        'c1',
        at + 1,
        at + 1,
        JSON.stringify({ event: { type } })
      )
    })
  )
  before.close()
  const db = openDb(file, MIGRATIONS)
  const marked = db
    .prepare(
      "SELECT body ->> '$.event.type' AS type FROM facts INDEXED BY facts_news WHERE news = 1 ORDER BY seq"
    )
    .all()
  expect(marked).toEqual(MARKED.map((type) => ({ type })))
  db.close()
})
