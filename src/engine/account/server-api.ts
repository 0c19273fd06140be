import { z } from 'zod'
import type { PersonId } from '../../shared/lib/ids.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import { type Absence, Person } from '../../shared/people/person.ts'
import { MayBeSetAway } from '../../shared/protocol/absences.ts'
import { NamedQueue, TellRefusal } from '../../shared/protocol/bridge.ts'
import { AvoidedEscalations } from '../../shared/protocol/figures.ts'
import { ImportJob, ImportSaid, RejectedPage } from '../../shared/protocol/imports.ts'
import { Device, type HeldDecision, HeldRow } from '../../shared/protocol/looked-after.ts'
import { type MatrixApi, matrixApi } from './matrix-api.ts'

const About = z.object({
  demo: z.boolean(),
  people: z.array(Person).optional(),
  queues: z.array(NamedQueue).default([])
})
const SignIn = z.object({ token: z.string(), person: Person, grantKey: z.string().nullable().default(null) })
const Problem = z.object({ message: z.string(), said: ImportSaid.optional().catch(undefined) })

export type ServerApi = {
  about(): Promise<Result<z.infer<typeof About>, TellRefusal>>
  signInDemo(personId: string, deviceId: string): Promise<Result<z.infer<typeof SignIn>, TellRefusal>>
  signIn(
    email: string,
    password: string,
    deviceId: string
  ): Promise<Result<z.infer<typeof SignIn>, TellRefusal>>
  signOut(token: string): Promise<void>
  imports(token: string): Promise<Result<ImportJob[], TellRefusal>>
  mappings(token: string): Promise<Result<{ name: string; title: string; text: string }[], TellRefusal>>
  rejections(
    token: string,
    id: string,
    from: number,
    limit: number
  ): Promise<Result<RejectedPage, TellRefusal>>
  beginImport(token: string, body: unknown): Promise<Result<{ id: string }, TellRefusal>>
  sendBytes(token: string, id: string, bytes: Uint8Array): Promise<Result<null, TellRefusal>>
  endImport(token: string, id: string): Promise<Result<null, TellRefusal>>
  cancelImport(token: string, id: string): Promise<Result<null, TellRefusal>>
  /** `whose` null: one's own. */
  setAway(token: string, whose: PersonId | null, away: Absence | null): Promise<Result<null, TellRefusal>>
  mayBeSetAway(token: string): Promise<Result<MayBeSetAway, TellRefusal>>
  avoided(token: string, days: number): Promise<Result<AvoidedEscalations, TellRefusal>>
  devices(token: string): Promise<Result<Device[], TellRefusal>>
  held(token: string): Promise<Result<HeldRow[], TellRefusal>>
  decideHeld(token: string, opId: string, decision: HeldDecision): Promise<Result<null, TellRefusal>>
  readonly matrices: MatrixApi
}

/** Asks the server; every answer is parsed, "no" comes back as data. */
export type Call = <T>(
  method: string,
  path: string,
  shape: z.ZodType<T>,
  body?: unknown,
  token?: string
) => Promise<Result<T, TellRefusal>>

const ANSWER_MS = 15_000

