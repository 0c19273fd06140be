import type { Writer } from '../../sqlite/db.ts'
import { missingColumns, namedColumns, shownColumns } from './check-mapping.ts'
import type { Mapping } from './mapping.ts'
import { MissingColumns } from './missing-columns.ts'
import type { Found } from './raw-row.ts'
import { readCsv } from './read-csv.ts'
import { RowReader } from './read-row.ts'
import { readXes } from './read-xes.ts'
import type { Row } from './row.ts'
import { type ImportRun, pause } from './run-context.ts'
import { openSource } from './source.ts'
import { findStaged, pushRow, putStaged } from './staging/cases.ts'
import { advanceJob, type Job } from './staging/job.ts'
import { countRejections, pushRejection } from './staging/rejections.ts'
import { UnreadableFile } from './unreadable-file.ts'

const BATCH = 500

/** First phase: every row of the file is understood or rejected, and set down in the job's file, some hundreds at a time. */
export async function stageRows(run: ImportRun, job: Job): Promise<Job> {
  const source = await openSource(run.file)
  const { mapping } = run
  const reader = new RowReader(mapping, job.run)
  const columns = new Set<string>()
  let staged = job
  let seen = 0
  let batch: Found[] = []
  const flush = async () => {
    const found = batch
    batch = []
    staged = run.db.write((tx) => stageBatch(tx, found, reader, mapping, staged))
    const rejected = countRejections(run.db)
    run.onProgress?.({ phase: 'reading', done: source.readSoFar(), total: source.size, rejected })
    await pause(run)
  }

  for await (const found of mapping.source.type === 'csv'
    ? readCsv(source.bytes, mapping.source)
    : readXes(source.bytes)) {
    if (found.type === 'header') {
      checkColumns(mapping, found.columns)
      continue
    }
    if (found.type === 'row' && mapping.source.type === 'xes')
      for (const key of found.row.values.keys()) columns.add(key)
    seen += 1
    // What an earlier run of this job has set down already.
    if (seen <= job.position) continue
    batch.push(found)
    if (batch.length === BATCH) await flush()
  }
  if (seen === 0) throw new UnreadableFile({ code: 'no-rows' })
  if (mapping.source.type === 'xes') checkColumns(mapping, [...columns])
  if (batch.length > 0) await flush()
  return run.db.write((tx) => advanceJob(tx, staged, { phase: 'checking', position: 0 }))
}

function stageBatch(tx: Writer, batch: readonly Found[], reader: RowReader, mapping: Mapping, job: Job): Job {
  let leftOut = job.leftOut
  for (const found of batch) {
    if (found.type === 'rejected') pushRejection(tx, found.rejection)
    if (found.type !== 'row') continue
    const read = reader.read(found.row)
    if (read.type === 'left-out') leftOut += 1
    if (read.type === 'rejected') pushRejection(tx, read.rejection)
    if (read.type === 'row') stageRow(tx, read.row, mapping)
  }
  const rows = job.rows + batch.length
  return advanceJob(tx, job, { position: job.position + batch.length, rows, leftOut })
}

function stageRow(tx: Writer, row: Row, mapping: Mapping): void {
  if (typeof mapping.columns.externalId !== 'string') {
    const externalId = freeId(tx, row.externalId)
    pushRow(tx, putStaged(tx, externalId, row.line), { ...row, externalId })
    return
  }
  const staged = findStaged(tx, row.externalId)
  if (!staged) pushRow(tx, putStaged(tx, row.externalId, row.line), row)
  else if (mapping.kind === 'event-log') pushRow(tx, staged.no, row)
  else {
    const why = { code: 'duplicate-id', first: staged.line } as const
    pushRejection(tx, { line: row.line, why, externalId: row.externalId })
  }
}

/** Two rows that say the same are two cases: the second gets its number behind the print of what it says. */
function freeId(tx: Writer, print: string): string {
  let id = print
  for (let count = 2; findStaged(tx, id); count++) id = `${print}-${count}`
  return id
}

function checkColumns(mapping: Mapping, columns: readonly string[]): void {
  const problems = missingColumns(mapping, columns)
  if (problems.length === 0) return
  const only = columns.length === 1 ? columns[0] : undefined
  const looksLike =
    namedColumns(mapping).length > 1 ? [',', ';', '\t', '|'].find((mark) => only?.includes(mark)) : undefined
  throw new MissingColumns(problems, shownColumns(columns), looksLike)
}
