import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { NamedQueue } from '../../shared/protocol/bridge.ts'
import { Hello, PROTOCOL } from '../../shared/protocol/sync.ts'
import type { SignedIn, SignInRefusal } from '../auth/sign-in.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import { isDemo } from '../log/meta.ts'
import { listPeople } from '../log/people.ts'
import type { Site } from './app.ts'
import { bearerOf } from './bearer.ts'
import { HttpProblem, read } from './problem.ts'

const { deviceId } = Hello.shape
const AsDemo = z.object({ personId: PersonId, deviceId })
const WithPassword = z.object({ email: z.string().max(200), password: z.string().max(1000), deviceId })

/** Who this server is, and how one gets in. */
export function signInRoutes(app: FastifyInstance, site: Site): void {
  const { db, signIn, tokens, core, now } = site

  app.get('/api/about', () => {
    const demo = isDemo(db)
    const about = { name: 'Tierline server', demo, protocol: PROTOCOL, serverTime: now() }
    // Whoever has not signed in yet knows no matrix; the chooser of a demo names its queues all the same.
    return demo
      ? { ...about, people: listPeople(db), queues: namedQueues(findMatrix(db, newestMatrixVer(db))) }
      : about
  })

  app.post('/api/sign-in/demo', async (request) => {
    const asked = read(AsDemo, request.body)
    return letIn(await signIn.asDemo(asked.personId, asked.deviceId))
  })

  app.post('/api/sign-in', async (request) =>
    letIn(await signIn.withPassword({ ...read(WithPassword, request.body), address: request.ip }))
  )

  app.post('/api/sign-out', async (request) => {
    const { hash } = bearerOf(request, site)
    await tokens.drop(hash)
    core.signOut(hash)
    return { ok: true }
  })
}

function letIn(answer: Result<SignedIn, SignInRefusal>): SignedIn {
  if (answer.ok) return answer.value
  const refusal = answer.error
  switch (refusal.why) {
    case 'NotADemo':
      throw new HttpProblem(
        404,
        'NotADemo',
        'this is no demo workspace: sign in with an e-mail address and a password'
      )
    case 'WrongPassword':
      throw new HttpProblem(401, 'WrongPassword', 'nobody works here under this address with this password')
    case 'TooManyTries': {
      const seconds = Math.ceil(refusal.retryAfterMs / 1000)
      const message = `too many tries; the next one is possible in ${seconds} s`
      throw new HttpProblem(429, 'TooManyTries', message, { retryAfterMs: refusal.retryAfterMs })
    }
  }
}

function namedQueues(matrix: Matrix | undefined): NamedQueue[] {
  return (matrix?.tiers ?? []).flatMap((tier) =>
    tier.teams.map((team) => ({ queue: { tier: tier.id, team: team.id }, name: team.name }))
  )
}
