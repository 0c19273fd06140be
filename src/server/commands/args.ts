import { parseArgs } from 'node:util'
import { BadInput } from './bad-input.ts'

type Flags = Readonly<Record<string, string | undefined>>

/** Reads `--name value` pairs; a name nobody knows, or one that is missing, is said and not guessed. */
export function readFlags(
  args: readonly string[],
  needed: readonly string[],
  optional: readonly string[] = []
): Flags {
  const names = [...needed, ...optional]
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: [...args], options })
    const missing = needed.filter((name) => !values[name])
    if (missing.length > 0) throw new BadInput(`missing: ${missing.map((name) => `--${name}`).join(', ')}`)
    return values as Flags
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(error instanceof Error ? error.message : String(error))
  }
}

export function flag(flags: Flags, name: string): string {
  return flags[name] ?? ''
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
