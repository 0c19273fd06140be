import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { fold } from '../../shared/case/apply.ts'
import { refusalInEnglish } from './english.ts'
import { desk, NOW } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'
import { sqliteLog } from './fixtures/sqlite-log.ts'
import type { ImportLog } from './import-log.ts'
import { caseIdOf } from './names.ts'
import type { ImportProgress } from './run-context.ts'

const HEADER = 'id,what,opened,closed,state\n'
const good = (id: number) => `${id},thing ${id},2026-01-05 10:00,,open\n`
const list = (count: number) => HEADER + Array.from({ length: count }, (_, index) => good(index)).join('')
const LOOSE = mappingOf({ ...LIST, maxRejectedShare: 1 })

test('[IM12] every row is imported, left out, or rejected once with its line and its reason', async () => {
  using at = desk()
  const file = at.file(
    'mixed.csv',
    `${HEADER}${good(1)}2,=cmd(),2026-02-31 10:00,,open\n3,x,2026-01-05 10:00,,lost\n4,x,2026-01-05 10:00,,gone\n5,x\n6,"x\n\n7,y",2026-01-05 10:00,,open\n1,again,2026-01-05 10:00,,open\n9,x,2026-01-05`
  )
  const report = path.join(at.folder, 'report.csv')
  const answer = await at.run(file, LOOSE, { report })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      rows: 8,
      imported: 2,
      leftOut: 1,
      rejected: 5,
      reasons: { 'bad-date': 1, 'unknown-value': 1, 'wrong-column-count': 1, 'duplicate-id': 1, truncated: 1 }
    }
  })
  expect(parse(readFileSync(report, 'utf8'))).toEqual([
    ['line', 'case', 'column', 'value', 'code', 'reason'],
    [
      '3',
      '2',
      'opened',
      '2026-02-31 10:00',
      'bad-date',
      "'2026-02-31 10:00' is no date of the form yyyy-MM-dd HH:mm"
    ],
    ['4', '3', 'state', 'lost', 'unknown-value', "values.status does not say what 'lost' means"],
    ['6', '', '', '', 'wrong-column-count', '2 columns instead of 5'],
    ['10', '1', '', '', 'duplicate-id', 'the case stands on line 2 already; that one was taken'],
    ['11', '', '', '', 'truncated', 'the file ends after 3 columns of 5']
  ])
})

test('[IM49] a value of the file is no formula in the report', async () => {
  using at = desk()
  const report = path.join(at.folder, 'report.csv')
  const rows = ['=1+1', '+1', '-1', '@x', '"two\nlines"'].map(
    (state, id) => `${id},x,2026-01-05 10:00,,${state}\n`
  )
  await at.run(at.file('a.csv', HEADER + rows.join('')), LOOSE, { report })
  const values = parse(readFileSync(report, 'utf8')).map((row: string[]) => row[3])
  expect(values).toEqual(['value', "'=1+1", "'+1", "'-1", "'@x", 'two lines'])
})

test('[IM26] of a list the first row of an id is taken; a list without ids takes every row', async () => {
  using at = desk()
  const file = at.file('a.csv', `${HEADER}${good(1)}${good(1)}${good(2)}`)
  expect(await at.run(file, LOOSE)).toMatchObject({ value: { imported: 2, rejected: 1 } })
  const byContent = mappingOf({
    ...LIST,
    name: 'prints',
    columns: { ...LIST.columns, externalId: { fromContent: true } }
  })
  expect(await at.run(file, byContent)).toMatchObject({ value: { imported: 3, rejected: 0 } })
  expect(at.log.all().size).toBe(5)
})

const LOG_HEADER = 'case,at,rev,state,group,who\n'

