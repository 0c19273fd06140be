import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Courier } from '../timers/deliver-effects.ts'

/**
 * Hands effects over as files in a folder, one JSON file each, for a mail gateway or a payment desk to pick up. The name
 * is the key, so a second delivery of the same effect is the same file; it appears under it only when it is complete.
 */
export function folderCourier(folder: string): Courier {
  return {
    deliver({ key, kind, payload }) {
      const to = path.join(folder, kind)
      mkdirSync(to, { recursive: true })
      const file = path.join(to, `${key.replaceAll(/[^\w.-]/g, '_')}.json`)
      if (existsSync(file)) return
      writeFileSync(`${file}.part`, `${JSON.stringify({ key, kind, ...(payload as object) }, null, 2)}\n`)
      renameSync(`${file}.part`, file)
    }
  }
}
