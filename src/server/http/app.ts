import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Reader } from '../../sqlite/db.ts'
import { DiskFault } from '../../sqlite/fault.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Tokens } from '../auth/tokens.ts'
import type { Core } from '../core.ts'
import { type Home, HomeBusy, HomeEnded } from '../home/home.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import type { Trials } from '../jobs/trials.ts'
import { isDemo } from '../log/meta.ts'
import type { Health } from '../watch/health.ts'
import { healthRoutes } from '../watch/watch-app.ts'
import { absenceRoutes } from './absence-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { importRoutes } from './import-routes.ts'
import { intakeRoutes } from './intake-routes.ts'
import { lookedAfterRoutes } from './looked-after-routes.ts'
import { matrixRoutes } from './matrix-routes.ts'
import { HttpProblem } from './problem.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { trialRoutes } from './trial-routes.ts'

/** What the routes work on. */
export type Site = {
  readonly home: Home
  readonly db: Reader
  readonly core: Core
  readonly tokens: Tokens
  readonly signIn: SignIn
  readonly jobs: ImportJobs
  readonly trials: Trials
  readonly health: Health
  readonly now: () => number
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const MAX_BODY = 1024 * 1024

/** Everything the server answers over plain HTTP. Each "no" is `{ error, message, where?, … }` with a status that fits. */
export function makeApp(
  site: Site,
  loggerInstance: FastifyBaseLogger,
  proxy: string | undefined
): FastifyInstance {
  const logController = new LogController({ disableRequestLogging: true })
  // Without a proxy everybody's `x-forwarded-for` is their own invention, and would be a way round the limits (SV43).
  const trustProxy = proxy ?? false
  const app = Fastify({ loggerInstance, bodyLimit: MAX_BODY, logController, trustProxy })
  app.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    // That the home does not answer is logged once, where it is noticed.
    if (problem.status >= 500 && !(error instanceof HomeBusy)) app.log.error(error, 'request failed')
    const { code, message, where, retryAfterMs, details } = problem
    if (retryAfterMs !== undefined) reply.header('retry-after', String(Math.ceil(retryAfterMs / 1000)))
    return reply.code(problem.status).send({ ...details, error: code, message, ...(where ? { where } : {}) })
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ error: 'NotFound', message: `there is no ${request.method} ${request.url.slice(0, 200)}` })
  )
  // A demo lets anybody in who can reach it, and a name that was made to point here would let any web page reach it.
  app.addHook('onRequest', async (request) => {
    if (!LOOPBACK.has(request.hostname) && isDemo(site.db))
      throw new HttpProblem(421, 'NotHere', 'a demo workspace answers to this machine only')
  })
  // Who asks may have been answered by another node a moment ago, and relies on it.
  app.addHook('onRequest', async (request) => {
    if (site.home.isShared && request.url.startsWith('/api/')) await site.home.catchUp()
  })
  healthRoutes(app, site.health)
  signInRoutes(app, site)
  intakeRoutes(app, site)
  caseRoutes(app, site)
  absenceRoutes(app, site)
  figureRoutes(app, site)
  importRoutes(app, site)
  matrixRoutes(app, site)
  trialRoutes(app, site)
  lookedAfterRoutes(app, site)
  return app
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof DiskFault)
    return new HttpProblem(503, error.name, error.message, { retryAfterMs: 2_000 })
  if (error instanceof HomeBusy || error instanceof HomeEnded)
    return new HttpProblem(503, error.name, error.message, { retryAfterMs: 2_000 })
  if (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  ) {
    return new HttpProblem(error.statusCode, 'BadRequest', error.message)
  }
  return new HttpProblem(500, 'ServerBroke', 'the server could not do this; it was logged there')
}
