import { parseArgs } from 'node:util'
import { BadInput } from './bad-input.ts'

type Flags = Readonly<Record<string, string | undefined>>

/**
 * Reads `--name value` pairs; a name nobody knows, or one that is missing, is said and not guessed. Who needs `data` takes a
 * `database` instead.
 */
export function readFlags(
  args: readonly string[],
  needed: readonly string[],
  optional: readonly string[] = []
): Flags {
  const names = [...needed, ...optional, ...(needed.includes('data') ? ['database'] : [])].filter(unlike)
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: [...args], options })
    const isElsewhere = (values['database'] ?? process.env['DATABASE_URL'] ?? '') !== ''
    const missing = needed.filter((name) => !values[name] && !(name === 'data' && isElsewhere))
    if (missing.length > 0) throw new BadInput(`missing: ${missing.map((name) => `--${name}`).join(', ')}`)
    return values as Flags
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(error instanceof Error ? error.message : String(error))
  }
}

function unlike(name: string, at: number, names: readonly string[]): boolean {
  return names.indexOf(name) === at
}

export function flag(flags: Flags, name: string): string {
  return flags[name] ?? ''
}

/** Where a workspace is: in a data folder or in a database. A folder that is named goes before the environment. */
export type Where =
  | { readonly data: string; readonly database?: undefined }
  | { readonly data?: undefined; readonly database: string }

export function whereOf(flags: Flags): Where {
  const { data, database = data === undefined ? process.env['DATABASE_URL'] : undefined } = flags
  if (database === undefined) return { data: data ?? '' }
  if (data !== undefined) throw new BadInput('--data or --database: a workspace is in one of them')
  return { database }
}

export function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new BadInput(`--port: ${text} is no port (0 to 65535)`)
  return port
}

/** With its zone: a time without one would be another one on another machine. */
export function timeOf(name: string, text: string): number {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const time = isWhole ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time))
    throw new BadInput(`--${name}: ${text} is no time with its zone (2026-03-01T06:00+01:00)`)
  return time
}
