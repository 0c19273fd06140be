import {
  type Around,
  type Checked,
  checkMatrix,
  mayPublish
} from '../../shared/escalation/check/check-matrix.ts'
import { NOTHING_AROUND } from '../../shared/escalation/check/document.ts'
import { linesOfFinding } from '../../shared/escalation/english-of-finding.ts'
import type { Finding } from '../../shared/escalation/finding.ts'
import { openLog } from '../open-log.ts'
import { aroundHere, withVersion } from '../publish.ts'
import { flag, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { isNewFolder, within } from './data-folder.ts'
import { readPeople } from './people-file.ts'
import { readYaml } from './yaml-file.ts'

/** `matrix check` says what is wrong with a matrix; `matrix publish` puts it in force, also on a running server. */
export async function matrixCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const [what, ...rest] = args
  if (what === 'check') return check(rest, out)
  if (what === 'publish') return publish(rest, out)
  throw new BadInput(
    'matrix check --file FILE [--data DIR] [--people FILE], or matrix publish --data DIR --file FILE [--author NAME]'
  )
}

async function check(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['file'], ['data', 'people'])
  const file = flag(flags, 'file')
  const candidate = readYaml(file)
  const { data, people } = flags
  const kept = data === undefined ? NOTHING_AROUND : await within(data, ({ db }) => aroundHere(db))
  const around = people === undefined ? kept : { ...kept, people: readPeople(people) }
  const { matrix, findings } = look(file, candidate, around, out)
  const count = matrix
    ? `${matrix.functional.length} functional and ${matrix.hierarchical.length} hierarchical rows`
    : ''
  out(`${file} is in order${findings.length > 0 ? ' but for that' : ''}: ${count}`)
}

async function publish(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'file'], ['author'])
  const file = flag(flags, 'file')
  const candidate = readYaml(file)
  const data = flag(flags, 'data')
  if (isNewFolder(data)) begin(data, file, candidate, out)
  await within(data, ({ core, db }) => {
    look(file, candidate, aroundHere(db), out)
    const published = core.publishMatrix(candidate, flags['author'] ?? 'command line')
    if (!published.ok) throw unpublishable(file, published.error)
    out(`version ${published.value.version} of the matrix is in force`)
  })
}

/** Only for a matrix that can be published: a bad one leaves no half-made workspace. */
function begin(data: string, file: string, candidate: unknown, out: (line: string) => void): void {
  look(file, candidate, NOTHING_AROUND, () => undefined)
  openLog(data).close()
  out(`a new workspace begins in ${data}`)
}

/** Prints what is questionable; throws when it cannot be published. */
function look(file: string, candidate: unknown, around: Around, out: (line: string) => void): Checked {
  const checked = checkMatrix(withVersion(candidate), around)
  if (!mayPublish(checked)) throw unpublishable(file, checked.findings)
  for (const line of checked.findings.flatMap(linesOfFinding)) out(line)
  return checked
}

export function unpublishable(file: string, findings: readonly Finding[]): BadInput {
  const lines = findings.flatMap(linesOfFinding).map((line) => `  ${line}`)
  return new BadInput([`${file} cannot be published:`, ...lines].join('\n'))
}
