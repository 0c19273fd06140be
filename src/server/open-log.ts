import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Db, openDb } from '../sqlite/db.ts'
import { MIGRATIONS } from './log/migrations/all.ts'

/** The log of a data folder, made when it is not there yet. */
export function openLog(data: string): Db {
  mkdirSync(data, { recursive: true })
  return openDb(path.join(data, 'server.db'), MIGRATIONS)
}
