import type { Case } from '../../shared/case/case.ts'
import { expiryOf } from '../../shared/case/expiry.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { SYSTEM } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'
import { append } from './append.ts'

/**
 * The case after everything that the passing of time did to its requests until `at` (ms): steps nobody answered go on as their
 * row says (ES17). Whoever judges something about the case looks at it after this, so that it makes no difference whether the
 * timer has come by (ES38).
 */
export function settleTime(tx: Writer, kase: Case, { at, matrix }: { at: number; matrix: Matrix }): Case {
  let now = kase
  for (const { id, kind } of kase.escalations) {
    if (kind !== 'hierarchical') continue
    for (let event = expiryIn(now, id, at, matrix); event; event = expiryIn(now, id, at, matrix))
      now = append(tx, kase.id, now, { at, by: SYSTEM, opId: null, event }).kase
  }
  return now
}

function expiryIn(kase: Case, id: string, at: number, matrix: Matrix): ReturnType<typeof expiryOf> {
  const one = kase.escalations.find((each) => each.id === id)
  return one?.kind === 'hierarchical' ? expiryOf(kase, one, { at, matrix }) : undefined
}
