import type { Command } from '../../src/shared/case/command.ts'
import type { CaseId, EscalationId } from '../../src/shared/lib/ids.ts'
import { runServer } from './launch.ts'
import { caseIdOf } from './server-log.ts'

type Server = { readonly url: string; readonly data: string }
type Answer = Readonly<Record<string, unknown>>
/** A command without the case it is for. */
type About<C> = C extends { readonly caseId: CaseId } ? Omit<C, 'caseId'> : never
/** What is done to the case; the id is that of the latest escalation on it. */
type Deed = (latest: EscalationId) => About<Command>

/**
 * What went before a story, done over HTTP by somebody of the demo: their commands, judged like clicks. Throws when one is not
 * applied.
 */
export async function actingAs({ url, data }: Server, personId: string) {
  const asked = { personId, deviceId: `before-${personId}` }
  const token = String((await send(url, '/api/sign-in/demo', asked))['token'])
  let ops = 0
  return async (subject: string, deed: Deed): Promise<void> => {
    ops += 1
    const caseId = caseIdOf(data, subject)
    const found = (await send(url, `/api/cases/${caseId}`, null, token)) as {
      readonly case: { readonly escalations: readonly { readonly id: EscalationId }[] }
    }
    const command = { ...deed(found.case.escalations.at(-1)?.id ?? ('' as EscalationId)), caseId }
    const answer = await send(url, '/api/commands', { opId: `before-${personId}-${ops}`, command }, token)
    if (answer['outcome'] !== 'applied') throw new Error(`${command.type}: ${JSON.stringify(answer)}`)
  }
}

/** How many escalations were avoided, as somebody who answers for the queue is told. */
export async function avoidedFor({ url }: Server, personId: string): Promise<unknown> {
  const asked = { personId, deviceId: `figures-${personId}` }
  const token = String((await send(url, '/api/sign-in/demo', asked))['token'])
  return (await send(url, '/api/figures/avoided-escalations', null, token))['total']
}

/** A case as a shop sends it. */
export async function openCaseByShop({ url, data }: Server, kase: unknown): Promise<void> {
  const said = runServer('integration', 'add', '--data', data, '--name', 'story-shop')
  await send(url, '/api/cases', kase, said.trim().split(' ').at(-1))
}

/** Null as a body reads. */
async function send(url: string, path: string, body: unknown, token?: string): Promise<Answer> {
  const response = await fetch(new URL(path, url), {
    headers: {
      ...(body !== null && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` })
    },
    ...(body !== null && { method: 'POST', body: JSON.stringify(body) })
  })
  const answer = (await response.json()) as Answer
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer
}
