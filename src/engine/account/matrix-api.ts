import { z } from 'zod'
import { Finding, type RowRef } from '../../shared/escalation/finding.ts'
import { Matrix } from '../../shared/escalation/matrix.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Gives, Takes, Telling, TellRefusal } from '../../shared/protocol/bridge.ts'
import { MatrixPlan, MatrixVersion, Trial, TrialCase } from '../../shared/protocol/matrices.ts'
import type { Call } from './server-api.ts'

type Answered<T> = Promise<Result<T, TellRefusal>>
type Got<T> = NonNullable<T>

/** What is asked of the server about matrices. It lets administrators only. */
export type MatrixApi = {
  versions(token: string): Answered<MatrixVersion[]>
  version(token: string, version: number): Answered<Matrix>
  check(token: string, doc: unknown): Answered<Finding[]>
  /** Gives the new version, or the id of the plan, as text. */
  publish(token: string, asked: Telling<'matrix.publish'>): Answered<string>
  rollBack(token: string, asked: Telling<'matrix.rollBack'>): Answered<string>
  plans(token: string): Answered<MatrixPlan[]>
  cancelPlan(token: string, id: string): Answered<null>
  tryOut(token: string, doc: unknown): Answered<string>
  trial(token: string): Answered<Trial | null>
  trialCases(token: string, asked: Takes<'matrix.trialCases'>): Answered<Got<Gives<'matrix.trialCases'>>>
  cancelTrial(token: string): Answered<null>
}

const Versioned = z.object({ version: z.number().int() })
const Named = z.object({ id: z.string() })
const nothing = z.unknown().transform(() => null)
const CasesPage = z.object({ cases: z.array(TrialCase), next: z.string().nullable() })

export function matrixApi(call: Call): MatrixApi {
  const get = <T>(path: string, shape: z.ZodType<T>, token: string): Answered<T> =>
    call('GET', `/api/matrices${path}`, shape, undefined, token)
  const post = <T>(path: string, shape: z.ZodType<T>, token: string, body: unknown): Answered<T> =>
    call('POST', `/api/matrices${path}`, shape, body, token)
  const remove = (path: string, token: string): Answered<null> =>
    call('DELETE', `/api/matrices${path}`, nothing, undefined, token)
  return {
    versions: (token) => get('', z.array(MatrixVersion), token),
    version: (token, version) => get(`/${version}`, Matrix, token),
    check: (token, doc) => post('/check', z.array(Finding), token, { doc }),
    publish: (token, asked) =>
      post(
        '',
        z.union([Versioned.transform(({ version }) => String(version)), Named.transform(({ id }) => id)]),
        token,
        asked
      ),
    rollBack: (token, { version, ...asked }) =>
      post(
        `/${version}/roll-back`,
        Versioned.transform((one) => String(one.version)),
        token,
        asked
      ),
    plans: (token) => get('/plans', z.array(MatrixPlan), token),
    cancelPlan: (token, id) => remove(`/plans/${encodeURIComponent(id)}`, token),
    tryOut: (token, doc) =>
      post(
        '/trial',
        Named.transform(({ id }) => id),
        token,
        { doc }
      ),
    trial: (token) => get('/trial', Trial.nullable(), token),
    trialCases: (token, { row, after, limit }) =>
      get(`/trial/cases?${pageOf(row, after, limit)}`, CasesPage, token),
    cancelTrial: (token) => remove('/trial', token)
  }
}

function pageOf(row: RowRef | null, after: string | null, limit: number): URLSearchParams {
  return new URLSearchParams({
    limit: String(limit),
    ...(after !== null && { after }),
    ...(row && { list: row.list, id: row.id })
  })
}
