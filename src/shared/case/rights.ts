import type { Approver, AuthorityAction, Matrix } from '../escalation/matrix.ts'
import type { PersonId } from '../lib/ids.ts'
import { type Person, supervises, worksIn } from '../people/person.ts'
import { queueKey } from '../people/queue.ts'
import { type Case, delegatesNow, type HierarchicalEscalation } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { Refusal } from './refusal.ts'

/** What the judge knows besides the case: the time, the matrix in force, the people, and what name a new record gets. */
export type Known = {
  readonly at: number
  readonly matrix: Matrix
  readonly findPerson: (id: PersonId) => Person | undefined
  /** The op being judged: new records are named after it. */
  readonly opId: string
  /** What was granted without approval to this case's customer on other cases since a time (ms), in minor units. */
  readonly grantedElsewhere: (kase: Case, action: AuthorityAction, since: number) => number
  /** The op comes again after the server was laid back: what it was made under may be lost (SY46). */
  readonly isReplay?: boolean
}

/** A yes. `noop`: it was already so. `transformed`: done, but not to the letter; `told` says what is different. */
export type Decided =
  | { readonly outcome: 'noop' }
  | { readonly outcome: 'applied'; readonly event: CaseEvent }
  | { readonly outcome: 'transformed'; readonly event: CaseEvent; readonly told: Refusal | Told }

/** What a transformed op tells its author. */
export type Told =
  | { readonly type: 'Rerouted'; readonly was: string; readonly now: string }
  | { readonly type: 'ChangedMeanwhile'; readonly was: string; readonly by: PersonId; readonly at: number }

/**
 * Everything that decides who may see a case: its queue, its owner, and with an escalation nobody has answered yet the one
 * who asked, for they may take it back (ES10, ES18), and those it waits for (SY13).
 */
export function caseScopes(kase: Case): string[] {
  const scopes = [queueKey(kase.queue)]
  if (kase.owner) scopes.push(`user:${kase.owner}`)
  for (const one of kase.escalations) {
    if (one.state.status !== 'requested') continue
    scopes.push(`user:${one.by}`)
    if (one.kind === 'functional') continue
    const step = one.chain[one.state.step]
    if (!step) continue
    scopes.push(scopeOf(step.approver, one))
    if (one.state.also) scopes.push(scopeOf(one.state.also, one))
    for (const { to } of delegatesNow(one)) scopes.push(`user:${to}`)
  }
  for (const helper of [...(kase.swarm ?? []), ...(kase.told ?? [])]) scopes.push(`user:${helper}`)
  return [...new Set(scopes)].sort()
}

function scopeOf(approver: Approver, one: HierarchicalEscalation): string {
  return 'person' in approver ? `user:${approver.person}` : `authority:${approver.role}:${queueKey(one.from)}`
}

/** `*` sees all: who manages every escalation or the configuration. */
export const EVERYTHING = '*'

export function personScopes(person: Person): string[] {
  if (person.role === 'escalation_manager' || person.role === 'administrator') return [EVERYTHING]
  const queues = person.queues.map(queueKey)
  const authority = person.role === 'supervisor' ? queues.map((key) => `authority:supervisor:${key}`) : []
  return [...queues, ...authority, `user:${person.id}`].sort()
}

export function maySee(scopes: readonly string[], seenBy: readonly string[]): boolean {
  return scopes.includes(EVERYTHING) || seenBy.some((scope) => scopes.includes(scope))
}

/** The case is still in work: neither resolved nor closed. */
export function stillOpen(kase: Case): Refusal | undefined {
  if (kase.state.status === 'resolved') return { type: 'CaseResolved', by: kase.state.by, at: kase.state.at }
  return kase.state.status === 'closed' ? { type: 'CaseClosed' } : undefined
}

/**
 * No version of the matrix is newer than the one in force: a console was given every version it knows by the server (ES8). A
 * backup may have lost the newest ones, so what comes again is judged under the one there is.
 */
export function laterMatrix(
  { matrixVer }: { readonly matrixVer: number },
  { matrix, isReplay }: Pick<Known, 'matrix' | 'isReplay'>
): Refusal | undefined {
  return !isReplay && matrixVer > matrix.version ? { type: 'UnknownMatrix', version: matrixVer } : undefined
}

export function inQueue(kase: Case, by: Person): Refusal | undefined {
  return worksIn(by, kase.queue) ? undefined : { type: 'NotYourQueue', queue: kase.queue }
}

/** Only the owner acts on a case in work, for one person at a time tells the customer one story. */
export function ownedBy(kase: Case, by: Person): Refusal | undefined {
  if (kase.owner === by.id) return undefined
  if (kase.owner !== null) return { type: 'NotYourCase', owner: kase.owner }
  // Claiming it first would be the next step only for those who may.
  return inQueue(kase, by) ?? { type: 'NobodyOwnsIt' }
}

/** The owner, or who answers for the queue. */
export function ownedOrSupervised(kase: Case, by: Person): Refusal | undefined {
  return supervises(by, kase.queue) ? undefined : ownedBy(kase, by)
}

export function waits(kase: Case): boolean {
  return kase.state.status === 'pending' || kase.state.status === 'on_hold'
}
