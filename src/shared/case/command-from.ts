import type { PersonId } from '../lib/ids.ts'
import type { Queue } from '../people/queue.ts'
import type { Case, Package, ReturnReason } from './case.ts'
import type { Option } from './option.ts'
import { rowForAmount } from './routes.ts'

/** What the fields of a button were filled with. */
export type Filled = {
  readonly body?: string
  readonly note?: string
  readonly reason?: string
  readonly to?: Queue | PersonId
  readonly choice?: string
  readonly amountMinor?: number
  readonly package?: Package
  /** Why a case goes back, and whether to the team or straight to the one who sent it. */
  readonly returnReason?: ReturnReason
  readonly returnTo?: 'team' | 'person'
  /** What the customer is written when the case goes up. */
  readonly message?: string
  /** The resolved case whose solution was used. */
  readonly helpedBy?: string
}

/** For an amount typed into a grant button: granted at once, asked for along a row, or beyond everybody. Minor units. */
export function wayOf(
  about: Option['about'],
  amountMinor: number
): { way: 'self' } | { way: 'ask'; row: NonNullable<Option['about']['routes']>[number] } | { way: 'nobody' } {
  if (amountMinor <= (about.leftMinor ?? 0)) return { way: 'self' }
  const row = rowForAmount(about.routes ?? [], amountMinor)
  return row ? { way: 'ask', row } : { way: 'nobody' }
}

/**
 * The command a pressed button stands for, unparsed: the engine parses it like any other, so a field left out is refused
 * there with its name.
 */
export function commandFrom(
  option: Option,
  kase: Pick<Case, 'id' | 'priority' | 'category'>,
  filled: Filled
): unknown {
  const caseId = kase.id
  const { about } = option
  const { escalationId, subjectHash } = about
  switch (option.name) {
    case 'claim':
      return { type: 'case.claim', caseId }
    case 'accept':
      return { type: 'escalation.accept', caseId, escalationId }
    case 'release':
    case 'pend':
    case 'resume':
    case 'close':
      return { type: `case.${option.name}`, caseId }
    case 'assign':
      return { type: 'case.assign', caseId, to: filled.to }
    case 'transfer':
      return { type: 'case.transfer', caseId, to: filled.to, note: filled.note ?? '' }
    case 'reply':
    case 'note':
      return { type: `case.${option.name}`, caseId, body: filled.body }
    case 'setPriority':
      return { type: 'case.setPriority', caseId, priority: filled.choice, was: kase.priority }
    case 'setCategory':
      return { type: 'case.setCategory', caseId, category: filled.choice, was: kase.category }
    case 'hold':
      return { type: 'case.hold', caseId, reason: filled.choice, ...noted(filled) }
    case 'resolve':
      return {
        type: 'case.resolve',
        caseId,
        resolution: filled.choice,
        ...noted(filled),
        ...(filled.helpedBy ? { helpedBy: filled.helpedBy } : {})
      }
    case 'reopen':
      return { type: 'case.reopen', caseId, reason: filled.reason }
    case 'escalate':
      return {
        type: 'case.escalate',
        caseId,
        rowId: about.rowId,
        to: about.to,
        matrixVer: about.matrixVer,
        package: filled.package ?? {},
        ...(filled.message?.trim() ? { message: filled.message } : {})
      }
    case 'flag':
    case 'unflag':
      return { type: 'case.setFlag', caseId, flag: filled.choice, on: option.name === 'flag' }
    case 'goPrivate':
      return { type: 'case.goPrivate', caseId, to: about.channel }
    case 'callManager':
    case 'answerCall':
      return { type: `case.${option.name}`, caseId, note: filled.note }
    case 'swarm':
      return { type: 'case.swarm', caseId, people: [filled.to], note: filled.note ?? '' }
    case 'leaveSwarm':
      return { type: 'case.leaveSwarm', caseId }
    case 'move':
      return requestCommand(option, caseId, { action: 'move', to: about.to, package: filled.package ?? {} })
    case 'exception':
      return requestCommand(option, caseId, {
        action: 'exception',
        exception: about.exception,
        package: filled.package ?? {}
      })
    case 'return':
      return {
        type: 'escalation.return',
        caseId,
        escalationId,
        note: filled.note,
        ...(filled.returnReason ? { reason: filled.returnReason } : {}),
        to: filled.returnTo ?? 'team'
      }
    case 'withdraw':
      return { type: 'escalation.withdraw', caseId, escalationId }
    case 'grant':
      return grantCommand(option, caseId, filled)
    case 'amend':
      return {
        type: 'approval.amend',
        caseId,
        escalationId,
        ask: { ...about.ask, amountMinor: filled.amountMinor }
      }
    case 'approve':
      return { type: 'approval.approve', caseId, escalationId, subjectHash, ...noted(filled) }
    case 'decline':
      return { type: 'approval.decline', caseId, escalationId, subjectHash, reason: filled.reason }
    case 'handOn':
      return {
        type: 'approval.handOn',
        caseId,
        escalationId,
        subjectHash,
        to: filled.to,
        note: filled.note ?? ''
      }
  }
}

function grantCommand({ about }: Option, caseId: string, filled: Filled): unknown {
  const ask = {
    action: about.action,
    amountMinor: filled.amountMinor,
    currency: about.currency,
    package: filled.package ?? {}
  }
  const way = wayOf(about, filled.amountMinor ?? 0)
  if (way.way !== 'ask') return { type: 'case.grant', caseId, ask }
  return { type: 'approval.request', caseId, rowId: way.row.rowId, matrixVer: about.matrixVer, ask }
}

function requestCommand({ about }: Option, caseId: string, ask: unknown): unknown {
  return { type: 'approval.request', caseId, rowId: about.rowId, matrixVer: about.matrixVer, ask }
}

function noted({ note }: Filled): { note?: string } {
  return note?.trim() ? { note } : {}
}
