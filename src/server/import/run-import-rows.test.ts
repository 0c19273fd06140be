import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { fold } from '../../shared/case/apply.ts'
import { desk, NOW } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'
import { caseIdOf } from './names.ts'

const HEADER = 'id,what,opened,closed,state\n'
const good = (id: number) => `${id},thing ${id},2026-01-05 10:00,,open\n`
const LOOSE = mappingOf({ ...LIST, maxRejectedShare: 1 })
const LOG_HEADER = 'case,at,rev,state,group,who\n'
const LIVE = { ...LIST, arrival: { mode: 'waiting', overHours: 10 } }

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
