import { parseArgs } from 'node:util'

export const USAGE = `usage: import --file FILE --mapping FILE --data FOLDER [--database URL] [--dry-run] [--accept-rejections] [--report FILE]

  --file               the event log or case list: CSV or XES, gzipped or not
  --mapping            what its columns and values mean, YAML or JSON
  --data               the server's data folder, or any folder to read into beside a database
  --database           where the workspace is, if not in the folder
  --dry-run            read and check everything, import nothing
  --accept-rejections  import the good rows although more are bad than the mapping allows
  --report             where to write the rejected rows (CSV)`

/** What the command line asks for. */
export type Asked = {
  readonly file: string
  readonly mapping: string
  readonly data: string
  readonly database?: string
  readonly dryRun: boolean
  readonly acceptRejections: boolean
  readonly report: string | undefined
}

/** `undefined` when it cannot be understood; then USAGE says how to ask. */
export function readArgs(args: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        file: { type: 'string' },
        mapping: { type: 'string' },
        data: { type: 'string' },
        database: { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'accept-rejections': { type: 'boolean', default: false }
      }
    })
    const { file, mapping, data, database, report } = values
    if (!file || !mapping || !data) return undefined
    return {
      file,
      mapping,
      data,
      report,
      ...(database !== undefined && { database }),
      dryRun: values['dry-run'],
      acceptRejections: values['accept-rejections']
    }
  } catch {
    return undefined
  }
}
