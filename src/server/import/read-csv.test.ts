import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rejectionInEnglish } from './english.ts'
import { collect } from './fixtures/collect.ts'
import type { Csv } from './mapping.ts'
import type { Found } from './raw-row.ts'
import { readCsv } from './read-csv.ts'

const CSV: Csv = { type: 'csv', delimiter: ',', quote: '"', encoding: 'utf-8', header: true }

/** Chunks of a few bytes, so that lines, quotes and letters are cut anywhere. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string | Buffer, change: Partial<Csv> = {}, size = 3): Promise<Found[]> {
  return collect(readCsv(inPieces(Buffer.from(text), size), { ...CSV, ...change }))
}

/** `3: a|b` for a row, `3! code reason` for a rejection. */
async function short(text: string | Buffer, change: Partial<Csv> = {}, size = 3): Promise<string[]> {
  return (await read(text, change, size)).flatMap((found) => {
    if (found.type === 'header') return []
    if (found.type === 'row') return [`${found.row.line}: ${[...found.row.values.values()].join('|')}`]
    return [`${found.rejection.line}! ${found.rejection.why.code} ${rejectionInEnglish(found.rejection)}`]
  })
}

test('[IM10] a row has the line it starts on, whatever stands inside its quotes', async () => {
  expect(await short('a,b\n1,"two\nlines, and ""quotes"""\n3,4\n')).toEqual([
    '2: 1|two\nlines, and "quotes"',
    '4: 3|4'
  ])
})

test('[IM10] a byte-order mark, CRLF, blank lines and a missing last line end are no part of a value', async () => {
  const found = await read('\uFEFFa,b\r\n\r\n1,2\r\n\r\n3,"x\r\ny"')
  expect(found).toEqual([
    { type: 'header', columns: ['a', 'b'] },
    { type: 'row', row: { line: 3, values: new Map(Object.entries({ a: '1', b: '2' })) } },
    { type: 'row', row: { line: 5, values: new Map(Object.entries({ a: '3', b: 'x\r\ny' })) } }
  ])
})

test('[IM10] other delimiters and quotes, none at all, and a file without a header', async () => {
  expect(await short("a;b\n1;'x;y'\n", { delimiter: ';', quote: "'" })).toEqual(['2: 1|x;y'])
  expect(await short('a\tb\n"1\t2"\n', { delimiter: '\t', quote: null })).toEqual(['2: "1|2"'])
  expect(await read('1,2\n', { header: false })).toEqual([
    { type: 'header', columns: ['1', '2'] },
    { type: 'row', row: { line: 1, values: new Map(Object.entries({ 1: '1', 2: '2' })) } }
  ])
})

test('[IM10] a quote inside a value is a character, an empty value stays empty, a mask stays a mask', async () => {
  expect(await short('a,b,c\n27" screen,,XXXX XXXX\n')).toEqual(['2: 27" screen||XXXX XXXX'])
})

test('[IM10] latin1 is read as what is called so', async () => {
  const bytes = Buffer.from('a,b\ncaff\xe8,5 \x80\n', 'latin1')
  expect(await short(bytes, { encoding: 'latin1' })).toEqual(['2: caffè|5 €'])
})

test('[IM11] a wrong number of columns costs one row', async () => {
  expect(await short('a,b\n1\n2,3,4\n5,6\n')).toEqual([
    '2! wrong-column-count 1 column instead of 2',
    '3! wrong-column-count 3 columns instead of 2',
    '4: 5|6'
  ])
})

test('[IM11] text after a closing quote costs one row', async () => {
  expect(await short('a,b\n1,"x"y\n2,3\n')).toEqual([
    "2! stray-quote after the closing quote comes 'y'",
    '3: 2|3'
  ])
})

test('[IM11] a forgotten quote does not swallow the rest of the file', async () => {
  const rest = Array.from({ length: 50 }, (_, index) => `${index},x`)
  const found = await short(`a,b\n1,"oops\n${rest.join('\n')}\n`)
  expect(found).toHaveLength(51)
  expect(found.slice(0, 2)).toEqual([
    '2! unclosed-quote a quote opened in this row is never closed',
    '3: 0|x'
  ])
})

