import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ana, ben, matrix, NINE, queue as queueOf, zoe } from '../../../test/support/cases.ts'
import { answer, openQueue, rowCounts, truth, welcome } from '../../../test/support/queue.ts'
import { snapshotFile } from '../../../test/support/snapshot-file.ts'
import { personScopes } from '../../shared/case/rights.ts'
import { CaseId, OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Person } from '../../shared/people/person.ts'
import { openDb } from '../../sqlite/db.ts'
import { putDraft } from '../store/drafts.ts'
import { findGone } from '../store/gone.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { MIGRATIONS } from '../store/migrations/all.ts'
import { listUnanswered } from '../store/outbox.ts'
import { recountSums } from '../store/sums.ts'
import { isBehind } from '../store/words.ts'
import { takeFetched } from './take-fetched.ts'
import { type Accepted, takeWelcome } from './take-welcome.ts'

const id = (text: string): CaseId => CaseId.parse(text)
const NEW = {
  type: 'case.open',
  caseId: 'new',
  subject: 'Call',
  body: 'She called',
  customer: { id: 'x', name: 'X', language: 'en', segment: 'B2C' },
  channel: 'phone',
  category: 'billing',
  priority: 'low',
  queue: queueOf('L1/billing')
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function fileOnDisk(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-fetched-'))
  folders.push(folder)
  return path.join(folder, 'queue.db')
}

function setup(given: Parameters<typeof openQueue>[0] = {}) {
  const log = truth()
  const queue = openQueue(given)
  const sight = personScopes(ana)
  /** The server tells to fetch `scopes`, as of `asOf`, keeping `kept`. */
  const greet = (kept: readonly string[], over: Partial<Accepted> = {}) => {
    const scopes = over.scopes ?? sight
    const missing = scopes.filter((scope) => !kept.includes(scope))
    const fetch = { asOf: over.seq ?? log.seq, scopes: missing }
    return takeWelcome(queue.db, welcome({ seq: log.seq, kept: [...kept], fetch, ...over }), NINE)
  }
  const bring = (ids: readonly string[], scope = 'L1/billing', riskShare?: number) => {
    const cases = ids.map((one) => ({ kase: log.kase(one), facts: log.facts(one) }))
    const { file, manifest } = snapshotFile(cases, { scope, asOf: log.seq, ...(riskShare && { riskShare }) })
    return takeFetched(queue.db, queue.place, file, [manifest], NINE)
  }
  const ids = () =>
    (queue.db.prepare('SELECT id FROM cases ORDER BY id').all() as { id: string }[]).map((row) => row.id)
  return { log, queue, greet, bring, ids, sight }
}

test('[SY28] what is out of sight goes first, and of what I worked on a stub stays', () => {
  const { log, queue, greet, ids } = setup()
  queue.take([log.open('c1'), log.open('c2'), log.open('c3', { queue: queueOf('L1/tech') })])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const moved: Person = { ...ana, queues: [queueOf('L1/tech')] }
  const { caseIds } = greet(['user:ana'], { scopeVer: 2, person: moved, scopes: personScopes(moved) })
  expect([...caseIds].sort()).toEqual(['c1', 'c2'])
  expect(ids()).toEqual(['c3'])
  expect(findGone(queue.db, id('c1'))).toMatchObject({ ref: 'C1', title: 'Charged twice' })
  expect(findGone(queue.db, id('c2'))).toBeUndefined()
  expect(findMeta(queue.db, 'fetch')).toMatchObject({ scopes: ['L1/tech'], sight: ['L1/tech', 'user:ana'] })
  expect(findMeta(queue.db, 'scopes')).toEqual(['user:ana'])
  expect([getNumber(queue.db, 'cursor'), rowCounts(queue.db, 'outbox')]).toEqual([3, { outbox: 1 }])
})

/** Both ways a file is taken: where nothing is there it becomes the queue, elsewhere its rows are put there. */
const KINDS = [
  ['put into a queue', ':memory:'],
  ['become the queue', 'a file']
] as const

test.each(KINDS)('[SY26] what a file brings is what its facts would have made: %s', (_kind, where) => {
  const { log, queue, greet, bring } = setup(where === 'a file' ? { file: fileOnDisk() } : {})
  const facts = setup()
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
    const { log, queue, greet, bring, ids } = setup(where === 'a file' ? { file: fileOnDisk() } : {})
    log.open('c1')
    queue.act(NEW, 'new')
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
  const { log, queue, greet, bring } = setup({ file })
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
    const { log, queue, greet, bring } = setup({
      file,
      hooks: when === 'before' ? { beforeCommit: die } : { afterCommit: die }
    })
    log.open('c1')
    queue.act(NEW, 'new')
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

test('[SY28] what is kept stays as it is, what is new comes, and the cursor stands where both are read to', () => {
  const { log, queue, greet, bring, ids } = setup()
  queue.take([log.open('c1')])
  log.open('t1', { queue: queueOf('L1/tech') })
  log.open('t2', { queue: queueOf('L1/tech') })
  const both: Person = { ...ana, queues: [queueOf('L1/billing'), queueOf('L1/tech')] }
  const row = queue.db.prepare("SELECT * FROM facts WHERE case_id = 'c1'").get()
  greet(['L1/billing', 'user:ana'], { scopeVer: 2, person: both, scopes: personScopes(both) })
  expect([ids(), getNumber(queue.db, 'cursor')]).toEqual([['c1'], 1])
  bring(['t1', 't2'], 'L1/tech')
  expect([ids(), getNumber(queue.db, 'cursor')]).toEqual([['c1', 't1', 't2'], 3])
  expect(queue.db.prepare("SELECT * FROM facts WHERE case_id = 'c1'").get()).toEqual(row)
  expect(findMeta(queue.db, 'scopes')).toEqual(personScopes(both))
  const sums = findMeta(queue.db, 'sums')
  queue.db.write(recountSums)
  expect(sums).toEqual(findMeta(queue.db, 'sums'))
  expect(
    queue.db.prepare("SELECT key, n FROM counts WHERE n > 0 AND key LIKE 'open:%' ORDER BY key").all()
  ).toEqual([
    { key: 'open:L1/billing', n: 1 },
    { key: 'open:L1/tech', n: 2 }
  ])
})

test('[SY28] what did not come and nothing kept sees is swept away with a stub, and what was opened here stays', () => {
  for (const kept of [[], ['user:ana']]) {
    const { log, queue, greet, bring, ids } = setup()
    queue.take([log.open('c1'), log.open('c2'), log.open('c3')])
    queue.act({ type: 'case.note', caseId: 'c2', body: 'mine' })
    queue.act(NEW, 'new')
    greet(kept)
    expect(rowCounts(queue.db, 'cases')).toEqual({ cases: 4 })
    const caseIds = bring(['c1'])
    expect(caseIds).toEqual(expect.arrayContaining(['c1', 'c2', 'c3']))
    expect(ids()).toEqual(['c1', 'new'])
    expect([findGone(queue.db, id('c2'))?.title, findGone(queue.db, id('c3'))]).toEqual([
      'Charged twice',
      undefined
    ])
    expect(rowCounts(queue.db, 'facts', 'outbox')).toEqual({ facts: 1, outbox: 2 })
    expect(queue.list({ kind: 'search', text: 'She called' }).map((row) => row.id)).toEqual(['new'])
  }
})

test('[SY26] what waits stands on top of what came, and is not there twice when its fact came as well', () => {
  const { log, queue, greet, bring } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'first' })
  queue.act({ type: 'case.note', caseId: 'c1', body: 'second' })
  log.act('c1', ben, { type: 'case.claim' })
  log.act('c1', ana, { type: 'case.note', body: 'first' }, 'my-op-1')
  greet([])
  bring(['c1'])
  expect(queue.view('c1').timeline.map((one) => [one.event.type, one.saved])).toEqual([
    ['case.opened', null],
    ['case.claimed', null],
    ['case.noted', null],
    ['case.noted', 'here']
  ])
})

test('[SY26] an answered op whose fact lies before the place of the fetch is done with', () => {
  const { log, queue, greet, bring } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  log.act('c1', ana, { type: 'case.note', body: 'mine' }, op.opId)
  greet([], { headOpNo: op.opNo, headHash: op.hash, results: [answer(op, log.seq)] })
  expect(rowCounts(queue.db, 'outbox')).toEqual({ outbox: 1 })
  expect(bring(['c1'])).toContain('c1')
  expect([rowCounts(queue.db, 'outbox'), queue.view('c1').timeline.map((one) => one.saved)]).toEqual([
    { outbox: 0 },
    [null, null]
  ])
})

test('[SY26] a file of a fetch that is over changes nothing', () => {
  const { log, queue, bring, ids } = setup()
  queue.take([log.open('c1')])
  log.open('c2')
  expect(bring(['c2'])).toEqual([])
  expect(ids()).toEqual(['c1'])
})

test('[EN19] a server that was set back has lost a fact of mine: the op is shown again as waiting', () => {
  const { log, queue, greet } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const before = { kase: log.kase('c1'), facts: [...log.facts('c1')] }
  queue.take([log.act('c1', ana, { type: 'case.note', body: 'mine' }, 'my-op-1')])
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, null])
  greet([], { storeId: 'store-2', seq: 1 })
  const { file, manifest } = snapshotFile([before], { scope: 'L1/billing', asOf: 1 })
  takeFetched(queue.db, queue.place, file, [manifest], NINE)
  expect(queue.view('c1').timeline.map((one) => one.saved)).toEqual([null, 'here'])
  expect(getNumber(queue.db, 'cursor')).toBe(1)
})