/** What is asked of the server outside the sync: getting in, and imports. Every answer is parsed; "no" comes back as data. */
export function serverApi(server: string): ServerApi {
  async function call<T>(
    method: string,
    path: string,
    shape: z.ZodType<T>,
    body?: unknown,
    token?: string
  ): Promise<Result<T, TellRefusal>> {
    const bytes = body instanceof Uint8Array
    const headers: Record<string, string> = {}
    if (token) headers['authorization'] = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json'
    let reply: Response
    try {
      const content = body === undefined ? null : bytes ? new Uint8Array(body) : JSON.stringify(body)
      reply = await fetch(new URL(path, server), {
        method,
        headers,
        body: content,
        signal: AbortSignal.timeout(ANSWER_MS)
      })
    } catch (error) {
      return no({ type: 'NotReachable', message: error instanceof Error ? error.message : String(error) })
    }
    const said: unknown = await reply.json().catch(() => null)
    if (!reply.ok) return no({ ...refusalOf(reply.status, said), ...waitOf(reply.headers) })
    const parsed = shape.safeParse(said)
    return parsed.success
      ? ok(parsed.data)
      : no({ type: 'ServerSaidNo', message: `the answer of ${path} was not understood` })
  }
  const nothing = z.unknown().transform(() => null)
  return {
    about: () => call('GET', '/api/about', About),
    signInDemo: (personId, deviceId) => call('POST', '/api/sign-in/demo', SignIn, { personId, deviceId }),
    signIn: (email, password, deviceId) =>
      call('POST', '/api/sign-in', SignIn, { email, password, deviceId }),
    signOut: async (token) => void (await call('POST', '/api/sign-out', nothing, {}, token)),
    imports: (token) => call('GET', '/api/imports', z.array(ImportJob), undefined, token),
    mappings: (token) =>
      call(
        'GET',
        '/api/import-mappings',
        z.array(z.object({ name: z.string(), title: z.string(), text: z.string() })),
        undefined,
        token
      ),
    rejections: (token, id, from, limit) =>
      call(
        'GET',
        `/api/imports/${encodeURIComponent(id)}/rejections?from=${from}&limit=${limit}`,
        RejectedPage,
        undefined,
        token
      ),
    beginImport: (token, body) => call('POST', '/api/imports', z.object({ id: z.string() }), body, token),
    sendBytes: (token, id, chunk) =>
      call('PUT', `/api/imports/${encodeURIComponent(id)}/bytes`, nothing, chunk, token),
    endImport: (token, id) => call('POST', `/api/imports/${encodeURIComponent(id)}/end`, nothing, {}, token),
    cancelImport: (token, id) =>
      call('DELETE', `/api/imports/${encodeURIComponent(id)}`, nothing, undefined, token),
    setAway(token, whose, away) {
      const path = whose === null ? '/api/me/away' : `/api/people/${encodeURIComponent(whose)}/away`
      return call('POST', path, nothing, { away }, token)
    },
    mayBeSetAway: (token) => call('GET', '/api/people/away', MayBeSetAway, undefined, token),
    avoided: (token, days) =>
      call('GET', `/api/figures/avoided-escalations?days=${days}`, AvoidedEscalations, undefined, token),
    devices: (token) => call('GET', '/api/devices', z.array(Device), undefined, token),
    held: (token) => call('GET', '/api/held', z.array(HeldRow), undefined, token),
    decideHeld: (token, opId, decision) =>
      call('POST', `/api/held/${encodeURIComponent(opId)}`, nothing, { decision }, token),
    matrices: matrixApi(call)
  }
}

/** What the server calls by a name of ours is taken at its word; the rest is told by its status. */
function refusalOf(status: number, said: unknown): TellRefusal {
  const named = TellRefusal.safeParse(
    typeof said === 'object' && said !== null && 'error' in said ? { ...said, type: said.error } : said
  )
  if (named.success) return named.data
  const parsed = Problem.safeParse(said)
  const message = parsed.success ? parsed.data.message : `the server answered ${status}`
  const more = parsed.data?.said === undefined ? { message } : { message, said: parsed.data.said }
  if (status === 401) return { type: 'WrongPassword', ...more }
  if (status === 403) return { type: 'NotAllowed', ...more }
  if (status === 404) return { type: 'NotFound', ...more }
  if (status === 429) return { type: 'TooManyTries', ...more }
  if (status === 422 || status === 400) return { type: 'NotAMapping', ...more }
  return { type: 'ServerSaidNo', ...more }
}

/** How long the server wants us to wait, if it said so. */
function waitOf(headers: Headers): Pick<TellRefusal, 'retryAfterMs'> {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}
}