test('[IM25] a case with a hole in its history is not imported, and its other rows say why', async () => {
  using at = desk()
  const rows = [
    'A,2026-01-05 10:00,1,New,desk,',
    'A,soon,2,Active,desk,Ann',
    'B,2026-01-05 10:00,1,New,desk,',
    'A,2026-01-06 10:00,3,Done,desk,Ann'
  ]
  const report = path.join(at.folder, 'report.csv')
  const file = at.file('log.csv', `${LOG_HEADER}${rows.join('\n')}\n`)
  const answer = await at.run(file, mappingOf({ ...LOG, maxRejectedShare: 1 }), { report })
  expect(answer).toMatchObject({
    value: { imported: 1, rejected: 3, reasons: { 'bad-date': 1, 'case-incomplete': 2 } }
  })
  expect([...at.log.all().keys()]).toEqual([caseIdOf('log', 'B')])
  expect(readFileSync(report, 'utf8')).toContain('line 3 of the same case was rejected')
})

test('[IM20] the updates of a case need not stand together', async () => {
  using at = desk()
  const rows = [
    'A,2026-01-06 10:00,3,Done,desk,Ann',
    'B,2026-01-05 10:00,1,New,desk,',
    'A,2026-01-05 10:00,1,New,desk,',
    'A,2026-01-05 11:00,2,Active,tech,Ann'
  ]
  await at.run(at.file('log.csv', `${LOG_HEADER}${rows.join('\n')}\n`), mappingOf(LOG))
  const types = at.log
    .all()
    .get(caseIdOf('log', 'A'))
    ?.map(({ event }) => event.type)
  expect(types).toEqual(
    ['case.opened', 'case.escalated', 'case.assigned', 'case.returned', 'case.assigned', 'case.resolved'].map(
      (type) => (type === 'case.returned' ? 'escalation.returned' : type)
    )
  )
})

const LIVE = { ...LIST, arrival: { mode: 'waiting', overHours: 10 } }

test('[IM28] cases still to be done wait now, in their old order, and keep their real date', async () => {
  using at = desk()
  const rows = [
    '3,c,2024-03-01 10:00,,open',
    '1,a,2024-01-01 10:00,,open',
    '9,z,2024-01-01 10:00,2024-02-01 10:00,done',
    '2,b,2024-02-01 10:00,,open'
  ]
  await at.run(at.file('a.csv', `${HEADER}${rows.join('\n')}\n`), mappingOf(LIVE))
  const cases = [...at.log.all()].map(([id, facts]) => fold(id, facts))
  const waiting = cases
    .filter((kase) => kase?.state.status === 'new')
    .toSorted((a, b) => (a?.openedAt ?? 0) - (b?.openedAt ?? 0))
  expect(waiting.map((kase) => [kase?.ref, kase?.attributes['sourceDate']])).toEqual([
    ['1', '2024-01-01T10:00:00.000Z'],
    ['2', '2024-02-01T10:00:00.000Z'],
    ['3', '2024-03-01T10:00:00.000Z']
  ])
  for (const kase of waiting) {
    expect(kase?.openedAt).toBeGreaterThanOrEqual(NOW - 10 * 3_600_000)
    expect(kase?.openedAt).toBeLessThan(NOW)
  }
  const ended = cases.find((kase) => kase?.ref === '9')
  expect(ended?.openedAt).toBe(Date.UTC(2024, 0, 1, 10))
  expect(ended?.attributes['sourceDate']).toBeUndefined()
})

test('[IM28] a history that is dated anew ends before now', async () => {
  using at = desk()
  const rows = [
    'A,2024-01-01 10:00,1,New,desk,',
    'A,2024-01-09 10:00,2,Active,tech,Ann',
    'A,2024-02-01 10:00,3,Waiting,tech,Ann'
  ]
  const mapping = mappingOf({ ...LOG, arrival: LIVE.arrival })
  await at.run(at.file('log.csv', `${LOG_HEADER}${rows.join('\n')}\n`), mapping)
  const [facts = []] = at.log.all().values()
  const times = facts.map((fact) => fact.at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Math.max(...times)).toBeLessThanOrEqual(NOW)
})

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
