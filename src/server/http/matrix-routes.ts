import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { matrixJsonSchema } from '../../matrix-text/json-schema.ts'
import { linesOfFinding } from '../../shared/escalation/english-of-finding.ts'
import type { Finding } from '../../shared/escalation/finding.ts'
import { unreachable } from '../../shared/lib/must.ts'
import { matrixTellings } from '../../shared/protocol/matrices.ts'
import { checkHere } from '../check-here.ts'
import { findMatrix, listMatrixVersions } from '../log/matrices.ts'
import { listPlans } from '../log/matrix-plans.ts'
import type { PublishRefusal } from '../publish.ts'
import type { Site } from './app.ts'
import { administratorOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const Which = z.object({ version: z.coerce.number().int().min(1) })
const WhichPlan = z.object({ id: z.string().max(60) })
const Doc = z.object({ doc: z.unknown() })
const RollBack = matrixTellings['matrix.rollBack'].pick({ base: true, reason: true })
/** A document with all its rows is more than a case with its words. */
export const DOC_BODY = { bodyLimit: 8 * 1024 * 1024 } as const

/** The versions of the matrix: read, checked, published, planned, brought back. For administrators. */
export function matrixRoutes(app: FastifyInstance, site: Site): void {
  const { db, core } = site

  // What a file must look like is no secret, and an editor asks without a token.
  app.get('/api/matrix.schema.json', (_request, reply) =>
    reply.type('application/schema+json').send(JSON.stringify(matrixJsonSchema()))
  )
  app.get('/api/matrices', (request) => {
    administratorOf(request, site)
    return listMatrixVersions(db)
  })
  app.get('/api/matrices/:version', (request) => {
    administratorOf(request, site)
    const { version } = read(Which, request.params)
    const matrix = findMatrix(db, version)
    if (!matrix) throw noVersion(version)
    return matrix
  })
  app.post('/api/matrices/check', DOC_BODY, (request) => {
    administratorOf(request, site)
    return checkHere(db, read(Doc, request.body).doc, site.now()).findings
  })
  app.post('/api/matrices', DOC_BODY, async (request, reply) => {
    const { name: author } = administratorOf(request, site)
    const { doc, base, reason, at } = read(matrixTellings['matrix.publish'], request.body)
    reply.code(201)
    if (at === null) {
      const published = await core.publishMatrix(doc, author, { base, reason })
      if (!published.ok) throw problemOf(published.error)
      return { version: published.value.version }
    }
    const planned = await core.planMatrix({ doc, base, reason, author, publishAt: at })
    if (!planned.ok) throw problemOf(planned.error)
    return { id: planned.value.id }
  })
  app.post('/api/matrices/:version/roll-back', async (request, reply) => {
    const { name: author } = administratorOf(request, site)
    const { version } = read(Which, request.params)
    const back = await core.rollBackMatrix(version, { author, ...read(RollBack, request.body) })
    if (!back.ok) throw back.error.type === 'NotFound' ? noVersion(version) : problemOf(back.error)
    return reply.code(201).send({ version: back.value.version })
  })

  app.get('/api/matrices/plans', (request) => {
    administratorOf(request, site)
    return listPlans(db).map(({ plan }) => plan)
  })
  app.delete('/api/matrices/plans/:id', async (request) => {
    administratorOf(request, site)
    const { id } = read(WhichPlan, request.params)
    const cancelled = await core.cancelPlan(id)
    if (cancelled.ok) return { ok: true }
    const { type, state } = cancelled.error
    if (type === 'NotFound') throw new HttpProblem(404, type, `there is no plan ${id}`)
    throw new HttpProblem(409, type, `plan ${id} is ${state}`)
  })
}

function noVersion(version: number): HttpProblem {
  return new HttpProblem(404, 'NotFound', `there is no version ${version} of the matrix`)
}

function problemOf(refusal: PublishRefusal | { readonly type: 'InThePast' }): HttpProblem {
  switch (refusal.type) {
    case 'MatrixFindings':
      return findingsProblem(refusal.findings)
    case 'MatrixMoved': {
      const { version } = refusal
      const message = `version ${version} came meanwhile; look at what it changed first`
      return new HttpProblem(409, refusal.type, message, { details: { version } })
    }
    case 'InThePast':
      return new HttpProblem(422, refusal.type, 'that time has passed already')
    default:
      return unreachable(refusal)
  }
}

export function findingsProblem(findings: readonly Finding[]): HttpProblem {
  const message = findings.flatMap(linesOfFinding).join('\n').slice(0, 2_000)
  return new HttpProblem(422, 'MatrixFindings', message, { details: { findings } })
}