test('[IM11] a forgotten quote that meets the next one costs its own row only', async () => {
  expect(await short('a,b\n1,"oops\n2,"fine"\n3,4\n')).toEqual([
    "2! stray-quote after the closing quote comes 'f'",
    '3: 2|fine',
    '4: 3|4'
  ])
})

test('[IM11] a forgotten quote in a file of a million lines is noticed long before its end', async () => {
  const lines = Array.from({ length: 12_000 }, (_, index) => `${index},x`).join('\n')
  const found = await short(`a,b\n1,"oops\n${lines}\n`, {}, 1 << 16)
  expect(found[0]).toBe('2! unclosed-quote a quote opened in this row is never closed')
  expect(found).toHaveLength(12_001)
})

test('[IM11] the lines of a broken row are lost with it, and the rejection says which', async () => {
  expect(await short('a,b\n1,"first\nsecond\nthird" oops\n4,5\n')).toEqual([
    "2! stray-quote after the closing quote comes ' '; lines 2 to 4 are lost with it",
    '5: 4|5'
  ])
})

test('[IM11] a last line that is cut off is told from one that is only not ended', async () => {
  expect(await short('a,b\n1,2\n3')).toEqual(['2: 1|2', '3! truncated the file ends after 1 column of 2'])
  expect(await short('a,b\n1,2\n3,"fo')).toEqual([
    '2: 1|2',
    '3! truncated the file ends inside a quoted value of this row'
  ])
  expect(await short('a,b\n1,2\n3,"fo\nba')).toEqual([
    '2: 1|2',
    '3! truncated the file ends inside a quoted value of this row; lines 3 to 4 are lost with it'
  ])
})

test('[IM11] bytes that are no text cost one row', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a,b\n1,'),
    Buffer.from([0xe8]),
    Buffer.from('\n2,\0\n3,\uFFFD\n')
  ])
  expect(await short(bytes)).toEqual([
    '2! not-text the row has bytes that are no text in this encoding',
    '3! not-text the row has bytes that are no text in this encoding',
    '4: 3|\uFFFD'
  ])
})

test('[IM11] a huge line costs one row', async () => {
  const found = await short(`a,b\n1,${'x'.repeat(9_000_000)}\n2,3\n`, {}, 1 << 16)
  expect(found).toEqual(['2! too-long the line is longer than 4194304 bytes', '3: 2|3'])
})

test('[IM11] a quoted text of a million characters over many lines costs itself', async () => {
  const huge = `${'x'.repeat(999)}\n`.repeat(1_200)
  const found = await short(`a,b\n1,"${huge}"\n2,3\n`, {}, 1 << 16)
  expect(found[0]).toMatch(/^2! unclosed-quote .*; lines 2 to \d+ are lost with it$/)
  expect(found.at(-1)).toBe('1203: 2|3')
})

test('[IM10] what is well formed reads as another parser reads it', async () => {
  const value = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', ';', '€') })
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
    )
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      const text = `${quoted.join('\r\n')}\r\n`
      const found = await read(text, { header: false }, size)
      const mine = found.flatMap((one) => (one.type === 'row' ? [[...one.row.values.values()]] : []))
      expect(mine).toEqual(parse(text, { record_delimiter: '\r\n' }))
    })
  )
})

test('[IM11] whatever the bytes, the reader ends, and gives every line to a row or to a rejection', async () => {
  const bytes = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '"\n', ',"', '1,2\n') })
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      const found = await read(`a,b\n${text}`, {}, size)
      const lines = found.flatMap((one) =>
        one.type === 'row' ? [one.row.line] : one.type === 'rejected' ? [one.rejection.line] : []
      )
      expect(lines).toEqual(lines.toSorted((a, b) => a - b))
      const written = `a,b\n${text}`
        .split('\n')
        .slice(1)
        .some((line) => line !== '')
      expect(lines.length > 0).toBe(written)
    })
  )
})
