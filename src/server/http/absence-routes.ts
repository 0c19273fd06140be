import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PersonId } from '../../shared/lib/ids.ts'
import { Absence, isSpan, maySetAway, NO_SPAN } from '../../shared/people/person.ts'
import type { MayBeSetAway } from '../../shared/protocol/absences.ts'
import type { AbsenceRefusal } from '../absence.ts'
import { listPeople } from '../log/people.ts'
import type { Site } from './app.ts'
import { personOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const Which = z.object({ id: PersonId })

/** Who is away from when until when: told by themself, by who answers for a queue of theirs, or by an administrator. */
export function absenceRoutes(app: FastifyInstance, site: Site): void {
  const { core, db, now } = site
  /** Without a `from` it begins now. */
  const Asked = z.strictObject({
    away: z
      .object({ from: z.number().default(now), until: z.number() })
      .refine(isSpan, NO_SPAN)
      .pipe(Absence)
      .nullable()
  })

  async function set(request: FastifyRequest, of: (me: PersonId) => PersonId) {
    const by = personOf(request, site)
    const done = await core.setAway(by, of(by.id), read(Asked, request.body).away)
    if (!done.ok) throw problemOf(done.error)
    const { id, away = null } = done.value
    return { id, away }
  }

  /** Of whom else this person may say it. */
  app.get('/api/people/away', (request): MayBeSetAway => {
    const by = personOf(request, site)
    const others = listPeople(db).filter((one) => one.id !== by.id && maySetAway(by, one))
    return { people: others.map(({ id }) => id) }
  })
  app.post('/api/me/away', (request) => set(request, (me) => me))
  app.post('/api/people/:id/away', (request) => set(request, () => read(Which, request.params).id))
}

function problemOf({ type }: AbsenceRefusal): HttpProblem {
  switch (type) {
    case 'NotFound':
      return new HttpProblem(404, type, 'nobody of this name works here')
    case 'NotAllowed':
      return new HttpProblem(
        403,
        type,
        'only who answers for a queue of theirs, or an administrator, may do this'
      )
    case 'InThePast':
      return new HttpProblem(422, type, 'that time has passed already', { where: 'away.until' })
  }
}
