import type { Case } from '../shared/case/case.ts'
import { Command } from '../shared/case/command.ts'
import { decide } from '../shared/case/decide.ts'
import { isHeld, type Refusal } from '../shared/case/refusal.ts'
import { caseScopes, type Decided, maySee, personScopes } from '../shared/case/rights.ts'
import type { AuthorityAction, Matrix } from '../shared/escalation/matrix.ts'
import { readAs } from '../shared/lib/read-as.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import type { Person } from '../shared/people/person.ts'
import type { LooseOp, Op } from '../shared/protocol/op.ts'
import { type OpResult, ToldWire } from '../shared/protocol/sync.ts'
import type { Writer } from '../sqlite/db.ts'
import { grantedElsewhere } from '../tables/grants.ts'
import { isNamedAsMessage } from './intake.ts'
import { append } from './log/append.ts'
import { findCase } from './log/cases.ts'
import { findHeld, holdOp } from './log/held-work.ts'
import { findGrant } from './log/offline-grants.ts'
import { findPerson } from './log/people.ts'
import { listResultsOf } from './log/results.ts'
import { settleTime } from './log/settle-time.ts'
import { hasEverSeen } from './log/sight.ts'

/** Under what an op is judged: who asks, when, and by which matrix. */
export type Bench = { readonly person: Person; readonly at: number; readonly matrix: Matrix }

/** What became of an op, before it has its place among the results. */
export type Verdict = Pick<OpResult, 'outcome' | 'refusal' | 'told' | 'seq'>

/** Decides on the truth, and writes the fact. Whatever the answer, the op has one. */
export function judge(tx: Writer, loose: LooseOp, bench: Bench): Verdict {
  // Its envelope was read when it came.
  const read = readAs(Command, loose.command)
  if (!read.success) return refused({ type: 'NotUnderstood', problem: problemOf(read.error, 'command') })
  const op: Op = { ...loose, command: read.data }
  if (isNamedAsMessage(op.opId)) return refused({ type: 'NotUnderstood', problem: 'opId: not new' })
  if (op.command.caseId !== op.caseId) {
    return refused({ type: 'NotUnderstood', problem: 'caseId: the command is about another case' })
  }
  const blocked = op.command.type === 'case.note' ? undefined : brokenDep(tx, op, bench)
  if (blocked) return refused(holdWith(tx, op, blocked, bench.at) ?? blocked)
  const done = carryOut(tx, op, bench)
  if (done.ok) return done.value
  return refused(holdIfAllowedThen(tx, op, bench) ?? done.error)
}

/** Decides as somebody, and writes the fact. */
export function carryOut(
  tx: Writer,
  op: Pick<Op, 'opId' | 'caseId' | 'actorId' | 'command' | 'replay'>,
  bench: Bench
): Result<Verdict, Refusal> {
  const weighed = weigh(tx, op, bench)
  if (!weighed.ok) return weighed
  const { kase, isVisible, decided } = weighed.value
  if (decided.outcome === 'noop') return ok({ outcome: 'noop', refusal: null, told: null, seq: 0 })
  const happening = {
    at: bench.at,
    by: op.actorId,
    opId: op.opId,
    event: isVisible ? decided.event : late(decided.event)
  }
  const { fact } = append(tx, op.caseId, kase, happening, op.replay ? 'perhaps' : 'due')
  return ok({ outcome: decided.outcome, refusal: null, told: toldOf(decided), seq: fact.seq })
}

type Weighed = { readonly kase: Case | undefined; readonly isVisible: boolean; readonly decided: Decided }

/** What somebody with these rights would be answered. Writes nothing but what time did to the case's requests before it. */
function weigh(
  tx: Writer,
  op: Pick<Op, 'opId' | 'caseId' | 'command' | 'replay'>,
  bench: Bench
): Result<Weighed, Refusal> {
  const sight = look(tx, op, bench)
  if (!sight.ok) return sight
  const known = {
    ...bench,
    opId: op.opId,
    isReplay: op.replay === true,
    findPerson: (id: Person['id']) => findPerson(tx, id)?.person,
    grantedElsewhere: (kase: Case, action: AuthorityAction, since: number) =>
      grantedElsewhere(tx, kase, action, since)
  }
  const decided = decide(sight.value.kase, op.command, bench.person, known)
  return decided.ok ? ok({ ...sight.value, decided: decided.value }) : decided
}

