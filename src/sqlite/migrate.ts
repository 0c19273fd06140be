import { existsSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { DiskFault } from './fault.ts'

/** One step of a schema. Versions rise in tens and a shipped step is never edited; there is no way down. */
export type Migration = { readonly version: number; readonly sql: string }

/** Throws for a database from a newer build, before anything of it is touched. `PRAGMA user_version` holds the step. */
export function refuseNewer(raw: Database.Database, migrations: readonly Migration[], file: string): void {
  const from = Number(raw.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.version ?? 0
  if (from <= newest) return
  throw new DiskFault(
    'NewerDatabase',
    `${file} was written by a newer Tierline (schema ${from}, this build knows ${newest}); nothing was changed, install the newer version`
  )
}

/** Brings a database up to the newest step, all steps in one transaction, after setting a copy beside it. */
export function migrate(raw: Database.Database, migrations: readonly Migration[], file: string): void {
  const from = Number(raw.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.version ?? 0
  const steps = migrations.filter((step) => step.version > from)
  if (steps.length === 0) return
  if (from > 0 && file !== ':memory:') copyBeside(raw, `${file}.before-${newest}`)
  raw
    .transaction(() => {
      for (const step of steps) raw.exec(step.sql)
      raw.pragma(`user_version = ${newest}`)
    })
    .immediate()
}

function copyBeside(raw: Database.Database, target: string): void {
  if (existsSync(target)) rmSync(target)
  raw.prepare('VACUUM INTO ?').run(target)
}
