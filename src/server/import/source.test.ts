import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Desk, desk } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'

const ROWS = Array.from(
  { length: 2_000 },
  (_, index) => `${index},thing ${Math.sin(index)},2026-01-05 10:00,,open`
)
const LIST_CSV = `id,what,opened,closed,state\n${ROWS.join('\n')}\n`
const XES = { ...LOG, source: { type: 'xes' } }

test('[IM14] a gzipped file is read whatever it is called', async () => {
  using at = desk()
  const answer = await at.run(at.file('cases.csv', gzipSync(LIST_CSV)), mappingOf(LIST))
  expect(answer).toMatchObject({ ok: true, value: { imported: 2_000, rejected: 0 } })
})

const cut = gzipSync(LIST_CSV)
const damaged = Buffer.from(cut)
damaged.fill(0x55, 300, 400)

test.each([
  [
    'no such file',
    () => '/there/is/no/such/file.csv',
    { code: 'no-such-file', file: '/there/is/no/such/file.csv' }
  ],
  ['a folder', (at: Desk) => at.folder, { code: 'is-folder' }],
  ['an empty file', (at: Desk) => at.file('a.csv', ''), { code: 'empty' }],
  ['an empty gzip', (at: Desk) => at.file('a.csv.gz', gzipSync('')), { code: 'empty' }],
  [
    'a header and no rows',
    (at: Desk) => at.file('a.csv', 'id,what,opened,closed,state\n'),
    { code: 'no-rows' }
  ],
  [
    'a binary file',
    (at: Desk) => at.file('a.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])),
    { code: 'binary' }
  ],
  ['UTF-16', (at: Desk) => at.file('a.csv', Buffer.from(`\uFEFF${LIST_CSV}`, 'utf16le')), { code: 'utf-16' }],
  [
    'a gzip that is cut off',
    (at: Desk) => at.file('a.gz', cut.subarray(0, cut.length - 500)),
    { code: 'broken-gzip', cut: true }
  ],
  [
    'a gzip cut in its first bytes',
    (at: Desk) => at.file('a.gz', cut.subarray(0, 5)),
    { code: 'broken-gzip', cut: true }
  ],
  [
    'XML where CSV is expected',
    (at: Desk) => at.file('a.xes', '<?xml version="1.0"?><log/>'),
    { code: 'not-csv' }
  ],
  ['a damaged gzip', (at: Desk) => at.file('a.gz', damaged), { code: 'broken-gzip', cut: false }],
  ['a header that never ends', (at: Desk) => at.file('a.csv', 'id,"what\n1,2\n'), { code: 'broken-header' }]
])('[IM13] %s is refused with the reason and leaves nothing', async (_what, file, problem) => {
  using at = desk()
  expect(await at.run(file(at), mappingOf(LIST))).toMatchObject({
    ok: false,
    error: { type: 'BadFile', problem }
  })
  expect([...at.log.all()]).toEqual([])
  expect(at.leftovers()).toEqual([])
})

test('[IM13] XML that breaks in the middle is refused with its line, and no event of it is imported', async () => {
  using at = desk()
  const event = '<event>\n<string key="case" value="1"/>\n</event>\n'
  const file = at.file('log.xes', `<log>\n<trace>\n${event.repeat(2_000)}<event></trace></log>`)
  expect(await at.run(file, mappingOf(XES))).toMatchObject({
    error: { type: 'BadFile', problem: { code: 'broken-xml', line: 6_003 } }
  })
  expect(at.leftovers()).toEqual([])
})

test.each([
  ['cut off', '<log><trace><event>', { code: 'broken-xml', line: 1 }],
  ['of another kind', '<?xml version="1.0"?>\n<html/>', { code: 'not-xes', root: 'html' }],
  ['a table', LIST_CSV, { code: 'broken-xml' }]
])('[IM13] XML that is %s is refused', async (_what, text, problem) => {
  using at = desk()
  const answer = await at.run(at.file('log.xes', text), mappingOf(XES))
  expect(answer).toMatchObject({ error: { type: 'BadFile', problem } })
})
