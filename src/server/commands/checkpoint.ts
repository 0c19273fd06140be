import { readFlags, whereOf } from './args.ts'
import { BadInput } from './bad-input.ts'
import { openDatabase } from './data-folder.ts'

/** Lays a copy of all tables into the database, for new nodes to begin from. The lead does it by itself now and then. */
export async function checkpointCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const { database } = whereOf(readFlags(args, [], ['database']))
  if (database === undefined) throw new BadInput('missing: --database')
  const home = await openDatabase(database)
  try {
    const { n, parts } = await home.checkpoint()
    out(`a checkpoint stands at change ${n}, in ${parts} parts`)
  } finally {
    await home.close()
  }
}
