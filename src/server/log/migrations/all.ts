import type { Migration } from '../../../sqlite/migrate.ts'
import { log0010 } from './0010-log.ts'

/** Every step of the server's database, oldest first. */
export const MIGRATIONS: readonly Migration[] = [log0010]
