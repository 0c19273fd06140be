import { z } from 'zod'
import { canonical } from '../lib/hash.ts'
import { PersonId } from '../lib/ids.ts'
import { Role } from '../people/person.ts'

const HOUR = 60 * 60_000

/** So long a console may work without its server. */
export const GRANT_MS = 72 * HOUR
/** Connected all the time, it asks for a new one when half of that is over. */
export const RENEW_MS = GRANT_MS / 2

/**
 * What a server lets one person do on one machine while it cannot be asked. `id` stands for these very rights: it stays the
 * same while they do, and travels with every op made under them. Times in ms by the server's clock.
 */
export const GrantBody = z.object({
  id: z.string().min(1).max(120),
  personId: PersonId,
  deviceId: z.string().min(8).max(64),
  role: Role,
  scopes: z.array(z.string()),
  matrixVer: z.number().int(),
  issuedAt: z.number(),
  exp: z.number()
})
export type GrantBody = z.infer<typeof GrantBody>

/** `key`: the server's public key (SPKI, base64), to be compared with the one from sign-in. `signature`: Ed25519 over `grantText`, base64. */
export const OfflineGrant = z.object({
  body: GrantBody,
  key: z.string().min(1).max(200),
  signature: z.string().min(1).max(200)
})
export type OfflineGrant = z.infer<typeof OfflineGrant>

/** The bytes both sides sign and check. The leading word keeps a signature from meaning anything else. */
export function grantText(body: GrantBody): string {
  return `tierline.offline-grant.1\n${canonical(body)}`
}

/** Until when work without the server is allowed: what it granted, or, from a server of before there were grants, as long after the last sync. */
export function grantEnd(grant: OfflineGrant | undefined, lastSyncedAt: number | undefined): number | null {
  if (grant) return grant.body.exp
  return lastSyncedAt === undefined ? null : lastSyncedAt + GRANT_MS
}

/** What this machine knows of the time. `mark`: the latest it ever saw, stored; `mono`: ms of a clock nobody can set. */
export type Marked = { readonly mark: number; readonly mono: number }

/**
 * The time that counts for a grant: the machine's clock, but never earlier than any time seen before, and at least as much
 * later as this run has lasted. A clock that is set back gains nothing.
 */
export function timeSeen(clock: number, mono: number, from: Marked): number {
  return Math.max(clock, from.mark + Math.max(0, mono - from.mono))
}
