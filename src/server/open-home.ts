import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lockFolder } from '../sqlite/lock-folder.ts'
import type { Report } from './desk.ts'
import type { Home } from './home/home.ts'
import { type OpenedHome, openPgHome } from './home/open-shared-home.ts'
import { sqliteHome } from './home/sqlite-home.ts'
import { openLog } from './open-log.ts'

/** Where a workspace lives: in the data folder, or in a database that several nodes share. */
export type Place = {
  /** This node's own folder: imports under way, what is laid out for others, and without a database the log itself. */
  readonly data: string
  readonly database?: string
  /** Where this node keeps its copy of a shared workspace; in the data folder unless told otherwise. */
  readonly cache?: string
}

/** How long a server that ends is waited for, and how often is looked. */
const ENDING_MS = 3_000
const LOOK_MS = 100

/** Opens, or makes, the home of a workspace. */
export async function openHome(place: Place, report: Report): Promise<Home> {
  return place.database === undefined
    ? openFolder(place.data)
    : openShared({ ...place, database: place.database }, report)
}

/** Why a data folder is not to be served, for who asked for it. */
export class FolderRefused extends Error {
  override readonly name = 'FolderRefused'
}

/**
 * A folder has one server, which keeps it until it ends: what time brings is done once, and who moves the workspace away can
 * tell that nobody is at work in it.
 */
async function openFolder(data: string): Promise<Home> {
  mkdirSync(data, { recursive: true })
  const letGo = await lockedSoon(data)
  if (!letGo) throw new FolderRefused(`${data} is in use by another server`)
  try {
    if (!existsSync(path.join(data, 'server.db')) && existsSync(path.join(data, 'server.db.moved')))
      throw new FolderRefused(`the workspace of ${data} was moved into a database: say which with --database`)
    const home = sqliteHome(openLog(data))
    return { ...home, close: () => home.close().finally(letGo) }
  } catch (error) {
    letGo()
    throw error
  }
}

export function openShared(
  { data, database, cache }: Place & { readonly database: string },
  report: Report
): Promise<OpenedHome> {
  return openPgHome({ url: database, cache: cache ?? path.join(data, 'replica'), report })
}

/** A server that is about to end has let go of its port before it lets go of its files. */
async function lockedSoon(data: string): Promise<(() => void) | undefined> {
  for (let tries = 0; tries < ENDING_MS / LOOK_MS; tries += 1) {
    const letGo = lockFolder(data)
    if (letGo) return letGo
    await wait(LOOK_MS)
  }
  return lockFolder(data)
}
