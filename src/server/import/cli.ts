import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { no, type Result } from '../../shared/lib/result.ts'
import type { ImportRefusal } from '../../shared/protocol/imports.ts'
import { type Asked, readArgs, USAGE } from './cli-args.ts'
import { refusalInEnglish } from './english.ts'
import type { ImportLog } from './import-log.ts'
import { parseMapping, withLines } from './parse-mapping.ts'
import { progressPrinter } from './progress-printer.ts'
import type { ImportRequest } from './run-context.ts'
import { type ImportOutcome, runImport } from './run-import.ts'

/** The server's log and the matrix in force, opened for one import. */
export type ImportPlace = { readonly log: ImportLog; readonly matrix: Matrix; close(): Promise<void> }

export type ImportCliDeps = {
  readonly open: (asked: Pick<Asked, 'data' | 'database'>) => ImportPlace | Promise<ImportPlace>
  readonly now: () => number
  readonly signal?: AbortSignal
}

/** Standard output and standard error, a line at a time. */
export type Out = { readonly out: (line: string) => void; readonly err: (line: string) => void }

/**
 * `import`: for people on standard error, and one JSON object as the last line of standard output. Gives the exit code:
 * 0 imported (or nothing to do), 1 refused, 2 asked the wrong way.
 */
export async function importCommand(
  args: readonly string[],
  { out, err }: Out,
  deps: ImportCliDeps
): Promise<number> {
  const asked = readArgs(args)
  if (!asked) {
    err(USAGE)
    return 2
  }
  const began = deps.now()
  const answer = await importAs(asked, err, deps)
  const seconds = Math.round((deps.now() - began) / 100) / 10
  if (answer.ok) {
    for (const line of outcomeLines(answer.value, asked)) err(line)
    const { known: skipped, ...counts } = answer.value
    out(JSON.stringify({ ...counts, skipped, dryRun: asked.dryRun, seconds }))
    return 0
  }
  err(refusalInEnglish(answer.error))
  out(JSON.stringify({ imported: 0, refused: answer.error, seconds }))
  return 1
}

async function importAs(
  asked: Asked,
  err: Out['err'],
  deps: ImportCliDeps
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const text = readMapping(asked.mapping)
  if (text === undefined)
    return no({ type: 'BadFile', problem: { code: 'no-such-file', file: asked.mapping } })
  const mapping = parseMapping(text)
  if (!mapping.ok) return no({ type: 'BadMapping', problems: mapping.error })

  const { open, now, signal } = deps
  const place = await open(asked)
  try {
    const request: ImportRequest = {
      file: asked.file,
      mapping: mapping.value,
      matrix: place.matrix,
      jobsFolder: path.join(asked.data, 'imports'),
      report: reportFile(asked),
      acceptRejections: asked.acceptRejections,
      dryRun: asked.dryRun
    }
    const answer = await runImport(request, {
      log: place.log,
      now,
      onProgress: progressPrinter(err),
      ...(signal ? { signal } : {})
    })
    // A report nobody asked for is worth keeping only when something stands in it.
    const nothingRejected = answer.ok && answer.value.rejected === 0
    if (nothingRejected && asked.report === undefined) rmSync(request.report ?? '', { force: true })
    return answer.ok ? answer : no(withLines(answer.error, text))
  } finally {
    await place.close()
  }
}

function readMapping(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function reportFile({ report, data, file }: Asked): string {
  return report ?? path.join(data, 'imports', `${path.basename(file)}.rejected.csv`)
}

function outcomeLines(
  { already, imported, known, rejected, leftOut, reasons }: ImportOutcome,
  asked: Asked
): string[] {
  if (already) return [`nothing to do: this file was imported with this mapping before (${known} cases)`]
  const lines = [asked.dryRun ? `${imported} cases would be imported` : `${imported} cases imported`]
  if (known > 0) lines.push(`${known} cases were there already and stay as they are`)
  if (leftOut > 0) lines.push(`${leftOut} rows left out, as the mapping says`)
  if (rejected > 0) {
    lines.push(`${rejected} rows rejected; each with its line and reason in ${reportFile(asked)}`)
    for (const [code, count] of Object.entries(reasons)) lines.push(`  ${code}: ${count}`)
  }
  return lines
}
