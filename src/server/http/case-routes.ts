import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Case } from '../../shared/case/case.ts'
import { Command } from '../../shared/case/command.ts'
import { optionsFor } from '../../shared/case/options-for.ts'
import { caseScopes, maySee, personScopes } from '../../shared/case/rights.ts'
import { CaseId, OpId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import { LIMITS } from '../../shared/protocol/sync.ts'
import { upcast } from '../../shared/protocol/upcast.ts'
import { grantedElsewhere } from '../../tables/grants.ts'
import { makeBuckets } from '../bucket.ts'
import { findCase } from '../log/cases.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import { listPeople } from '../log/people.ts'
import type { Site } from './app.ts'
import { personOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'
import { toldHops } from './told-hops.ts'

/** A program goes on sending what it was written for: a shape of before is read as it was meant (SV84). */
const AnyShape = z
  .object({ type: z.string() })
  .loose()
  .transform((command) => upcast({ tv: 1, command })?.command)
const Asked = z.strictObject({ opId: OpId, command: AnyShape.pipe(Command) })
const Which = z.object({ id: CaseId })

/** A person's programs may ask so much at once, and so much a second from then on. */
const BURST = 100
const PER_SECOND = 20

/** A person's own programs: the same commands, judged the same way, and what the person may see of a case. */
export function caseRoutes(app: FastifyInstance, site: Site): void {
  const { db, core, now } = site
  const buckets = makeBuckets(BURST, PER_SECOND)

  /** Who asks, unless they have asked too much. */
  function asker(request: FastifyRequest): Person {
    const person = personOf(request, site)
    const retryAfterMs = buckets.take(person.id, now())
    if (retryAfterMs > 0) throw new HttpProblem(429, 'Busy', 'too many requests', { retryAfterMs })
    return person
  }

  /** A case that is not theirs to see is none at all. */
  function seen(request: FastifyRequest): { kase: Case; person: Person } {
    const person = asker(request)
    const { id } = read(Which, request.params)
    const kase = findCase(db, id)?.kase
    if (kase && maySee(personScopes(person), caseScopes(kase))) return { kase, person }
    throw new HttpProblem(404, 'NoSuchCase', `there is no case ${id}`)
  }

  app.post('/api/commands', { bodyLimit: LIMITS.message }, async (request) => {
    const person = asker(request)
    const taken = await core.command(person, read(Asked, request.body))
    if (taken.ok && taken.value.refusal?.type === 'SentAlready') {
      throw new HttpProblem(409, 'SentAlready', 'another command was sent under this opId', { where: 'opId' })
    }
    if (taken.ok) return taken.value
    const message = 'no escalation matrix has been published yet'
    throw new HttpProblem(503, taken.error.type, message, { retryAfterMs: 10_000 })
  })

  app.get('/api/cases/:id', (request) => {
    const { kase, person } = seen(request)
    const matrix = findMatrix(db, newestMatrixVer(db))
    const around = {
      people: listPeople(db),
      at: now(),
      grantedElsewhere: (...about: DropFirst<Parameters<typeof grantedElsewhere>>) =>
        grantedElsewhere(db, ...about)
    }
    return { case: kase, options: matrix ? optionsFor(kase, person, matrix, around) : [] }
  })

  app.get('/api/cases/:id/hops', (request) => toldHops(db, seen(request).kase))
}

type DropFirst<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never
