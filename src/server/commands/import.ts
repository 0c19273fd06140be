import { must } from '../../shared/lib/must.ts'
import { importCommand } from '../import/cli.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import { BadInput } from './bad-input.ts'
import { openDataFolder } from './data-folder.ts'

/** `import`, on the log of a data folder. */
export function runImportCommand(
  args: readonly string[],
  out: (line: string) => void,
  err: (line: string) => void
): Promise<number> {
  return importCommand(
    args,
    { out, err },
    {
      now: () => Date.now(),
      open: async ({ data, database }) => {
        const { home, db, core } = await openDataFolder(database === undefined ? { data } : { database })
        const version = newestMatrixVer(db)
        if (version === 0) {
          await home.close()
          throw new BadInput('no matrix has been published yet: publish one first (matrix publish)')
        }
        return {
          log: core.importLog,
          matrix: must(findMatrix(db, version), 'matrix'),
          close: () => home.close()
        }
      }
    }
  )
}
