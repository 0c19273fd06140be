import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { supervises } from '../../shared/people/person.ts'
import { type AvoidedEscalations, figureQuestions, figuresOf } from '../../shared/protocol/figures.ts'
import { listAvoided } from '../log/avoided.ts'
import type { Site } from './app.ts'
import { personOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const DAY = 24 * 60 * 60_000
const { days } = figureQuestions['figures.avoided'].takes.shape
const Asked = z.object({ days: z.coerce.number().pipe(days).default(30) })

/** What can be counted of the log, for who answers for queues: a supervisor is told of theirs. */
export function figureRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  app.get('/api/figures/avoided-escalations', (request): AvoidedEscalations => {
    const person = personOf(request, site)
    if (person.role === 'agent')
      throw new HttpProblem(403, 'NotAllowed', 'only supervisors and administrators may see this')
    const until = now()
    const since = until - read(Asked, request.query).days * DAY
    const all = listAvoided(db, since)
    const theirs =
      person.role === 'administrator' ? all : all.filter(({ queue }) => supervises(person, queue))
    return figuresOf(theirs, since, until)
  })
}
