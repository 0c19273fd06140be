import { createPublicKey, verify } from 'node:crypto'
import { type GrantBody, grantText, type OfflineGrant } from '../../shared/protocol/offline-grant.ts'

/** Whose grant it must be. `key`: the one this console got at sign-in, null when it has none yet and takes the first (EN41). */
export type Expected = Pick<GrantBody, 'personId' | 'deviceId'> & { readonly key: string | null }

/** Whether a grant is the server's own word, for this person on this machine. */
export function isGenuine({ body, key, signature }: OfflineGrant, expected: Expected): boolean {
  if (expected.key !== null && key !== expected.key) return false
  if (body.personId !== expected.personId || body.deviceId !== expected.deviceId) return false
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(grantText(body)), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false // no key, or none that signs
  }
}
