import { diffMatrix, type EntryChange, type FieldChange } from '../../../shared/escalation/diff-matrix.ts'
import { readFlags, whereOf } from '../args.ts'
import { within } from '../data-folder.ts'
import { readMatrixFile } from './matrix-file.ts'
import { versionOf } from './versions.ts'

/** What is different between two versions, or between a version and a file. */
export async function diffVersions(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data'], ['from', 'to', 'file'])
  const file = flags['file']
  await within(whereOf(flags), ({ db }) => {
    const from = versionOf(db, flags['from'], 'from')
    const to = file === undefined ? versionOf(db, flags['to'], 'to') : readMatrixFile(file)
    const { fields, entries } = diffMatrix(from, to)
    const lines = [...fields.map(fieldLine), ...entries.flatMap(entryLines)]
    if (lines.length === 0) out(`version ${from.version} and ${file ?? `version ${to.version}`} say the same`)
    for (const line of lines) out(line)
  })
}

function entryLines(entry: EntryChange): string[] {
  const name = `${entry.list} ${entry.key}`
  if (entry.kind === 'added') return [`+ ${name}`]
  if (entry.kind === 'removed') return [`- ${name}`]
  const moved = entry.moved ? ` (moved from place ${entry.from + 1} to ${entry.to + 1})` : ''
  return [`~ ${name}${moved}`, ...entry.fields.map((field) => `    ${fieldLine(field)}`)]
}

function fieldLine({ path, from, to }: FieldChange): string {
  return `${path}: ${shown(from)} -> ${shown(to)}`
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
