import Fastify, { type FastifyInstance } from 'fastify'
import type { Health } from './health.ts'
import type { Metrics } from './metrics.ts'

/** Says how the server is to whoever watches it: on a port of its own, which need not be open to anybody else. */
export function makeWatchApp(metrics: Metrics, health: Health): FastifyInstance {
  const app = Fastify({ logger: false })
  app.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', metrics.contentType)
    return metrics.text()
  })
  healthRoutes(app, health)
  return app
}

/** healthz: this process answers. readyz: consoles may be sent here. */
export function healthRoutes(app: FastifyInstance, health: Health): void {
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await health.ready()
    return reply.code(ready.ok ? 200 : 503).send(ready)
  })
}
