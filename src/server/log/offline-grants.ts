import type { PersonId } from '../../shared/lib/ids.ts'
import { Person } from '../../shared/people/person.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** The rights somebody had on one installation, under the name of the grant that gave them. */
export type KeptGrant = {
  readonly grantId: string
  readonly personId: PersonId
  readonly deviceId: string
  readonly person: Person
  readonly matrixVer: number
  /** When it was last given out. */
  readonly lastAt: number
}

export function findGrant(db: Reader, grantId: string): KeptGrant | undefined {
  const row = db
    .prepare(
      `SELECT grant_id AS grantId, person_id AS personId, device_id AS deviceId, person, matrix_ver AS matrixVer,
         last_at AS lastAt FROM offline_grants WHERE grant_id = ?`
    )
    .get(grantId) as (Omit<KeptGrant, 'person'> & { person: string }) | undefined
  return row && { ...row, person: Person.parse(JSON.parse(row.person)) }
}

export function putGrant(
  tx: Writer,
  { grantId, personId, deviceId, person, matrixVer, lastAt }: KeptGrant
): void {
  tx.prepare(
    `INSERT INTO offline_grants VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (grant_id) DO UPDATE SET last_at = excluded.last_at`
  ).run(grantId, personId, deviceId, JSON.stringify(person), matrixVer, Math.round(lastAt))
}

/** Grants nobody can have made anything under any more. */
export function dropGrantsBefore(tx: Writer, at: number): void {
  tx.prepare('DELETE FROM offline_grants WHERE last_at < ?').run(Math.round(at))
}
