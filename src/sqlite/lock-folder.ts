import path from 'node:path'
import Database from 'better-sqlite3'

/**
 * Keeps a folder for this process until it lets go or ends, however it ends. Undefined: another one has it. The lock is
 * SQLite's own on a file in it, which the system takes back from the dead.
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const raw = new Database(path.join(folder, 'in-use'), { timeout: 0 })
  try {
    raw.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    raw.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return () => raw.close()
}
