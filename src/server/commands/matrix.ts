import { checkMatrix, type MatrixProblem } from '../check-matrix.ts'
import { listOpenQueues } from '../log/cases.ts'
import { findPerson } from '../log/people.ts'
import { openLog } from '../open-log.ts'
import { flag, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { isNewFolder, within } from './data-folder.ts'
import { readYaml } from './yaml-file.ts'

/** `matrix check` says what is wrong with a matrix; `matrix publish` puts it in force, also on a running server. */
export async function matrixCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const [what, ...rest] = args
  if (what === 'check') return check(rest, out)
  if (what === 'publish') return publish(rest, out)
  throw new BadInput(
    'matrix check --file FILE [--data DIR], or matrix publish --data DIR --file FILE [--author NAME]'
  )
}

async function check(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['file'], ['data'])
  const file = flag(flags, 'file')
  const candidate = withVersion(readYaml(file))
  const { data } = flags
  const checked =
    data === undefined
      ? checkMatrix(candidate, { hasPerson: () => true, openQueues: [] })
      : await within(data, ({ db }) =>
          checkMatrix(candidate, {
            hasPerson: (id) => findPerson(db, id) !== undefined,
            openQueues: listOpenQueues(db)
          })
        )
  if (!checked.ok) throw problems(file, checked.error)
  out(
    `${file} is in order: ${checked.value.functional.length} functional and ${checked.value.hierarchical.length} hierarchical rows`
  )
}

async function publish(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'file'], ['author'])
  const file = flag(flags, 'file')
  const candidate = readYaml(file)
  const data = flag(flags, 'data')
  if (isNewFolder(data)) begin(data, file, candidate, out)
  await within(data, ({ core }) => {
    const published = core.publishMatrix(candidate, flags['author'] ?? 'command line')
    if (!published.ok) throw problems(file, published.error)
    out(`version ${published.value.version} of the matrix is in force`)
  })
}

/** Only for a matrix that can be published: a bad one leaves no half-made workspace. */
function begin(data: string, file: string, candidate: unknown, out: (line: string) => void): void {
  const checked = checkMatrix(withVersion(candidate), { hasPerson: () => true, openQueues: [] })
  if (!checked.ok) throw problems(file, checked.error)
  openLog(data).close()
  out(`a new workspace begins in ${data}`)
}

/** Publishing gives the version, so a file need not carry one. */
function withVersion(candidate: unknown): unknown {
  return typeof candidate === 'object' && candidate !== null ? { version: 1, ...candidate } : candidate
}

export function problems(file: string, found: readonly MatrixProblem[]): BadInput {
  const lines = found.map(({ path, problem }) => `  ${path}: ${problem}`)
  return new BadInput([`${file} cannot be published:`, ...lines].join('\n'))
}
