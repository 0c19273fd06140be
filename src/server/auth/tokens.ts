import { createHash, randomBytes } from 'node:crypto'
import type { Report } from '../desk.ts'
import type { Home } from '../home/home.ts'
import { dropExpired, dropToken, findToken, type KeptToken, putToken, renewToken } from '../log/tokens.ts'

const HOUR = 60 * 60_000
/** A sign-in that is used lasts; one that is not used for so long ends. */
const LASTS_MS = 12 * HOUR
/** Using a token costs a write only this often. */
const RENEW_AFTER_MS = HOUR / 4

/** Tokens as their holders carry them; the database knows only their hashes. */
export type Tokens = {
  issue(kind: KeptToken['kind'], holder: string, deviceId?: string): Promise<string>
  /** Whose token this is, if it is good. Using it makes it last longer, which nobody waits for. */
  use(token: string): KeptToken | undefined
  /** The same, also for one that another node gave out a moment ago. Rejects when that cannot be found out. */
  find(token: string): Promise<KeptToken | undefined>
  isGood(hash: string): boolean
  /** How long it is still good when nobody uses it, in ms; null: until it is removed. 0: it is not. */
  leftMs(hash: string): number | null
  drop(hash: string): Promise<void>
}

export function makeTokens(home: Home, now: () => number, report: Report): Tokens {
  const { db } = home
  const findGood = (hash: string): KeptToken | undefined => {
    const kept = findToken(db, hash)
    return kept && (kept.expiresAt === null || kept.expiresAt > now()) ? kept : undefined
  }
  const use = (token: string): KeptToken | undefined => {
    const kept = findGood(hashOf(token))
    const expiresAt = now() + LASTS_MS
    const isDue = kept !== undefined && kept.expiresAt !== null && expiresAt - kept.expiresAt > RENEW_AFTER_MS
    if (isDue)
      home
        .write((tx) => renewToken(tx, kept.hash, expiresAt))
        .catch((error: unknown) => report('token.unrenewed', { error }))
    return kept
  }
  return {
    async issue(kind, holder, deviceId) {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = kind === 'person' ? now() + LASTS_MS : null
      await home.write((tx) => {
        dropExpired(tx, now())
        putToken(tx, { hash: hashOf(token), kind, holder, deviceId: deviceId ?? null, expiresAt })
      })
      return token
    },
    use,
    async find(token) {
      const kept = use(token)
      if (kept) return kept
      await home.catchUp()
      return use(token)
    },
    isGood: (hash) => findGood(hash) !== undefined,
    leftMs(hash) {
      const kept = findGood(hash)
      if (!kept) return 0
      return kept.expiresAt === null ? null : kept.expiresAt - now()
    },
    drop: (hash) => home.write((tx) => dropToken(tx, hash))
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
