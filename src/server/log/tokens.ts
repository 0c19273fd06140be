import type { Reader, Writer } from '../../sqlite/db.ts'

/** Who a token speaks for: a person at a console, or a program that brings cases. Kept under the token's hash. */
export type KeptToken = {
  readonly hash: string
  readonly kind: 'person' | 'integration'
  readonly holder: string
  readonly deviceId: string | null
  readonly expiresAt: number | null
}

export function findToken(db: Reader, hash: string): KeptToken | undefined {
  const row = db
    .prepare(
      'SELECT hash, kind, holder, device_id AS deviceId, expires_at AS expiresAt FROM tokens WHERE hash = ?'
    )
    .get(hash)
  return row as KeptToken | undefined
}

export function putToken(tx: Writer, token: KeptToken): void {
  tx.prepare('INSERT INTO tokens (hash, kind, holder, device_id, expires_at) VALUES (?, ?, ?, ?, ?)').run(
    token.hash,
    token.kind,
    token.holder,
    token.deviceId,
    token.expiresAt
  )
}

/** One that was dropped meanwhile stays so. */
export function renewToken(tx: Writer, hash: string, expiresAt: number): void {
  tx.prepare('UPDATE tokens SET expires_at = ? WHERE hash = ?').run(expiresAt, hash)
}

export function dropToken(tx: Writer, hash: string): void {
  tx.prepare('DELETE FROM tokens WHERE hash = ?').run(hash)
}

/** Ends every sign-in of a person, or takes an integration's key away. Says how many there were. */
export function dropTokensOf(tx: Writer, kind: KeptToken['kind'], holder: string): number {
  return tx.prepare('DELETE FROM tokens WHERE kind = ? AND holder = ?').run(kind, holder).changes
}

export function dropExpired(tx: Writer, now: number): void {
  tx.prepare('DELETE FROM tokens WHERE expires_at <= ?').run(now)
}

export function listIntegrations(db: Reader): string[] {
  const rows = db
    .prepare(`SELECT DISTINCT holder FROM tokens WHERE kind = 'integration' ORDER BY holder`)
    .all()
  return (rows as { holder: string }[]).map((row) => row.holder)
}
