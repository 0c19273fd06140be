import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { rejectionInEnglish } from './english.ts'
import type { Rejection } from './rejection.ts'

const HEADER = ['line', 'case', 'column', 'value', 'code', 'reason']

/** Writes every rejected row as CSV. Spreadsheets must not take a value of the file for a formula. */
export async function writeReport(file: string, rejections: Iterable<Rejection>): Promise<void> {
  await pipeline(Readable.from(reportLines(rejections)), createWriteStream(file))
}

function* reportLines(rejections: Iterable<Rejection>): Generator<string> {
  yield csvLine(HEADER)
  for (const rejection of rejections) {
    const { line, externalId, column, value, why } = rejection
    const reason = rejectionInEnglish(rejection)
    yield csvLine([String(line), harmless(externalId), harmless(column), harmless(value), why.code, reason])
  }
}

function csvLine(values: readonly string[]): string {
  return `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`
}

/** On one line, so that a line of the report is a row of the file, and nothing a spreadsheet would calculate. */
function harmless(value = ''): string {
  const flat = value.replace(/[\r\n]+/g, ' ')
  return /^[=+\-@\t]/.test(flat) ? `'${flat}` : flat
}
