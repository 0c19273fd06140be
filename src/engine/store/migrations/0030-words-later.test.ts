import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, ben } from '../../../../test/support/cases.ts'
import { openQueue, truth } from '../../../../test/support/queue.ts'
import type { Fact } from '../../../shared/case/event.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { rowOf } from '../../../shared/protocol/snapshot/stored-row.ts'
import { openDb } from '../../../sqlite/db.ts'
import { searchCases } from '../../queries/search.ts'
import { wordsOfEvent } from '../facts.ts'
import { isBehind } from '../words.ts'
import { start0010 } from './0010-start.ts'
import { asked0020 } from './0020-asked.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-0030-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A queue as the build before left it: three cases, every word in the index. */
function leave(file: string): ReturnType<typeof truth> {
  const log = truth()
  log.open('c1', { body: 'a kangaroo' })
  log.open('c2', { body: 'a wombat' })
  log.act('c2', ana, { type: 'case.claim' })
  log.open('c3', { body: 'a quokka' })
  const db = openDb(file, [start0010, asked0020])
  db.write((tx) => {
    for (const id of ['c1', 'c2', 'c3']) {
      const facts = log.facts(id) as unknown as Fact[]
      for (const fact of facts) {
        const { lastInsertRowid } = tx
          .prepare('INSERT INTO facts (case_id, ver, seq, body) VALUES (?, ?, ?, ?)')
          .run(fact.caseId, fact.ver, fact.seq, JSON.stringify(fact))
        const words = wordsOfEvent(fact.event)
        if (words) tx.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)').run(lastInsertRowid, words)
      }
      const kase = log.kase(id)
      tx.prepare(
        `INSERT INTO cases (id, confirmed, body, row, boot, queue, owner, ended, due_at, risk_at, updated_at, waiting)
         VALUES (?, '=', ?, ?, 0, ?, ?, 0, ?, ?, ?, 0)`
      ).run(
        id,
        JSON.stringify(kase),
        JSON.stringify(rowOf(kase, 0.25)),
        queueKey(kase.queue),
        kase.owner ?? '',
        1_000,
        900,
        kase.updatedAt
      )
    }
    tx.prepare("INSERT INTO meta VALUES ('cursor', ?)").run(String(log.seq))
  })
  db.close()
  return log
}

test('[EN8] [EN28] a queue of the build before keeps its words, its lists and its counts, and goes on', () => {
  const file = path.join(folder, 'queue.db')
  const log = leave(file)
  const queue = openQueue({ file })
  const find = (text: string): string[] => searchCases(queue.db, text, 50).rows.map((row) => row.id)
  expect(isBehind(queue.db)).toBe(false)
  expect(['kangaroo', 'wombat', 'quokka'].map(find)).toEqual([['c1'], ['c2'], ['c3']])
  const counts = (): unknown[] =>
    queue.db.prepare('SELECT key, n FROM counts WHERE n <> 0 ORDER BY key').all()
  expect(counts()).toEqual([
    { key: 'open:L1/billing', n: 3 },
    { key: 'owner:ana', n: 1 },
    { key: 'unowned:L1/billing', n: 2 }
  ])
  const change = log.act('c1', ben, { type: 'case.claim' })
  expect(queue.take([change], { from: log.seq - 1, to: log.seq }).kind).toBe('taken')
  const more = log.open('c4', { body: 'a wallaby' })
  queue.take([more], { from: log.seq - 1, to: log.seq })
  expect(find('wallaby')).toEqual(['c4'])
  expect(counts()).toEqual([
    { key: 'open:L1/billing', n: 4 },
    { key: 'owner:ana', n: 1 },
    { key: 'owner:ben', n: 1 },
    { key: 'unowned:L1/billing', n: 2 }
  ])
  const listed = queue.list({ kind: 'queue', queue: log.kase('c1').queue, which: 'open' })
  expect(listed.map((row) => row.id).sort()).toEqual(['c1', 'c2', 'c3', 'c4'])
  queue.db.close()
})
