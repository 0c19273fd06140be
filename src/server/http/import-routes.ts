import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Result } from '../../shared/lib/result.ts'
import type { JobRefusal } from '../jobs/import-jobs.ts'
import { listMappings } from '../jobs/mappings.ts'
import type { Site } from './app.ts'
import { administratorOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const Begin = z.object({
  name: z.string().min(1).max(200),
  mapping: z.string().min(1).max(200_000),
  acceptRejections: z.boolean().default(false)
})
/** Consoles send less at a time; a script may send a file in one go. */
const MAX_CHUNK = 64 * 1024 * 1024
const Which = z.object({ id: z.string().max(60) })

/** An import in steps: begin with the mapping, the bytes in order, end. For administrators. */
export function importRoutes(app: FastifyInstance, site: Site): void {
  const { jobs } = site
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body)
  )

  app.get('/api/imports', (request) => {
    administratorOf(request, site)
    return jobs.list()
  })
  app.get('/api/import-mappings', (request) => {
    administratorOf(request, site)
    return listMappings()
  })
  app.post('/api/imports', (request, reply) => {
    administratorOf(request, site)
    const id = done(jobs.begin(read(Begin, request.body)))
    return reply.code(201).send({ id })
  })
  app.put('/api/imports/:id/bytes', { bodyLimit: MAX_CHUNK }, async (request) => {
    administratorOf(request, site)
    if (!Buffer.isBuffer(request.body)) {
      throw new HttpProblem(415, 'BadRequest', 'the bytes of the file come as application/octet-stream')
    }
    return { received: done(await jobs.receive(read(Which, request.params).id, request.body)) }
  })
  app.post('/api/imports/:id/end', (request) => {
    administratorOf(request, site)
    done(jobs.end(read(Which, request.params).id))
    return { ok: true }
  })
  app.delete('/api/imports/:id', (request) => {
    administratorOf(request, site)
    done(jobs.cancel(read(Which, request.params).id))
    return { ok: true }
  })
}

function done<T>(answer: Result<T, JobRefusal>): T {
  if (answer.ok) return answer.value
  const { why, message } = answer.error
  throw new HttpProblem({ NotFound: 404, NotAMapping: 422, NotNow: 409 }[why], why, message)
}
