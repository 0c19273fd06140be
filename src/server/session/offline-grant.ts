import { personScopes } from '../../shared/case/rights.ts'
import { hashOf } from '../../shared/lib/hash.ts'
import type { Person } from '../../shared/people/person.ts'
import { GRANT_MS, grantText, type OfflineGrant } from '../../shared/protocol/offline-grant.ts'
import type { Signer } from '../auth/signer.ts'

/** Which rights, on which machine: the same as long as nothing about them changes, so an op can name them in a few letters. */
export function grantIdOf(person: Person, deviceId: string, matrixVer: number): string {
  const { id, role, tier, queues } = person
  return `og-${hashOf({ id, role, tier, queues, deviceId, matrixVer }).slice(0, 32)}`
}

/** What somebody may do on a machine for the next three days without this server (3.12). */
export function grantFor(
  signer: Signer,
  person: Person,
  deviceId: string,
  matrixVer: number,
  at: number
): OfflineGrant {
  const body = {
    id: grantIdOf(person, deviceId, matrixVer),
    personId: person.id,
    deviceId,
    role: person.role,
    scopes: personScopes(person),
    matrixVer,
    issuedAt: at,
    exp: at + GRANT_MS
  }
  return { body, key: signer.key(), signature: signer.sign(grantText(body)) }
}
