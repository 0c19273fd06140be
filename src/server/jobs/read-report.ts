import { readFileSync } from 'node:fs'
import type { ImportJob } from '../../shared/protocol/views.ts'

/** The first rejected rows of an import's report, for the screen; the file itself holds them all. */
export function readReport(file: string, limit: number): ImportJob['rejections'] {
  const lines = linesOf(file).slice(1, limit + 1)
  return lines.map((line) => {
    const [at = '0', kase = '', column = '', value = '', code = '', reason = ''] = cellsOf(line)
    // Where no single value is to blame, the number of the case says most.
    return { line: Number(at), column, value: value || kase, code, reason }
  })
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\r\n').filter(Boolean)
  } catch {
    return [] // an import that found nothing to reject wrote no report
  }
}

/** A line of a report of ours: commas, quotes doubled inside quotes. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
