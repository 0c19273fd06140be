import { type FileHandle, open } from 'node:fs/promises'
import { toFault } from '../sqlite/fault.ts'

/** Puts bytes at their place in a file that is there. Throws DiskFault when the disk fails. */
export type WritePart = (file: string, bytes: Uint8Array, at: number) => Promise<void>

/** After so many bytes the disk is waited for, so that little is left to wait for in the end. */
const SYNC_BYTES = 16 * 1024 * 1024

type InUse = { readonly handle: Promise<FileHandle>; users: number }

/**
 * Writes beside the engine's own turn: the disk may be slow, and four parts come at once. A file is open for as long as something
 * is on its way into it; where a file may have been made anew under its name, another writer is to be taken. `syncBytes`: tests have less.
 */
export function partWriter(syncBytes = SYNC_BYTES): WritePart {
  const inUse = new Map<string, InUse>()
  let unsynced = 0

  function take(file: string): InUse {
    const one = inUse.get(file) ?? { handle: open(file, 'r+', 0o600), users: 0 }
    inUse.set(file, one)
    one.users += 1
    return one
  }
  async function letGo(file: string, one: InUse): Promise<void> {
    one.users -= 1
    if (one.users > 0) return
    inUse.delete(file)
    const handle = await one.handle.catch(() => undefined)
    await handle?.close()
  }

  return async (file, bytes, at) => {
    const one = take(file)
    try {
      const handle = await one.handle
      for (let done = 0; done < bytes.length; )
        done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten
      unsynced += bytes.length
      if (unsynced >= syncBytes) {
        unsynced = 0
        await handle.datasync()
      }
    } catch (error) {
      throw toFault(error, file)
    } finally {
      await letGo(file, one)
    }
  }
}
