import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ana, matrix, NINE, queue as queueOf, zoe } from '../../../test/support/cases.ts'
import { fetching } from '../../../test/support/fetching.ts'
import { callOf, rowCounts } from '../../../test/support/queue.ts'
import { CaseId, OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { openDb } from '../../sqlite/db.ts'
import { putDraft } from '../store/drafts.ts'
import { findMeta, getNumber } from '../store/meta.ts'
import { MIGRATIONS } from '../store/migrations/all.ts'
import { isBehind } from '../store/words.ts'

const id = (text: string): CaseId => CaseId.parse(text)

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function fileOnDisk(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-fetched-'))
  folders.push(folder)
  return path.join(folder, 'queue.db')
}

/** Both ways a file is taken: where nothing is there it becomes the queue, elsewhere its rows are put there. */
const KINDS = [
  ['put into a queue', ':memory:'],
  ['become the queue', 'a file']
] as const

test.each(KINDS)('[SY26] what a file brings is what its facts would have made: %s', (_kind, where) => {
  const { log, queue, greet, bring } = fetching(where === 'a file' ? { file: fileOnDisk() } : {})
  const facts = fetching()
  log.open('c1')
  log.open('c2', { queue: queueOf('L1/tech') })
  log.act('c2', zoe, { type: 'case.claim' })
  log.act('c2', zoe, { type: 'case.swarm', people: [ana.id], note: 'help' })
  log.act('c1', ana, { type: 'case.claim' })
  log.act('c1', ana, { type: 'case.note', body: 'umbrella' })
  const ask = (amountMinor: number) =>
    ({ action: 'refund', amountMinor, currency: 'EUR', package: { need: 'n', ask: 'a' } }) as const
  log.act('c1', ana, { type: 'case.grant', ask: ask(1_000) })
  log.act('c1', ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 1, ask: ask(60_000) })
  greet([], { storeId: 'store-2' })
  bring(['c1', 'c2'])
  facts.queue.take([log.enter('c1'), log.enter('c2')])
  for (const table of ['cases', 'counts', 'grants', 'calls', 'asked', 'approvals', 'helping', 'gone'])
    expect([table, queue.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]).toEqual([
      table,
      facts.queue.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()
    ])
  const listed = 'SELECT case_id, ver, seq, body FROM facts ORDER BY case_id, ver'
  expect(queue.db.prepare(listed).all()).toEqual(facts.queue.db.prepare(listed).all())
  expect([getNumber(queue.db, 'cursor'), findMeta(queue.db, 'fetch')]).toEqual([log.seq, null])
  expect(isBehind(queue.db)).toBe(true)
  expect(queue.list({ kind: 'search', text: 'umbrella' }).map((row) => row.id)).toEqual(['c1'])
  queue.db.close()
})

test.each(KINDS)(
  '[SY26] nothing of the person is touched, and what waits stands on top: %s',
  (_kind, where) => {
    const { log, queue, greet, bring, ids } = fetching(where === 'a file' ? { file: fileOnDisk() } : {})
    log.open('c1')
    queue.act(callOf('new'), 'new')
    queue.act({ type: 'case.note', caseId: 'new', body: 'and one thing more' })
    queue.db.write((tx) =>
      putDraft(tx, { caseId: id('c1'), mode: 'reply', text: 'half a', opId: OpId.parse('d-1') }, NINE)
    )
    const kept = ['outbox', 'drafts', 'archive', 'review', 'outbox_size']
    const before = kept.map((table) => queue.db.prepare(`SELECT * FROM ${table}`).all())
    greet([], { storeId: 'store-2' })
    bring(['c1'])
    expect(kept.map((table) => queue.db.prepare(`SELECT * FROM ${table}`).all())).toEqual(before)
    expect(ids()).toEqual(['c1', 'new'])
    expect(queue.view('new').timeline.map((one) => one.saved)).toEqual(['here', 'here'])
    expect(queue.list({ kind: 'search', text: 'one thing more' }).map((row) => row.id)).toEqual(['new'])
    const version = queue.db.prepare('PRAGMA user_version').get()
    expect(version).toEqual({ user_version: must(MIGRATIONS.at(-1), 'migration').version })
    // What the triggers keep goes on being kept.
    queue.act({ type: 'case.note', caseId: 'c1', body: 'third' })
    expect(queue.db.prepare('SELECT ops FROM outbox_size').get()).toEqual({ ops: 3 })
    expect(queue.db.prepare("SELECT n FROM counts WHERE key = 'open:L1/billing'").get()).toEqual({ n: 2 })
    queue.db.close()
  }
)

test('[SY26] a queue that a file became is closed and opened like any other', () => {
  const file = fileOnDisk()
  const { log, queue, greet, bring } = fetching({ file })
  log.open('c1')
  greet([], { storeId: 'store-2' })
  bring(['c1'])
  queue.act({ type: 'case.claim', caseId: 'c1' })
  queue.db.close()
  const again = openDb(file, MIGRATIONS)
  expect(again.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(again.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(rowCounts(again, 'cases', 'outbox', 'facts')).toEqual({ cases: 1, outbox: 1, facts: 1 })
  again.close()
})

test.each(['before', 'after'])(
  '[SY27] whoever dies just %s a file becomes the queue finds the one or the other, whole',
  (when) => {
    const file = fileOnDisk()
    let dies = false
    const die = (): void => {
      if (dies) throw new Error('killed')
    }
    const { log, queue, greet, bring } = fetching({
      file,
      hooks: when === 'before' ? { beforeCommit: die } : { afterCommit: die }
    })
    log.open('c1')
    queue.act(callOf('new'), 'new')
    greet([], { storeId: 'store-2' })
    dies = true
    expect(() => bring(['c1'])).toThrow('killed')
    dies = false
    queue.db.close()
    const again = openDb(file, MIGRATIONS)
    const taken = when === 'after'
    expect(rowCounts(again, 'cases', 'outbox')).toEqual({ cases: taken ? 2 : 1, outbox: 1 })
    expect([getNumber(again, 'cursor'), findMeta(again, 'fetch') === null]).toEqual(
      taken ? [1, true] : [0, false]
    )
    again.close()
  }
)

test('[EN20] rows of a file that was made when at risk meant something else are made anew', () => {
  const { log, queue, greet, bring } = fetching()
  log.open('c1')
  greet([], { storeId: 'store-2' })
  bring(['c1'], 'L1/billing', 0.9)
  const facts = fetching()
  facts.queue.take([log.enter('c1')])
  const rows = 'SELECT row, risk_at FROM cases'
  expect(queue.db.prepare(rows).all()).toEqual(facts.queue.db.prepare(rows).all())
  expect(matrix().riskShare).not.toBe(0.9)
})
