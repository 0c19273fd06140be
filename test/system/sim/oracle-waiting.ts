import type { Place } from '../../../src/engine/place.ts'
import { findMeta } from '../../../src/engine/store/meta.ts'
import { apply } from '../../../src/shared/case/apply.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import { decide } from '../../../src/shared/case/decide.ts'
import type { Happening } from '../../../src/shared/case/event.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import type { Op } from '../../../src/shared/protocol/op.ts'
import type { Console } from '../../support/world.ts'
import { fail } from './oracle.ts'
import { canonicalText, parsedOf } from './read-before.ts'

/** What is decided by the case alone, whoever else works where meanwhile. */
const PLAIN: ReadonlySet<string> = new Set(['case.claim', 'case.note', 'case.reply', 'case.release'])

type Row = { id: string; confirmed: string | null; body: string }
type OpRow = { env: string; landed: number; happening: string }

/**
 * SY8: what is shown of a case is what the server said and, on top of it, what waits here, decided again each time the
 * server says more.
 */
export function checkWaiting(one: Console): void {
  const { db, name } = one
  // While something is fetched the old rows wait for what comes.
  if (findMeta(db, 'fetch')) return
  const place = one.isDead ? null : one.desk.place()
  const rows = db
    .prepare('SELECT id, confirmed, body FROM cases WHERE id IN (SELECT case_id FROM outbox)')
    .all() as Row[]
  for (const row of rows) {
    const waiting = db
      .prepare('SELECT env, landed, happening FROM outbox WHERE case_id = ? ORDER BY op_no')
      .all(row.id) as OpRow[]
    const said = row.confirmed === '=' ? row.body : row.confirmed
    let kase = said === null ? undefined : parsedOf<Case>(said)
    for (const { env, landed, happening } of waiting) {
      const op = JSON.parse(env) as Op
      const shown = happening ? (JSON.parse(happening) as Happening) : null
      if (place && PLAIN.has(op.command.type) && fits(kase, op, place, landed === 1) !== (shown !== null))
        fail('SY8', `${name} has not decided again what waits`, { op, landed, shown })
      if (shown) kase = apply(kase, op.caseId, shown)
    }
    if (kase && canonical(kase) !== canonicalText(row.body))
      fail('SY8', `${name} shows something else than what waits here makes`, { id: row.id, waiting })
  }
}

function fits(
  kase: Case | undefined,
  op: Op,
  { person, matrix, findPerson }: Place,
  hasLanded: boolean
): boolean {
  if (hasLanded) return false
  const known = { at: op.madeAt, matrix, findPerson, opId: op.opId, grantedElsewhere: () => 0 }
  const decided = decide(kase, op.command, person, known)
  return decided.ok && decided.value.outcome !== 'noop'
}
