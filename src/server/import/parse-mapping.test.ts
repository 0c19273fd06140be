import { expect, test } from 'vitest'
import { problemInEnglish } from './english.ts'
import { LIST, LOG } from './fixtures/mappings.ts'
import { parseMapping, withLines } from './parse-mapping.ts'

const YAML = `format: tierline.mapping/1
name: desk
source: { type: csv, delimiter: ';' }
kind: case-list
dates: { formats: [yyyy-MM-dd], zone: Europe/Rome }
columns:
  externalId: Id
  subject: '{Categoria}'
  openedAt: Creato
defaults:
  status: new
  queue: L1/front
  priority: normal
  category: other
  channel: web
  segment: B2C
  language: it
  resolution: solved
`

function problems(text: string): string[] {
  const parsed = parseMapping(text)
  return parsed.ok ? [] : parsed.error.map(problemInEnglish)
}

test('[IM1] a mapping is read from YAML or JSON and gets what it leaves unsaid', () => {
  const parsed = parseMapping(YAML)
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      source: { type: 'csv', delimiter: ';', quote: '"', encoding: 'utf-8', header: true },
      missing: [''],
      endDates: 'in-state',
      arrival: { mode: 'as-recorded' },
      maxRejectedShare: 0.05
    }
  })
  expect(parseMapping(JSON.stringify(LIST, null, '\t'))).toMatchObject({ ok: true })
})

test('[IM1] an unknown key is refused with its path and its line', () => {
  expect(problems(YAML.replace('  openedAt: Creato', '  openedAt: Creato\n  colour: Rosso'))).toEqual([
    'line 10: columns.colour: this key is not part of a mapping'
  ])
})

test('[IM1] all problems are named at once, a missing key by the line around it', () => {
  const text = YAML.replace('  status: new\n', '').replace('L1/front', 'front')
  expect(problems(text)).toEqual([
    'line 11: defaults.status: this is missing; one of new, open, pending',
    'line 11: defaults.queue: a queue is written tier/team, such as L1/front'
  ])
})

test('[IM1] a table says what is wrong with a meaning', () => {
  const status = { map: { Neu: 'fresh' }, otherwise: 'reject' }
  expect(problems(JSON.stringify({ ...LIST, values: { status } }))).toEqual([
    expect.stringContaining(
      'values.status.map.Neu: a status is new, open, pending, resolved, closed, leave-out or'
    )
  ])
})

test('[IM1] a table without an answer for other values is refused', () => {
  const status = { map: { open: 'new' } }
  expect(problems(JSON.stringify({ ...LIST, values: { status } }))).toEqual([
    expect.stringContaining('values.status.otherwise')
  ])
})

test.each([
  ['broken YAML', 'a: [1', 'not valid YAML: '],
  ['a key twice', 'name: a\nname: b\n', 'line 2, character 1: not valid YAML: this key stands there already'],
  ['a tab', 'a:\n\tb: 1', 'line 2, character 1: not valid YAML: indentation'],
  ['a quotation mark that is missing', 'a: "x\nb: 1', 'a quotation mark, a comma or a bracket is missing'],
  ['two colons on a line', 'a: b: c', 'a second colon'],
  ['a reserved mark', 'x: @a', 'this does not belong here'],
  ['a name of nothing', 'x: *nothing', '*name refers to nothing'],
  ['two documents', 'a: 1\n---\nb: 2', 'more than one document'],
  ['too many anchors', 'x: &a &b c', 'not valid YAML (MULTIPLE_ANCHORS)'],
  ['a text', 'just words', 'this must be a group of keys'],
  ['an empty document', '', 'format: '],
  ['another format', YAML.replace('mapping/1', 'mapping/2'), 'line 1: format: ']
])('[IM1] %s is refused', (_what, text, says) => {
  expect(problems(text).join('\n')).toContain(says)
})

test.each([
  [
    'an event log without times',
    { ...LOG, columns: { ...LOG.columns, updatedAt: undefined } },
    'columns.updatedAt'
  ],
  [
    'an event log without ids',
    { ...LOG, columns: { ...LOG.columns, externalId: { fromContent: true } } },
    'columns.externalId'
  ],
  [
    'a list without opening dates',
    { ...LIST, columns: { ...LIST.columns, openedAt: undefined } },
    'columns.openedAt'
  ],
  ['a field without its table', { ...LIST, values: {} }, 'values.status'],
  [
    'a table without its field',
    { ...LIST, columns: { ...LIST.columns, status: undefined } },
    'columns.status'
  ],
  ['no such zone', { ...LIST, dates: { ...LIST.dates, zone: 'Europe/Atlantis' } }, 'dates.zone'],
  [
    'end dates without a column',
    { ...LIST, endDates: 'always', columns: { ...LIST.columns, closedAt: undefined } },
    'endDates'
  ]
])('[IM2] %s is refused', (_what, document, path) => {
  const parsed = parseMapping(JSON.stringify(document))
  expect(parsed).toMatchObject({ ok: false, error: [{ path }] })
})

test('[IM1] each kind of wrong value has a code of its own, and says what may stand there', () => {
  const document = {
    ...LIST,
    name: 'Big Name',
    source: { type: 'tsv' },
    kind: 'table',
    missing: 'none',
    dates: { formats: [], zone: 3, timeOfDay: { openedAt: '25:00', never: '10:00' } },
    attributes: { 'Two words': 'what' },
    defaults: { ...LIST.defaults, category: 'Other!' },
    columns: { ...LIST.columns, externalId: 7 },
    arrival: { mode: 'waiting', overHours: 10_000 },
    maxRejectedShare: -1
  }
  const parsed = parseMapping(JSON.stringify(document))
  const found = parsed.ok ? [] : parsed.error.map(({ path, why }) => [path, why])
  expect(Object.fromEntries(found)).toEqual({
    name: { code: 'name-form' },
    'source.type': { code: 'wrong-value', allowed: ['csv', 'xes'] },
    kind: { code: 'wrong-value', allowed: ['event-log', 'case-list'] },
    missing: { code: 'wrong-type', wanted: 'list' },
    'dates.formats': { code: 'empty' },
    'dates.zone': { code: 'wrong-type', wanted: 'text' },
    'dates.timeOfDay.openedAt': { code: 'time-form' },
    'dates.timeOfDay.never': { code: 'unknown-key' },
    'attributes.Two words': { code: 'attribute-form' },
    'defaults.category': { code: 'category-form' },
    'columns.externalId': { code: 'id-form' },
    'arrival.overHours': { code: 'too-big', most: 8760 },
    maxRejectedShare: { code: 'too-small', least: 0 }
  })
})

test('[IM6] what the house does not have is told with its line', () => {
  const problems = [{ path: 'defaults.queue', why: { code: 'no-such-queue', queue: 'L9/x' } as const }]
  expect(withLines({ type: 'BadMapping', problems }, YAML)).toMatchObject({ problems: [{ line: 12 }] })
})
