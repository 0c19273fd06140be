import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Reader } from '../../sqlite/db.ts'
import { type Core, createCore, nameStore } from '../core.ts'
import type { Home } from '../home/home.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { openLog } from '../open-log.ts'
import { BadInput } from './bad-input.ts'

/** What a server left on disk, opened beside it or without it: writes go through the same log. */
export type DataFolder = { readonly home: Home; readonly db: Reader; readonly core: Core }

export async function openDataFolder(data: string): Promise<DataFolder> {
  if (!existsSync(data)) throw new BadInput(`there is no folder ${data}`)
  if (!existsSync(path.join(data, 'server.db'))) {
    throw new BadInput(
      `${data} is not the data folder of a server: it has no server.db (begin one with matrix publish)`
    )
  }
  const home = sqliteHome(openLog(data))
  await nameStore(home, v7)
  return { home, db: home.db, core: createCore({ home, now: () => Date.now(), newId: v7 }) }
}

/** A workspace begins with its first matrix: a folder that is missing or empty becomes one. */
export function isNewFolder(data: string): boolean {
  return !existsSync(data) || readdirSync(data).length === 0
}

/** Opens, does, closes. */
export async function within<T>(data: string, work: (folder: DataFolder) => T | Promise<T>): Promise<T> {
  const folder = await openDataFolder(data)
  try {
    return await work(folder)
  } finally {
    await folder.home.close()
  }
}
