import type { Reader, Writer } from '../../sqlite/db.ts'
import { remembered } from './as-one.ts'

const rememberedIn = remembered(() => new Map<string, string | undefined>())

function findMeta(db: Reader, name: string): string | undefined {
  const known = rememberedIn(db)
  if (known?.has(name)) return known.get(name)
  const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name) as { value: string } | undefined
  known?.set(name, row?.value)
  return row?.value
}

function putMeta(tx: Writer, name: string, value: string): void {
  tx.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value'
  ).run(name, value)
  rememberedIn(tx)?.set(name, value)
}

/** The name of this history. Empty before the first start. */
export function findStoreId(db: Reader): string {
  return findMeta(db, 'store_id') ?? ''
}

/** A new history begins: at the first start, and after a backup was laid back (consoles then send what it has lost). */
export function putStoreId(tx: Writer, storeId: string): void {
  putMeta(tx, 'store_id', storeId)
}

/** The private half of the key that offline grants are signed with (PKCS 8, base64). */
export function findSigningKey(db: Reader): string | undefined {
  return findMeta(db, 'signing_key')
}

export function putSigningKey(tx: Writer, key: string): void {
  putMeta(tx, 'signing_key', key)
}

export function getPeopleVer(db: Reader): number {
  return Number(findMeta(db, 'people_ver') ?? 0)
}

export function raisePeopleVer(tx: Writer): void {
  putMeta(tx, 'people_ver', String(getPeopleVer(tx) + 1))
}

/** A workspace to try things in: anybody may sign in as anybody. Decided once, when it is made. */
export function isDemo(db: Reader): boolean {
  return findMeta(db, 'demo') === 'yes'
}

export function markDemo(tx: Writer): void {
  putMeta(tx, 'demo', 'yes')
}

/** Which steps of setting up the demo are done. */
export function findSeeded(db: Reader, part: string): boolean {
  return findMeta(db, `seeded:${part}`) === 'yes'
}

export function markSeeded(tx: Writer, part: string): void {
  putMeta(tx, `seeded:${part}`, 'yes')
}

/** Whether something that is done once has been done. */
export function findMark(db: Reader, name: string): boolean {
  return findMeta(db, `done:${name}`) === 'yes'
}

export function putMark(tx: Writer, name: string): void {
  putMeta(tx, `done:${name}`, 'yes')
}

/** Something that is different each time: who writes it has written to the disk. */
export function putProbe(tx: Writer, at: number): void {
  putMeta(tx, 'probed_at', String(at))
}
