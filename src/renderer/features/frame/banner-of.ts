import type { EngineState } from '../../../shared/protocol/bridge.ts'
import type { Connection } from '../../../shared/protocol/views.ts'

export type ProblemName = NonNullable<Connection['problem']>['name']

/** The one thing that has to be said about the place, the gravest first. */
export type BannerNews =
  | { readonly kind: 'engine' }
  | { readonly kind: 'problem'; readonly name: ProblemName }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | { readonly kind: 'crowded'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly waiting: number }

/** `away`: the server has not been reached for a moment, so it is no hiccup. */
export function bannerOf(
  engine: EngineState,
  connection: Connection | undefined,
  away: boolean
): BannerNews | null {
  if (engine !== 'up') return { kind: 'engine' }
  if (!connection) return null
  const { problem, loading, waiting, crowded, state } = connection
  if (problem) return { kind: 'problem', name: problem.name }
  if (state === 'refused') return { kind: 'problem', name: 'ServerRefused' }
  if (connection.lapsed) return { kind: 'lapsed' }
  if (crowded) return { kind: 'crowded', waiting }
  if (state !== 'online' && away) return { kind: 'offline', waiting }
  return loading ? { kind: 'loading', ...loading } : null
}
