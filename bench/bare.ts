import Database from 'better-sqlite3'

/** SQLite with nothing of ours: the same settings for keeping what it is told, and tables of its own. */
export function openBare(file: string, sql: string): Database.Database {
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('wal_autocheckpoint = 1000')
  raw.pragma('cache_size = -32000')
  raw.exec(sql)
  return raw
}
