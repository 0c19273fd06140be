import { NOTHING_AROUND } from '../../../shared/escalation/check/document.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { aroundHere } from '../../check-here.ts'
import { newestMatrixVer } from '../../log/matrices.ts'
import { openLog } from '../../open-log.ts'
import { flag, readFlags, timeOf, whereOf } from '../args.ts'
import { BadInput } from '../bad-input.ts'
import { type DataFolder, isNewFolder, within } from '../data-folder.ts'
import { numberOf, reasonOf } from './flag-values.ts'
import { look, readMatrixFile, refusalOf } from './matrix-file.ts'

type Say = (line: string) => void

/** Puts a file in force, now or at a time, also on a running server. The first one begins the workspace. */
export async function publishFile(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data', 'file'], ['author', 'reason', 'base', 'at'])
  const file = flag(flags, 'file')
  const matrix = readMatrixFile(file)
  const where = whereOf(flags)
  const how = {
    author: flags['author'] ?? 'command line',
    ...(flags['reason'] !== undefined && { reason: reasonOf(flags['reason']) }),
    ...(flags['base'] !== undefined && { base: numberOf('base', flags['base']) })
  }
  const at = flags['at'] === undefined ? null : timeOf('at', flags['at'])
  if (where.data !== undefined && isNewFolder(where.data)) begin(where.data, file, matrix, out)
  await within(where, async (folder) => {
    look(file, matrix, aroundHere(folder.db, matrix, Date.now()), out)
    if (at !== null) return plan(folder, file, { ...how, doc: matrix, publishAt: at }, out)
    const published = await folder.core.publishMatrix(matrix, how.author, how)
    if (!published.ok) throw refusalOf(file, published.error)
    out(`version ${published.value.version} of the matrix is in force`)
  })
}

async function plan(
  { core, db }: DataFolder,
  file: string,
  asked: { doc: Matrix; author: string; reason?: string; base?: number; publishAt: number },
  out: Say
): Promise<void> {
  const { reason = asked.doc.reason, base = newestMatrixVer(db) } = asked
  const planned = await core.planMatrix({ ...asked, reason, base })
  if (planned.ok) {
    const { id, publishAt } = planned.value
    out(`planned for ${new Date(publishAt).toISOString()} (${id}); a running server publishes it then`)
  } else if (planned.error.type === 'InThePast') {
    throw new BadInput('--at: that time has passed already')
  } else throw refusalOf(file, planned.error)
}

/** Only for a matrix that can be published: a bad one leaves no half-made workspace. */
function begin(data: string, file: string, matrix: Matrix, out: Say): void {
  look(file, matrix, NOTHING_AROUND, () => undefined)
  openLog(data).close()
  out(`a new workspace begins in ${data}`)
}
