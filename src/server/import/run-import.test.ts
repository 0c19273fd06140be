import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { refusalInEnglish } from './english.ts'
import { desk } from './fixtures/desk.ts'
import { LIST, mappingOf } from './fixtures/mappings.ts'
import { sqliteLog } from './fixtures/sqlite-log.ts'
import type { ImportLog } from './import-log.ts'
import type { ImportProgress } from './run-context.ts'

const HEADER = 'id,what,opened,closed,state\n'
const good = (id: number) => `${id},thing ${id},2026-01-05 10:00,,open\n`
const list = (count: number) => HEADER + Array.from({ length: count }, (_, index) => good(index)).join('')

test('[IM40] too many bad rows stop the import before anything is published, and accepting them goes on', async () => {
  using at = desk()
  const file = at.file('a.csv', list(100) + 'bad\n'.repeat(6))
  const report = path.join(at.folder, 'report.csv')
  const answer = await at.run(file, mappingOf(LIST), { report })
  expect(answer).toMatchObject({ ok: false, error: { type: 'TooManyRejected', rows: 106, rejected: 6 } })
  expect(answer.ok ? '' : refusalInEnglish(answer.error)).toContain('6 of 106 rows')
  expect(readFileSync(report, 'utf8').trim().split('\n')).toHaveLength(7)
  expect(at.log.all().size).toBe(0)

  const accepted = await at.run(file, mappingOf(LIST), { report, acceptRejections: true })
  expect(accepted).toMatchObject({ value: { imported: 100, rejected: 6 } })
})

test('[IM40] as many as the mapping allows do not stop it', async () => {
  using at = desk()
  const file = at.file('a.csv', list(95) + 'bad\n'.repeat(5))
  expect(await at.run(file, mappingOf(LIST))).toMatchObject({ value: { imported: 95, rejected: 5 } })
})

test('[IM41] whole cases are published in batches, each with the position it brings the job to', async () => {
  using at = desk()
  const marks: unknown[] = []
  const log: ImportLog = {
    ...at.log,
    publish: (batch, mark) => {
      marks.push([batch.length, mark.position, mark.total])
      return at.log.publish(batch, mark)
    }
  }
  await at.run(at.file('a.csv', list(230)), mappingOf(LIST), { log })
  expect(marks).toEqual([
    [0, 0, 230],
    [100, 100, 230],
    [100, 200, 230],
    [30, 230, 230]
  ])
})

test('[IM45] the same file with the same mapping again does nothing and says so', async () => {
  using at = desk()
  const file = at.file('a.csv', list(3))
  const first = await at.run(file, mappingOf(LIST))
  expect(await at.run(at.file('copy.csv', list(3)), mappingOf(LIST))).toEqual({
    ok: true,
    value: { ...(first.ok ? first.value : {}), already: true, imported: 0, known: 3 }
  })
  expect(at.log.all().size).toBe(3)
})

test('[IM45] a longer file adds what is new and leaves what is known', async () => {
  using at = desk()
  await at.run(at.file('a.csv', list(3)), mappingOf(LIST))
  expect(await at.run(at.file('b.csv', list(5)), mappingOf(LIST))).toMatchObject({
    value: { already: false, imported: 2, known: 3 }
  })
  expect([...at.log.all().values()].map((facts) => facts.length)).toEqual([1, 1, 1, 1, 1])
})

test('[IM45] another log than the one it was published to gets the cases again', async () => {
  using at = desk()
  const file = at.file('a.csv', list(3))
  await at.run(file, mappingOf(LIST))
  const log = sqliteLog()
  expect(await at.run(file, mappingOf(LIST), { log })).toMatchObject({
    value: { already: false, imported: 3 }
  })
  expect(log.all().size).toBe(3)
})

test.each([
  ['before the file is read', 0],
  ['while it is read', 2],
  ['while the cases are checked', 12]
])('[IM44] cancelled %s it leaves nothing', async (_what, after) => {
  using at = desk()
  const stop = new AbortController()
  let heard = 0
  const onProgress = () => {
    heard += 1
    if (heard >= after) stop.abort()
  }
  if (after === 0) stop.abort()
  const answer = await at.run(at.file('a.csv', list(1_000)), mappingOf(LIST), {
    signal: stop.signal,
    onProgress
  })
  expect(answer).toEqual({ ok: false, error: { type: 'Cancelled' } })
  expect(at.leftovers()).toEqual([])
  expect(at.log.all().size).toBe(0)
})

test('[IM44] once publishing has begun it runs to its end', async () => {
  using at = desk()
  const stop = new AbortController()
  const onProgress = ({ phase }: ImportProgress) => phase === 'publishing' && stop.abort()
  const answer = await at.run(at.file('a.csv', list(500)), mappingOf(LIST), {
    signal: stop.signal,
    onProgress
  })
  expect(answer).toMatchObject({ value: { imported: 500 } })
})

test('[IM46] of two imports of the same file at once one is refused, the other one is whole', async () => {
  using at = desk()
  const file = at.file('a.csv', list(1_000))
  const answers = await Promise.all([at.run(file, mappingOf(LIST)), at.run(file, mappingOf(LIST))])
  expect(answers.filter((one) => one.ok)).toMatchObject([{ value: { imported: 1_000 } }])
  expect(answers.filter((one) => !one.ok)).toEqual([{ ok: false, error: { type: 'AlreadyRunning' } }])
  expect(at.log.all().size).toBe(1_000)
})

test('[IM47] progress goes through the phases to their ends, and lets others work in between', async () => {
  using at = desk()
  const heard: ImportProgress[] = []
  let turns = 0
  const ticker = setInterval(() => {
    turns += 1
  }, 0)
  await at.run(at.file('a.csv', `${list(1_200)}bad\n`), mappingOf(LIST), {
    onProgress: (one) => heard.push(one)
  })
  clearInterval(ticker)
  expect([...new Set(heard.map(({ phase }) => phase))]).toEqual(['reading', 'checking', 'publishing'])
  for (const phase of ['reading', 'checking', 'publishing'] as const) {
    const one = heard.filter((each) => each.phase === phase)
    expect(one.at(-1)).toMatchObject({ done: one.at(-1)?.total, rejected: 1 })
    expect(one.map(({ done }) => done)).toEqual(one.map(({ done }) => done).toSorted((a, b) => a - b))
  }
  expect(turns).toBeGreaterThan(20)
})

test('[IM48] a dry run tells what would happen and leaves nothing but the report', async () => {
  using at = desk()
  const report = path.join(at.folder, 'report.csv')
  const file = at.file('a.csv', `${list(100)}bad\n`)
  const answer = await at.run(file, mappingOf(LIST), { dryRun: true, report })
  expect(answer).toMatchObject({ value: { already: false, imported: 100, rejected: 1 } })
  expect(at.log.all().size).toBe(0)
  expect(at.leftovers()).toEqual([])
  expect(readFileSync(report, 'utf8')).toContain('wrong-column-count')
})

test('[IM40] what was staged is gone after the end, the rejections are kept', async () => {
  using at = desk()
  await at.run(at.file('a.csv', list(1_000)), mappingOf(LIST))
  const [name = ''] = at.leftovers().filter((one) => one.endsWith('.db'))
  expect(readFileSync(path.join(at.jobsFolder, name)).length).toBeLessThan(100_000)
})
