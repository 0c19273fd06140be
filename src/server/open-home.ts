import path from 'node:path'
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

/** Opens, or makes, the home of a workspace. */
export async function openHome(place: Place, report: Report): Promise<Home> {
  return place.database === undefined
    ? sqliteHome(openLog(place.data))
    : openShared({ ...place, database: place.database }, report)
}

export function openShared(
  { data, database, cache }: Place & { readonly database: string },
  report: Report
): Promise<OpenedHome> {
  return openPgHome({ url: database, cache: cache ?? path.join(data, 'replica'), report })
}
