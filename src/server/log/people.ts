import { personScopes } from '../../shared/case/rights.ts'
import type { PersonId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { remembered } from './as-one.ts'
import { headSeq } from './facts.ts'
import { raisePeopleVer } from './meta.ts'
import { putPersonScopes } from './sight.ts'

/** A person, and the version of what they may see. */
export type KeptPerson = { readonly person: Person; readonly scopeVer: number }

const peopleIn = remembered(() => new Map<PersonId, KeptPerson>())

export function findPerson(db: Reader, id: PersonId): KeptPerson | undefined {
  const known = peopleIn(db)?.get(id)
  if (known) return known
  const row = db.prepare('SELECT body, scope_ver FROM people WHERE person_id = ?').get(id)
  if (!row) return undefined
  const { body, scope_ver: scopeVer } = row as { body: string; scope_ver: number }
  const kept = { person: JSON.parse(body) as Person, scopeVer }
  peopleIn(db)?.set(id, kept)
  return kept
}

export function listPeople(db: Reader): Person[] {
  const rows = db.prepare('SELECT body FROM people ORDER BY person_id').all() as { body: string }[]
  return rows.map((row) => JSON.parse(row.body) as Person)
}

/** Adds or changes a person. Says whether that changed what they may see. */
export function putPerson(tx: Writer, person: Person): boolean {
  const known = findPerson(tx, person.id)
  const before = known ? personScopes(known.person) : []
  const after = personScopes(person)
  const isSeeingMore = before.join() !== after.join()
  tx.prepare(
    `INSERT INTO people (person_id, body, scope_ver) VALUES (?, ?, 1)
     ON CONFLICT (person_id) DO UPDATE SET body = excluded.body, scope_ver = scope_ver + ?`
  ).run(person.id, JSON.stringify(person), isSeeingMore ? 1 : 0)
  peopleIn(tx)?.delete(person.id)
  putPersonScopes(tx, person.id, before, after, headSeq(tx))
  raisePeopleVer(tx)
  return isSeeingMore
}

export type Login = { readonly personId: PersonId; readonly password: string }

export function findLogin(db: Reader, email: string): Login | undefined {
  const row = db
    .prepare('SELECT person_id AS personId, password FROM people WHERE email = ? AND password IS NOT NULL')
    .get(email.toLowerCase())
  return row as Login | undefined
}

export function putLogin(tx: Writer, personId: PersonId, email: string, password: string): void {
  tx.prepare('UPDATE people SET email = ?, password = ? WHERE person_id = ?').run(
    email.toLowerCase(),
    password,
    personId
  )
}

/** Nobody signs in under this address any more; the address is free for somebody else. */
export function dropLogin(tx: Writer, personId: PersonId): void {
  tx.prepare('UPDATE people SET email = NULL, password = NULL WHERE person_id = ?').run(personId)
}
