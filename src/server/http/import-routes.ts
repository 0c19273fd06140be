import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Result } from '../../shared/lib/result.ts'
import { MAX_REJECTED_PAGE, SHOWN_REJECTIONS } from '../../shared/protocol/imports.ts'
import { refusalInEnglish } from '../import/english.ts'
import type { JobRefusal } from '../jobs/import-jobs.ts'
import { listMappings } from '../jobs/mappings.ts'
import type { Site } from './app.ts'
import { administratorOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const Begin = z.object({
  name: z.string().min(1).max(200),
  /** An empty one is told what it lacks, like any other that is no mapping. */
  mapping: z.string().max(200_000),
  acceptRejections: z.boolean().default(false)
})
/** Consoles send less at a time; a script may send a file in one go. */
const MAX_CHUNK = 64 * 1024 * 1024
const Which = z.object({ id: z.string().max(60) })
const Page = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_REJECTED_PAGE).default(SHOWN_REJECTIONS)
})

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
  app.get('/api/imports/:id/rejections', (request, reply) => {
    administratorOf(request, site)
    const { id } = read(Which, request.params)
    const { from, limit } = read(Page, request.query)
    return answer(reply, jobs.rejections(id, limit, from), (rows) => reply.send({ rows }))
  })
  app.post('/api/imports', (request, reply) => {
    administratorOf(request, site)
    return answer(reply, jobs.begin(read(Begin, request.body)), (id) => reply.code(201).send({ id }))
  })
  app.put('/api/imports/:id/bytes', { bodyLimit: MAX_CHUNK }, async (request, reply) => {
    administratorOf(request, site)
    if (!Buffer.isBuffer(request.body)) {
      throw new HttpProblem(415, 'BadRequest', 'the bytes of the file come as application/octet-stream')
    }
    const received = await jobs.receive(read(Which, request.params).id, request.body)
    return answer(reply, received, (bytes) => reply.send({ received: bytes }))
  })
  app.post('/api/imports/:id/end', (request, reply) => {
    administratorOf(request, site)
    return answer(reply, jobs.end(read(Which, request.params).id), () => reply.send({ ok: true }))
  })
  app.delete('/api/imports/:id', (request, reply) => {
    administratorOf(request, site)
    return answer(reply, jobs.cancel(read(Which, request.params).id), () => reply.send({ ok: true }))
  })
}

/** A refusal comes in English for scripts, and as `said` for a screen that words it itself (IM51). */
function answer<T>(
  reply: FastifyReply,
  result: Result<T, JobRefusal>,
  send: (value: T) => FastifyReply
): FastifyReply {
  if (result.ok) return send(result.value)
  const said = result.error
  const [status, error, message] = refused(said)
  return reply.code(status).send({ error, message, said })
}

function refused(said: JobRefusal): [status: number, error: string, message: string] {
  switch (said.type) {
    case 'NoSuchImport':
      return [404, 'NotFound', 'there is no such import']
    case 'BadMapping':
      return [422, 'NotAMapping', refusalInEnglish(said)]
    case 'NotNow':
      return [409, 'NotNow', `the import is ${said.phase}`]
    case 'DiskFull':
    case 'DiskBroken':
      return [503, said.type, 'the server cannot write the file to its disk']
  }
}
