import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Text } from '../../shared/case/case.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { type IntakeRefusal, NewCase } from '../intake.ts'
import type { Site } from './app.ts'
import { integrationOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

/** `messageId`: the channel's own id of the message, such as that of a mail. */
const Message = z.strictObject({ body: Text, messageId: z.string().min(1).max(500).optional() })
const Which = z.object({ id: CaseId })

/** How a channel (mail gateway, shop, telephone system) brings cases and what customers answer. */
export function intakeRoutes(app: FastifyInstance, site: Site): void {
  app.post('/api/cases', async (request, reply) => {
    integrationOf(request, site)
    const opened = await site.core.intake.open(read(NewCase, request.body))
    if (!opened.ok) throw refusalOf(opened.error)
    return reply.code(201).send(opened.value)
  })

  app.post('/api/cases/:id/messages', async (request, reply) => {
    integrationOf(request, site)
    const { id } = read(Which, request.params)
    const { body, messageId } = read(Message, request.body)
    const written = await site.core.intake.customerWrote(id, body, messageId)
    if (!written.ok) throw refusalOf(written.error)
    return reply.code(201).send({ caseId: id, ...written.value })
  })
}

function refusalOf({ why, message }: IntakeRefusal): HttpProblem {
  const status = { NoMatrix: 503, NoSuchQueue: 422, NoSuchCategory: 422, NoSuchCase: 404, CaseClosed: 409 }[
    why
  ]
  return new HttpProblem(status, why, message)
}
