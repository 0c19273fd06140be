import { existsSync, writeFileSync } from 'node:fs'
import { writeMatrixText } from '../../../matrix-text/write-matrix-text.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { Reader } from '../../../sqlite/db.ts'
import { findMatrix, listMatrixVersions, newestMatrixVer } from '../../log/matrices.ts'
import { flag, readFlags, whereOf } from '../args.ts'
import { BadInput } from '../bad-input.ts'
import { within } from '../data-folder.ts'
import { numberOf, reasonOf } from './flag-values.ts'
import { refusalOf } from './matrix-file.ts'

type Say = (line: string) => void

/** Every version: when, by whom, why. */
export async function listVersions(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data'])
  await within(whereOf(flags), ({ db }) => {
    for (const { version, publishedAt, author, reason, from } of listMatrixVersions(db)) {
      const back = from === null ? '' : ` (version ${from} again)`
      out(`${version}${back}\t${new Date(publishedAt).toISOString()}\t${author}\t${reason}`)
    }
  })
}

/** A version as YAML. */
export async function showVersion(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data'], ['version'])
  await within(whereOf(flags), ({ db }) => {
    out(writeMatrixText(versionOf(db, flags['version']), 'yaml').trimEnd())
  })
}

/** A version as a file: JSON when its name ends so, else YAML. */
export async function exportVersion(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data', 'file'], ['version'])
  const file = flag(flags, 'file')
  if (existsSync(file)) throw new BadInput(`${file} is there already`)
  await within(whereOf(flags), ({ db }) => {
    const matrix = versionOf(db, flags['version'])
    writeFileSync(file, writeMatrixText(matrix, file.endsWith('.json') ? 'json' : 'yaml'))
    out(`version ${matrix.version} is in ${file}`)
  })
}

/** An old version again, as a new one. */
export async function rollBackTo(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data', 'version', 'reason'], ['author', 'base'])
  const version = numberOf('version', flag(flags, 'version'))
  const by = {
    author: flags['author'] ?? 'command line',
    reason: reasonOf(flag(flags, 'reason')),
    ...(flags['base'] !== undefined && { base: numberOf('base', flags['base']) })
  }
  await within(whereOf(flags), async ({ core }) => {
    const back = await core.rollBackMatrix(version, by)
    if (back.ok) out(`version ${back.value.version} of the matrix is in force: version ${version} again`)
    else if (back.error.type === 'NotFound') throw noVersion(version)
    else throw refusalOf(`version ${version}`, back.error)
  })
}

/** The one that is asked for, or the one in force. */
export function versionOf(db: Reader, text: string | undefined, flag = 'version'): Matrix {
  const version = text === undefined ? newestMatrixVer(db) : numberOf(flag, text)
  const matrix = findMatrix(db, version)
  if (!matrix) throw noVersion(version)
  return matrix
}

function noVersion(version: number): BadInput {
  return new BadInput(
    version === 0 ? 'no matrix has been published yet' : `there is no version ${version} of the matrix`
  )
}