test('[SY16] cases with a fact of a kind this build does not know are read one by one, and it is kept aside', () => {
  const { log, queue, greet, bring } = setup()
  log.open('c1')
  log.happen('c1', { type: 'case.sang', song: 'la' } as { type: string })
  log.open('c2')
  greet([], { storeId: 'store-2' })
  bring(['c1', 'c2'])
  expect(rowCounts(queue.db, 'cases', 'facts', 'deferred')).toEqual({ cases: 2, facts: 2, deferred: 1 })
  expect(queue.view('c1').case.ver).toBe(2)
  expect(queue.view('c1').timeline.map((one) => one.event.type)).toEqual(['case.opened'])
})

test('[EN20] rows of a file that was made when at risk meant something else are made anew', () => {
  const { log, queue, greet, bring } = setup()
  log.open('c1')
  greet([], { storeId: 'store-2' })
  bring(['c1'], 'L1/billing', 0.9)
  const facts = setup()
  facts.queue.take([log.enter('c1')])
  const rows = 'SELECT row, risk_at FROM cases'
  expect(queue.db.prepare(rows).all()).toEqual(facts.queue.db.prepare(rows).all())
  expect(matrix().riskShare).not.toBe(0.9)
})

test('[SY29] what is held and is not what the server has is let go of, and nothing else', () => {
  const { log, queue } = setup()
  queue.take([log.open('c1'), log.open('c2')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'mine' })
  const right = must(findMeta(queue.db, 'sums'), 'sums')
  expect(queue.take([], { sums: right, to: 3 })).toMatchObject({ kind: 'taken', differs: [] })
  const wrong = { ...right, 'L1/billing': (right['L1/billing'] ?? 0) + 1 }
  expect(queue.take([], { sums: wrong, from: 3, to: 4 })).toMatchObject({ differs: ['L1/billing'] })
  expect(findMeta(queue.db, 'scopes')).toEqual(['user:ana'])
  expect(rowCounts(queue.db, 'cases', 'outbox')).toEqual({ cases: 2, outbox: 1 })
  // Fetched again and still not the same: it is not fetched over and over.
  queue.db.write((tx) => putMeta(tx, 'scopes', personScopes(ana)))
  expect(queue.take([], { sums: wrong, from: 4, to: 5 })).toMatchObject({ differs: [] })
  expect(queue.take([], { sums: wrong, from: 5, to: 1_004 })).toMatchObject({ differs: ['L1/billing'] })
})
