import type { Case } from '../../case/case.ts'
import { queueKey } from '../../people/queue.ts'
import { rowOf } from './stored-row.ts'

/** Later than any deadline: sorts cases with no running clock last. */
export const NEVER = 9_007_199_254_740_991

/** Stands in the confirmed column when nothing waits on the case and both would hold the same text. */
export const SAME = '='

/** The columns of `cases` behind `confirmed`, in their order: the case, what a list reads of it, and what lists sort by. */
export type CaseColumns = readonly [
  body: string,
  row: string,
  queue: string,
  owner: string,
  ended: 0 | 1,
  dueAt: number,
  riskAt: number,
  updatedAt: number,
  waiting: number,
  customer: string
]

/**
 * A case as a console keeps it. Console and server both write rows with this, so a snapshot's rows are the console's own.
 * `riskShare`: the part of a clock after which it counts as at risk, as the matrix has it. `waiting`: unanswered commands.
 */
export function caseColumns(kase: Case, riskShare: number, waiting: number): CaseColumns {
  const row = rowOf(kase, riskShare)
  const ended = kase.state.status === 'resolved' || kase.state.status === 'closed'
  return [
    JSON.stringify(kase),
    JSON.stringify(row),
    queueKey(kase.queue),
    kase.owner ?? '',
    ended ? 1 : 0,
    Math.round(row.due?.dueAt ?? NEVER),
    Math.round(row.due?.riskAt ?? NEVER),
    Math.round(kase.updatedAt),
    waiting,
    kase.customer.id
  ]
}

export type GrantColumns = readonly [
  caseId: string,
  position: number,
  customer: string,
  action: string,
  amountMinor: number,
  at: number
]

/** What was granted alone on a case: a limit may hold for all of a customer's cases in a period (ES27). */
export function grantColumns(kase: Case): GrantColumns[] {
  return kase.grants.flatMap((grant, position) =>
    grant.approvedBy
      ? []
      : [
          [
            kase.id,
            position,
            kase.customer.id,
            grant.action,
            grant.amountMinor,
            Math.round(grant.at)
          ] as const
        ]
  )
}

/** Something of it depends on who looks: an escalation nobody has answered, or colleagues who were pulled in. */
export function isPersonal({ escalations, swarm = [] }: Case): boolean {
  return swarm.length > 0 || escalations.some(({ state }) => state.status === 'requested')
}

/** An escalation manager is called to the case; one that is resolved needs nobody any more. */
export function isCalled({ called, state }: Case): boolean {
  return called !== undefined && state.status !== 'resolved' && state.status !== 'closed'
}
