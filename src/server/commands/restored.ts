import { v7 } from 'uuid'
import { putStoreId } from '../log/meta.ts'
import { readFlags, whereOf } from './args.ts'
import { within } from './data-folder.ts'

/** After a backup was laid back: a new history begins, and the consoles send again what the backup does not have. */
export async function restoredCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  await within(whereOf(readFlags(args, ['data'])), async ({ home }) => {
    const storeId = v7()
    await home.write((tx) => putStoreId(tx, storeId))
    out('a new history begins; start the server, and the consoles bring what is missing')
  })
}
