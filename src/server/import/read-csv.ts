import { CsvRecords } from './csv-records.ts'
import { CsvRows } from './csv-rows.ts'
import type { Csv } from './mapping.ts'
import type { Found } from './raw-row.ts'
import { type TextLine, textLines } from './text-lines.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Reads a CSV file, whatever its size, without holding more than a few lines of it. */
export async function* readCsv(bytes: AsyncIterable<Buffer>, csv: Csv): AsyncGenerator<Found> {
  const records = new CsvRecords({ delimiter: csv.delimiter, quote: csv.quote }, csv.encoding)
  const rows = new CsvRows(csv.header)
  for await (const line of textLines(bytes)) {
    if (line.number === 1 && isXml(line)) throw new UnreadableFile({ code: 'not-csv' })
    for (const record of records.push(line)) yield* rows.take(record)
  }
  for (const record of records.end()) yield* rows.take(record)
  yield* rows.end()
}

/** A header that begins like this is the wrong kind of mapping, not a column of that name. */
function isXml({ bytes }: TextLine): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '<?xml'
}
