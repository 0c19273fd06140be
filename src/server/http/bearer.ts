import type { FastifyRequest } from 'fastify'
import { PersonId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import { findPerson } from '../log/people.ts'
import type { KeptToken } from '../log/tokens.ts'
import type { Site } from './app.ts'
import { HttpProblem } from './problem.ts'

/** Whose token came along. */
export function bearerOf(request: FastifyRequest, { tokens }: Site): KeptToken {
  const [, token] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? []
  const kept = token === undefined ? undefined : tokens.use(token)
  if (!kept) throw new HttpProblem(401, 'SignInAgain', 'this needs a token that is still good')
  return kept
}

export function administratorOf(request: FastifyRequest, site: Site): Person {
  const person = findHolder(bearerOf(request, site), site)
  if (person?.role !== 'administrator')
    throw new HttpProblem(403, 'NotAllowed', 'only an administrator may do this')
  return person
}

/** Anybody who works here; not an integration. */
export function personOf(request: FastifyRequest, site: Site): Person {
  const person = findHolder(bearerOf(request, site), site)
  if (!person) throw new HttpProblem(403, 'NotAllowed', 'this needs the token of a person')
  return person
}

function findHolder({ kind, holder }: KeptToken, { db }: Site): Person | undefined {
  return kind === 'person' ? findPerson(db, PersonId.parse(holder))?.person : undefined
}

export function integrationOf(request: FastifyRequest, site: Site): string {
  const kept = bearerOf(request, site)
  if (kept.kind !== 'integration')
    throw new HttpProblem(403, 'NotAllowed', 'this needs the token of an integration')
  return kept.holder
}
