import type { Sums } from '../../shared/protocol/sync.ts'
import type { Writer } from '../../sqlite/db.ts'
import { hasDeferred } from '../store/facts.ts'
import { findMeta, putMeta } from '../store/meta.ts'
import { listDiffering } from '../store/sums.ts'

/** So many facts must have come before a scope is fetched again for the same reason: it is no cure for a mistake of ours. */
const PATIENCE = 1_000

/**
 * Compares what is held at `cursor` with what the server says of it, and lets go of the scopes that are not the same: hello then
 * asks for them anew (SY29). Facts kept aside count as held, but cannot be compared, so then nothing is.
 */
export function letGo(tx: Writer, theirs: Sums, cursor: number): string[] {
  if (hasDeferred(tx)) return []
  const mended = findMeta(tx, 'mended') ?? {}
  const differs = listDiffering(tx, theirs).filter(
    (scope) => cursor >= (mended[scope] ?? -PATIENCE) + PATIENCE
  )
  if (differs.length === 0) return []
  const held = findMeta(tx, 'scopes') ?? []
  putMeta(
    tx,
    'scopes',
    held.filter((scope) => !differs.includes(scope))
  )
  putMeta(tx, 'differs', differs)
  putMeta(tx, 'mended', { ...mended, ...Object.fromEntries(differs.map((scope) => [scope, cursor])) })
  return differs
}
