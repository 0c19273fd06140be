import { expect, test } from 'vitest'
import { NOW } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'
import { type ReadRow, RowReader } from './read-row.ts'

const GOOD = { id: '7', what: 'No sound', opened: '2026-01-05 10:00', closed: '', state: 'open' }

function read(values: Record<string, string>, document: unknown = LIST): ReadRow {
  return new RowReader(mappingOf(document), NOW).read({ line: 9, values: new Map(Object.entries(values)) })
}

const at = (text: string) => Date.parse(text)

test('[IM5] the words of a row get their meaning from the tables', () => {
  expect(read(GOOD)).toEqual({
    type: 'row',
    row: {
      line: 9,
      externalId: '7',
      at: at('2026-01-05T10:00Z'),
      revision: 0,
      subject: 'No sound',
      openedAt: at('2026-01-05T10:00Z'),
      status: { status: 'new' },
      attributes: {}
    }
  })
})

test('[IM5] a word no table knows rejects the row, where the table says so', () => {
  expect(read({ ...GOOD, state: 'lost' })).toEqual({
    type: 'rejected',
    rejection: {
      line: 9,
      externalId: '7',
      column: 'state',
      value: 'lost',
      why: { code: 'unknown-value', field: 'status' }
    }
  })
  const status = { ...LIST.values.status, otherwise: 'open' }
  expect(read({ ...GOOD, state: 'lost' }, { ...LIST, values: { status } })).toMatchObject({
    row: { status: { status: 'open' } }
  })
})

test('[IM5] a word such as constructor is no meaning by accident', () => {
  expect(read({ ...GOOD, state: 'constructor' })).toMatchObject({
    rejection: { why: { code: 'unknown-value' } }
  })
})

test('[IM5] a row the mapping leaves out is not rejected', () => {
  expect(read({ ...GOOD, state: 'gone' })).toEqual({ type: 'left-out' })
})

test('[IM5] marks for missing say nothing about the field', () => {
  const row = { case: 'A', at: '2026-01-05 10:00', rev: '?', state: '?', group: ' ? ', who: '' }
  expect(read(row, LOG)).toEqual({
    type: 'row',
    row: { line: 9, externalId: 'A', at: at('2026-01-05T10:00Z'), revision: 0, subject: 'A', attributes: {} }
  })
})

test.each([
  ['d/M/yyyy HH:mm', 'UTC', '29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
  ['d/M/yyyy HH:mm', 'Europe/Rome', '1/7/2016 09:00', '2016-07-01T07:00:00.000Z'],
  ['yyyy-MM-dd', 'Europe/Rome', '2026-01-26', '2026-01-26T08:00:00.000Z'],
  ['iso', 'Europe/Rome', '2025-05-12T12:00:00-05:00', '2025-05-12T17:00:00.000Z'],
  ['iso', 'Europe/Rome', '2025-05-12T12:00:00', '2025-05-12T10:00:00.000Z']
])('[IM7] a date of the form %s in %s: %s', (format, zone, text, iso) => {
  const document = { ...LIST, dates: { formats: [format], zone, timeOfDay: { openedAt: '09:00' } } }
  expect(read({ ...GOOD, opened: text }, document)).toMatchObject({ row: { openedAt: at(iso) } })
})

test('[IM7] formats are tried in order', () => {
  const document = { ...LIST, dates: { formats: ['iso', 'd/M/yyyy'], zone: 'UTC' } }
  expect(read({ ...GOOD, opened: '5/1/2026' }, document)).toMatchObject({
    row: { openedAt: at('2026-01-05') }
  })
})

test.each(['31/2/2026 10:00', '2026-13-01 10:00', '2026-02-30 10:00', 'yesterday', '1950-01-01 10:00'])(
  '[IM7] %s is no date and rejects the row',
  (opened) => {
    expect(read({ ...GOOD, opened })).toEqual({
      type: 'rejected',
      rejection: {
        line: 9,
        externalId: '7',
        column: 'opened',
        value: opened,
        why: { code: 'bad-date', formats: ['yyyy-MM-dd HH:mm'] }
      }
    })
  }
)

test.each([
  ['without an id', { id: '' }, 'missing-value', 'id'],
  ['without an opening date', { opened: '' }, 'missing-value', 'opened'],
  ['that ended nobody knows when', { state: 'done' }, 'missing-value', 'closed'],
  [
    'that ends before it begins',
    { state: 'done', closed: '2026-01-04 10:00' },
    'ends-before-start',
    'closed'
  ],
  ['from the future', { opened: '2096-01-05 10:00' }, 'in-the-future', 'opened'],
  ['that ends in the future', { state: 'done', closed: '2096-01-05 10:00' }, 'in-the-future', 'closed']
])('[IM27] a row %s is rejected', (_what, change, code, column) => {
  expect(read({ ...GOOD, ...change })).toMatchObject({
    type: 'rejected',
    rejection: { why: { code }, column }
  })
})

test('[IM27] a log row without a time is rejected, a revision must be a number', () => {
  const row = { case: 'A', at: '?', rev: '1', state: 'New', group: 'desk', who: '' }
  expect(read(row, LOG)).toMatchObject({
    rejection: { why: { code: 'missing-value', what: 'time' }, column: 'at' }
  })
  expect(read({ ...row, at: '2026-01-05 10:00', rev: 'x' }, LOG)).toMatchObject({
    rejection: { why: { code: 'bad-number' }, column: 'rev', value: 'x' }
  })
})

test('[IM11] a value that is too long rejects the row, a long subject is cut', () => {
  const document = { ...LIST, columns: { ...LIST.columns, body: '{what}' } }
  expect(read({ ...GOOD, what: 'x'.repeat(20_001) }, document)).toMatchObject({
    rejection: { why: { code: 'too-long', has: 20_001, most: 20_000, unit: 'characters' } }
  })
  const cut = read({ ...GOOD, what: 'x'.repeat(1_000) }, document)
  expect(cut).toMatchObject({ row: { subject: `${'x'.repeat(299)}…`, body: 'x'.repeat(1_000) } })
})

test('[IM22] with endDates always a date of the end is believed without a state', () => {
  const document = {
    ...LIST,
    endDates: 'always',
    columns: { ...LIST.columns, status: undefined },
    values: {}
  }
  expect(read({ ...GOOD, closed: '2026-01-06 10:00' }, document)).toMatchObject({
    row: { status: { status: 'closed' }, at: at('2026-01-06T10:00Z') }
  })
  expect(read(GOOD, document)).not.toHaveProperty('row.status')
})
