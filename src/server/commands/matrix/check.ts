import { NOTHING_AROUND } from '../../../shared/escalation/check/document.ts'
import { aroundHere } from '../../check-here.ts'
import { flag, readFlags } from '../args.ts'
import { within } from '../data-folder.ts'
import { readPeople } from '../people-file.ts'
import { look, readMatrixFile } from './matrix-file.ts'

/** Says what is wrong with a file; with a data folder or a list of people also among those. */
export async function checkFile(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['file'], ['data', 'people'])
  const file = flag(flags, 'file')
  const matrix = readMatrixFile(file)
  const { data, people } = flags
  const kept =
    data === undefined
      ? NOTHING_AROUND
      : await within({ data }, ({ db }) => aroundHere(db, matrix, Date.now()))
  const around = people === undefined ? kept : { ...kept, people: readPeople(people) }
  const isClean = look(file, matrix, around, out).length === 0
  const { functional, hierarchical } = matrix
  const count = `${functional.length} functional and ${hierarchical.length} hierarchical rows`
  out(`${file} is in order${isClean ? '' : ' but for that'}: ${count}`)
}
