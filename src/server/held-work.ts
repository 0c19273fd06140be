import { Command } from '../shared/case/command.ts'
import type { Refusal } from '../shared/case/refusal.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { type Person, supervises } from '../shared/people/person.ts'
import type { HeldRow } from '../shared/protocol/looked-after.ts'
import type { Reader, Writer } from '../sqlite/db.ts'
import type { Desk } from './desk.ts'
import { carryOut } from './judge.ts'
import { findCase } from './log/cases.ts'
import { releaseEffect } from './log/effects.ts'
import { findHeld, type HeldWork, listHeld, settleHeld } from './log/held-work.ts'
import { findGrant } from './log/offline-grants.ts'
import { noteSent } from './timers/deliver-effects.ts'

const AT_MOST = 500

/** What this person may decide about: the queues they answer for; administrators see to all of it. */
export function listHeldFor(db: Reader, person: Person): HeldRow[] {
  return listHeld(db, AT_MOST).flatMap((held) => {
    const kase = findCase(db, held.caseId)?.kase
    if (!mayDecide(db, person, held)) return []
    const { opId, kind, caseId, personId, at } = held
    // Our own row: the command was parsed before it came in.
    const command = held.command === null ? null : (JSON.parse(held.command) as Command)
    return [{ opId, kind, caseId, ref: kase?.ref ?? '', subject: kase?.subject ?? '', personId, command, at }]
  })
}

function mayDecide(db: Reader, person: Person, { caseId, personId }: HeldWork): boolean {
  // Nobody lets their own work through.
  if (person.id === personId) return false
  const kase = findCase(db, caseId)?.kase
  return person.role === 'administrator' || (kase !== undefined && supervises(person, kase.queue))
}

export type HeldRefusal =
  | { readonly type: 'NotFound' | 'NotAllowed' | 'NotNow' }
  | { readonly type: 'Refused'; readonly refusal: Refusal }

/**
 * let: an op happens as its author with the rights they had, judged on the case as it is now; an effect is carried out.
 * drop: an op never happens (its author was told and has their words); an effect was carried out before the restore.
 */
export async function decideHeld(
  desk: Desk,
  person: Person,
  opId: string,
  decision: 'let' | 'drop'
): Promise<Result<null, HeldRefusal>> {
  const at = desk.now()
  const decided = await desk.home.write((tx): Result<null, HeldRefusal> => {
    const held = findHeld(tx, opId)
    if (!held) return no({ type: 'NotFound' })
    if (!mayDecide(tx, person, held)) return no({ type: 'NotAllowed' })
    if (held.state !== 'waiting') return no({ type: 'NotNow' })
    const done =
      held.kind === 'op' ? settleOp(desk, tx, held, decision, at) : settleEffect(tx, held, decision, at)
    if (done.ok) settleHeld(tx, opId, decision === 'let' ? 'let' : 'dropped', person.id, at)
    return done
  })
  if (decided.ok) desk.dirty()
  return decided
}

function settleOp(
  desk: Desk,
  tx: Writer,
  held: HeldWork,
  decision: 'let' | 'drop',
  at: number
): Result<null, HeldRefusal> {
  if (decision === 'drop') return ok(null)
  const then = held.grantId === null ? undefined : findGrant(tx, held.grantId)
  const matrix = desk.getMatrix(tx)
  if (!then || !matrix) return no({ type: 'NotNow' })
  const command = Command.parse(JSON.parse(held.command ?? 'null'))
  const op = { opId: held.opId, caseId: held.caseId, actorId: held.personId, command }
  const done = carryOut(tx, op, { person: then.person, at, matrix })
  return done.ok ? ok(null) : no({ type: 'Refused', refusal: done.error })
}

function settleEffect(
  tx: Writer,
  { opId }: HeldWork,
  decision: 'let' | 'drop',
  at: number
): Result<null, never> {
  if (decision === 'let') releaseEffect(tx, opId)
  else noteSent(tx, opId, { receipt: null }, at)
  return ok(null)
}
