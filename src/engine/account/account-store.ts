import { z } from 'zod'
import { Person } from '../../shared/people/person.ts'
import { Settings } from '../../shared/protocol/bridge.ts'
import type { Db, Reader, Writer } from '../../sqlite/db.ts'

export type SignedIn = {
  readonly server: string
  readonly demo: boolean
  readonly person: Person
  readonly token: string
  /** The key the server signs offline grants with; null when sign-in was before it had one. */
  readonly grantKey: string | null
}

const DEFAULTS: Settings = { language: null, theme: 'system', density: 'comfortable', layout: {} }

export function getSettings(db: Reader): Settings {
  const rows = db.prepare('SELECT key, value FROM settings').all() as { key: string; value: string }[]
  let settings = DEFAULTS
  // One by one: a value that a newer build left behind does not take the others with it.
  for (const { key, value } of rows) {
    const parsed = Settings.safeParse({ ...settings, [key]: JSON.parse(value) })
    if (parsed.success) settings = parsed.data
  }
  return settings
}

export function putSettings(db: Db, some: Partial<Settings>): void {
  db.write((tx) => {
    for (const [key, value] of Object.entries(some)) {
      if (value === undefined) continue
      const next = key === 'layout' ? { ...getSettings(tx).layout, ...(value as Settings['layout']) } : value
      tx.prepare(
        'INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
      ).run(key, JSON.stringify(next))
    }
  })
}

export function findSignedIn(db: Reader): SignedIn | undefined {
  const row = db.prepare('SELECT server, demo, person, token, grant_key FROM session').get() as
    | { server: string; demo: number; person: string; token: string; grant_key: string | null }
    | undefined
  if (!row) return undefined
  return {
    server: row.server,
    demo: row.demo === 1,
    person: Person.parse(JSON.parse(row.person)),
    token: row.token,
    grantKey: row.grant_key
  }
}

export function putSignedIn(tx: Writer, { server, demo, person, token, grantKey }: SignedIn): void {
  tx.prepare(
    'INSERT OR REPLACE INTO session (only, server, demo, person, token, grant_key) VALUES (1, ?, ?, ?, ?, ?)'
  ).run(server, demo ? 1 : 0, JSON.stringify(person), token, grantKey)
}

export function dropSignedIn(tx: Writer): void {
  tx.prepare('DELETE FROM session').run()
}

/** The name this installation goes by for an account; made once. */
export function deviceFor(db: Db, account: string, newId: () => string): string {
  const found = db.prepare('SELECT device_id FROM devices WHERE account = ?').get(account)
  if (found) return z.object({ device_id: z.string() }).parse(found).device_id
  const made = newId()
  db.write((tx) => putDevice(tx, account, made))
  return made
}

export function putDevice(tx: Writer, account: string, deviceId: string): void {
  tx.prepare('INSERT OR REPLACE INTO devices VALUES (?, ?)').run(account, deviceId)
}
