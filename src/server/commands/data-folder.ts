import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Reader } from '../../sqlite/db.ts'
import { type Core, createCore, nameStore } from '../core.ts'
import type { Home } from '../home/home.ts'
import { CacheInUse, type OpenedHome, openPgHome } from '../home/open-shared-home.ts'
import { NewerSchema } from '../home/replica.ts'
import { LogAway, LogRefused } from '../home/shared-log.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { FolderRefused } from '../open-home.ts'
import { openLog } from '../open-log.ts'
import type { Where } from './args.ts'
import { BadInput } from './bad-input.ts'

/** A workspace, opened beside its servers or without them: writes go through the same log. */
export type DataFolder = { readonly home: Home; readonly db: Reader; readonly core: Core }

export async function openDataFolder(where: Where): Promise<DataFolder> {
  const home = where.database === undefined ? openFolder(where.data) : await openDatabase(where.database)
  await nameStore(home, v7)
  return { home, db: home.db, core: createCore({ home, now: () => Date.now(), newId: v7 }) }
}

function openFolder(data: string): Home {
  if (!existsSync(data)) throw new BadInput(`there is no folder ${data}`)
  if (!existsSync(path.join(data, 'server.db'))) {
    throw new BadInput(
      `${data} is not the data folder of a server: it has no server.db (begin one with matrix publish)`
    )
  }
  return sqliteHome(openLog(data))
}

/** With a copy for the moment: what a server beside us keeps is its own. */
export async function openDatabase(url: string): Promise<OpenedHome> {
  const cache = mkdtempSync(path.join(tmpdir(), 'tierline-command-'))
  const forget = (): void => rmSync(cache, { recursive: true, force: true })
  try {
    const home = await openPgHome({ url, cache, report: () => undefined, isGuest: true })
    return { ...home, close: () => home.close().finally(forget) }
  } catch (error) {
    forget()
    throw databaseProblem(error)
  }
}

/** Why a database cannot be used, in words; anything else as it is. */
export function databaseProblem(error: unknown): unknown {
  if (error instanceof LogAway) return new BadInput(`--database: it does not answer (${error.message})`)
  if (error instanceof LogRefused) return new BadInput(`--database: ${error.message}`)
  const isOurs = error instanceof CacheInUse || error instanceof FolderRefused || error instanceof NewerSchema
  if (isOurs) return new BadInput(error.message)
  return error
}

/** A workspace begins with its first matrix: a folder that is missing or empty becomes one. */
export function isNewFolder(data: string): boolean {
  return !existsSync(data) || readdirSync(data).length === 0
}

/** Opens, does, closes. */
export async function within<T>(where: Where, work: (folder: DataFolder) => T | Promise<T>): Promise<T> {
  const folder = await openDataFolder(where)
  try {
    return await work(folder)
  } finally {
    await folder.home.close()
  }
}
