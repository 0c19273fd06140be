import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { must } from '../../shared/lib/must.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Home } from '../home/home.ts'
import { findSigningKey, putSigningKey } from '../log/meta.ts'

/** Signs what consoles must be able to check without asking. */
export type Signer = {
  /** The public half (SPKI, base64), which consoles keep from sign-in. */
  key(): string
  /** Ed25519, base64. */
  sign(text: string): string
}

/** Gives a server its own key, once: it stays in its database, so a restored backup signs with the one consoles know. */
export async function makeSigningKey(home: Home): Promise<void> {
  if (findSigningKey(home.db)) return
  const { privateKey } = generateKeyPairSync('ed25519')
  const made = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  await home.write((tx) => {
    if (!findSigningKey(tx)) putSigningKey(tx, made)
  })
}

/** Signs with the server's key, which is read when it is first needed. */
export function openSigner(db: Reader): Signer {
  let keys: { readonly sign: ReturnType<typeof createPrivateKey>; readonly public: string } | undefined
  const read = () => {
    if (keys) return keys
    const kept = Buffer.from(must(findSigningKey(db), 'signing key'), 'base64')
    const privateKey = createPrivateKey({ key: kept, format: 'der', type: 'pkcs8' })
    const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
    keys = { sign: privateKey, public: spki.toString('base64') }
    return keys
  }
  return {
    key: () => read().public,
    sign: (text) => sign(null, Buffer.from(text), read().sign).toString('base64')
  }
}
