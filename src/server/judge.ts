import type { Case } from '../shared/case/case.ts'
import { decide } from '../shared/case/decide.ts'
import { isHeld, type Refusal } from '../shared/case/refusal.ts'
import { caseScopes, type Decided, maySee, personScopes } from '../shared/case/rights.ts'
import type { AuthorityAction, Matrix } from '../shared/escalation/matrix.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import type { Person } from '../shared/people/person.ts'
import { Op } from '../shared/protocol/op.ts'
import { type OpResult, ToldWire } from '../shared/protocol/sync.ts'
import type { Writer } from '../sqlite/db.ts'
import { grantedElsewhere } from '../tables/grants.ts'
import { append } from './log/append.ts'
import { findCase } from './log/cases.ts'
import { findPerson } from './log/people.ts'
import { listResultsOf } from './log/results.ts'
import { settleTime } from './log/settle-time.ts'
import { hasEverSeen } from './log/sight.ts'

/** Under what an op is judged: who asks, when, and by which matrix. */
export type Bench = { readonly person: Person; readonly at: number; readonly matrix: Matrix }

/** What became of an op, before it has its place among the results. */
export type Verdict = Pick<OpResult, 'outcome' | 'refusal' | 'told' | 'seq'>

/** Decides on the truth, and writes the fact. Whatever the answer, the op has one. */
export function judge(tx: Writer, raw: unknown, bench: Bench): Verdict {
  const parsed = Op.safeParse(raw)
  if (!parsed.success) return refused({ type: 'NotUnderstood', problem: problemOf(parsed.error) })
  const op = parsed.data
  if (op.command.caseId !== op.caseId) {
    return refused({ type: 'NotUnderstood', problem: 'caseId: the command is about another case' })
  }
  const blocked = op.command.type === 'case.note' ? undefined : brokenDep(tx, op, bench)
  if (blocked) return refused(blocked)
  const sight = look(tx, op, bench)
  if (!sight.ok) return refused(sight.error)

  const known = {
    ...bench,
    opId: op.opId,
    findPerson: (id: Person['id']) => findPerson(tx, id)?.person,
    grantedElsewhere: (kase: Case, action: AuthorityAction, since: number) =>
      grantedElsewhere(tx, kase, action, since)
  }
  const kase = sight.value.kase && settleTime(tx, sight.value.kase, bench)
  const decided = decide(kase, op.command, bench.person, known)
  if (!decided.ok) return refused(decided.error)
  if (decided.value.outcome === 'noop') return { outcome: 'noop', refusal: null, told: null, seq: 0 }
  const event = sight.value.isVisible ? decided.value.event : late(decided.value.event)
  const { fact } = append(tx, op.caseId, kase, {
    at: bench.at,
    by: op.actorId,
    opId: op.opId,
    event
  })
  return { outcome: decided.value.outcome, refusal: null, told: toldOf(decided.value), seq: fact.seq }
}

/** The first op this one builds on that did not happen: then this one did not either, and is held with it. */
function brokenDep(tx: Writer, op: Op, { person }: Bench): Refusal | undefined {
  const broken = op.deps.find((dep) => {
    const [result] = listResultsOf(tx, dep)
    return !result || result.personId !== person.id || result.refusal !== null
  })
  return broken === undefined ? undefined : { type: 'WaitsOnRefused', opId: broken }
}

/** The case as the actor may know it. Of one that was never theirs to see not even the existence is told. */
function look(
  tx: Writer,
  op: Op,
  { person }: Bench
): Result<{ kase: Case | undefined; isVisible: boolean }, Refusal> {
  const kase = findCase(tx, op.caseId)?.kase
  if (op.command.type === 'case.open') return ok({ kase, isVisible: true })
  if (!kase) return no({ type: 'NoSuchCase' })
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
export function problemOf(error: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[]
}): string {
  const [first] = error.issues
  if (!first) return 'not understood'
  const where = first.path.map(String).join('.')
  return (where ? `${where}: ${first.message}` : first.message).slice(0, 300)
}
