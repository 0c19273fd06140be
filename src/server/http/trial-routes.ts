import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { RowList } from '../../shared/escalation/finding.ts'
import { checkHere } from '../check-here.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import type { Site } from './app.ts'
import { administratorOf } from './bearer.ts'
import { DOC_BODY, findingsProblem } from './matrix-routes.ts'
import { HttpProblem, read } from './problem.ts'

const Doc = z.object({ doc: z.unknown() })
const Page = z
  .object({
    list: RowList.optional(),
    id: z.string().max(60).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200)
  })
  .refine(({ list, id }) => (list === undefined) === (id === undefined), 'a row has a list and an id')

/** A draft tried on the past cases of this server, one trial per administrator. */
export function trialRoutes(app: FastifyInstance, site: Site): void {
  const { db, trials } = site

  app.post('/api/matrices/trial', DOC_BODY, (request, reply) => {
    const { id: person } = administratorOf(request, site)
    // A draft with errors can be tried, as long as it is a matrix at all.
    const { matrix, findings } = checkHere(db, read(Doc, request.body).doc, site.now())
    if (!matrix) throw findingsProblem(findings)
    const inForce = findMatrix(db, newestMatrixVer(db))
    if (!inForce) throw new HttpProblem(409, 'NotNow', 'there is no matrix in force to compare with')
    return reply.code(202).send({ id: trials.begin(person, inForce, matrix) })
  })
  app.get('/api/matrices/trial', (request, reply) => {
    const { id: person } = administratorOf(request, site)
    return reply.type('application/json').send(JSON.stringify(trials.get(person)))
  })
  app.get('/api/matrices/trial/cases', (request) => {
    const { id: person } = administratorOf(request, site)
    const { list, id, after = null, limit } = read(Page, request.query)
    const row = list !== undefined && id !== undefined ? { list, id } : null
    const page = trials.cases(person, row, after, limit)
    if (!page) throw new HttpProblem(404, 'NotFound', 'no draft was tried')
    return page
  })
  app.delete('/api/matrices/trial', (request) => {
    trials.cancel(administratorOf(request, site).id)
    return { ok: true }
  })
}