/**
 * A no to what its author was allowed when they left with their grant: then nothing is decided over their head, it waits for
 * who answers for the queue (SY49). What would be refused with the old rights as well stays refused.
 */
function holdIfAllowedThen(tx: Writer, op: Op, bench: Bench): Refusal | undefined {
  const grant = op.grantId === null ? undefined : findGrant(tx, op.grantId)
  if (grant?.personId !== op.actorId || grant.deviceId !== op.deviceId) return undefined
  if (!weigh(tx, op, { ...bench, person: grant.person }).ok) return undefined
  holdOp(tx, op, bench.at)
  return { type: 'NoLongerAllowed' }
}

/** The first op this one builds on that did not happen: then this one did not either, and is held with it. */
function brokenDep(
  tx: Writer,
  op: Op,
  { person }: Bench
): Extract<Refusal, { type: 'WaitsOnRefused' }> | undefined {
  const broken = op.deps.find((dep) => {
    const [result] = listResultsOf(tx, dep)
    if (!result || result.personId !== person.id) return true
    return result.refusal !== null && findHeld(tx, dep)?.state !== 'let'
  })
  return broken === undefined ? undefined : { type: 'WaitsOnRefused', opId: broken }
}

/** What builds on an op that waits for who answers for the queue waits there behind it. */
function holdWith(tx: Writer, op: Op, { opId }: { readonly opId: string }, at: number): Refusal | undefined {
  const before = findHeld(tx, opId)
  if (before?.kind !== 'op' || before.state !== 'waiting') return undefined
  holdOp(tx, { ...op, grantId: before.grantId }, at)
  return { type: 'NoLongerAllowed' }
}

/**
 * The case as the actor may know it, after what time did to its requests: with one of theirs that has ended their sight of it may
 * have. Of one that was never theirs to see not even the existence is told.
 */
function look(
  tx: Writer,
  op: Pick<Op, 'caseId' | 'command'>,
  bench: Bench
): Result<{ kase: Case | undefined; isVisible: boolean }, Refusal> {
  const { person } = bench
  const stored = findCase(tx, op.caseId)?.kase
  if (op.command.type === 'case.open') return ok({ kase: stored, isVisible: true })
  if (!stored) return no({ type: 'NoSuchCase' })
  const kase = settleTime(tx, stored, bench)
  if (maySee(personScopes(person), caseScopes(kase))) return ok({ kase, isVisible: true })
  const isWelcome = op.command.type === 'case.note' && hasEverSeen(tx, person.id, kase.id)
  return isWelcome ? ok({ kase, isVisible: false }) : no({ type: 'NoSuchCase' })
}

/** Somebody who cannot see the case any more may still leave a note, and the note says so. */
function late(event: Extract<Decided, { outcome: 'applied' }>['event']) {
  return event.type === 'case.noted' ? { ...event, late: true } : event
}

function toldOf(decided: Decided): OpResult['told'] {
  return decided.outcome === 'transformed' ? (ToldWire.safeParse(decided.told).data ?? null) : null
}

export function refused(refusal: Refusal): Verdict {
  return { outcome: isHeld(refusal) ? 'held' : 'rejected', refusal, told: null, seq: 0 }
}

/** `command.body: too long`: the first thing wrong with a value, and where. */
export function problemOf(
  error: { readonly issues: readonly { path: PropertyKey[]; message: string }[] },
  ...within: readonly string[]
): string {
  const [first] = error.issues
  if (!first) return 'not understood'
  const where = [...within, ...first.path.map(String)].join('.')
  return (where ? `${where}: ${first.message}` : first.message).slice(0, 300)
}
