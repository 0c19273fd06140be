import type { HierarchicalRow } from '../escalation/matrix.ts'
import { EscalationId } from '../lib/ids.ts'
import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import { type Ask, type Case, type HierarchicalEscalation, type MoneyAsk, moneyOf } from './case.ts'
import { stepDue } from './chain.ts'
import type { Command } from './command.ts'
import type { CaseEvent } from './event.ts'
import { type Judged, yes } from './judged.ts'
import { leftToGrant } from './limits.ts'
import type { Refusal } from './refusal.ts'
import { type Known, laterMatrix, ownedBy, stillOpen } from './rights.ts'
import { approvalRows, exceptionRows, moveRows, rowForAmount } from './routes.ts'
import { subjectHash } from './subject-hash.ts'
import { askedChain } from './who-decides.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What the one with the case does about authority: grants within the limit, asks for more, changes what was asked (ES11, ES12, ES18). */
export function decideRequest(
  kase: Case,
  command: Of<'case.grant' | 'approval.request' | 'approval.amend'>,
  by: Person,
  known: Known
): Judged {
  switch (command.type) {
    case 'case.grant':
      return decideGrant(kase, command.ask, by, known)
    case 'approval.request':
      return decideAsk(kase, command, by, known)
    case 'approval.amend':
      return decideAmend(kase, command, by, known)
  }
}

function decideGrant(kase: Case, ask: MoneyAsk, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? ownedBy(kase, by) ?? rightCurrency(ask, known)
  if (stop) return no(stop)
  const leftMinor = leftToGrant(kase, ask.action, by, known)
  if (ask.amountMinor > leftMinor)
    return no({ type: 'OverLimit', leftMinor, currency: known.matrix.currency })
  const { action, amountMinor, currency } = ask
  return yes(() => {
    const note = ask.package.ask ? { note: ask.package.ask } : {}
    return { type: 'case.granted', action, amountMinor, currency, ...note }
  })
}

function decideAsk(kase: Case, command: Of<'approval.request'>, by: Person, known: Known): Judged {
  const { ask } = command
  const stop =
    stillOpen(kase) ?? ownedBy(kase, by) ?? laterMatrix(command, known) ?? rightCurrency(ask, known)
  if (stop) return no(stop)
  const open = kase.escalations.find(
    (one) => one.kind === 'hierarchical' && one.state.status === 'requested' && isSameThing(one.ask, ask)
  )
  if (open) return no({ type: 'AlreadyAsked', escalationId: open.id })
  const found = rowFor(kase, ask, by, known)
  if (!found.ok) return found
  const row = found.value
  if (row.id === command.rowId) return yes(() => requested(kase, row, command, known))
  return ok(() => ({
    outcome: 'transformed',
    event: requested(kase, row, command, known),
    told: { type: 'Rerouted', was: command.rowId, now: row.id }
  }))
}

function requested(
  kase: Case,
  row: HierarchicalRow,
  { ask, matrixVer }: Of<'approval.request'>,
  known: Known
): CaseEvent {
  const escalationId = EscalationId.parse(known.opId)
  const chain = askedChain(row, amountOf(ask), kase.queue, known)
  return {
    type: 'approval.requested',
    escalationId,
    rowId: row.id,
    madeUnder: matrixVer,
    judgedUnder: known.matrix.version,
    ask,
    subjectHash: subjectHash(kase, escalationId, ask),
    chain,
    onTimeout: 'next',
    ...(row.action === 'move' ? { move: wayOfMove(row) } : {}),
    dueAt: stepDue(chain, 0, known.at)
  }
}

function wayOfMove({
  to,
  acceptMinutes,
  resolveMinutes
}: Extract<HierarchicalRow, { action: 'move' }>): NonNullable<HierarchicalEscalation['move']> {
  return { to, acceptMinutes, resolveMinutes }
}

/** The ask changed on the way: the chain starts again, and a yes to the old one no longer counts. It stays within the same row. */
function decideAmend(kase: Case, command: Of<'approval.amend'>, by: Person, known: Known): Judged {
  const one = kase.escalations.find((each) => each.id === command.escalationId)
  if (one?.kind !== 'hierarchical') return no({ type: 'NoSuchEscalation' })
  if (one.by !== by.id) return no({ type: 'OnlyRequester' })
  if (one.state.status !== 'requested') return no({ type: 'EscalationEnded', status: one.state.status })
  const stop = stillOpen(kase) ?? rightCurrency(command.ask, known)
  if (stop) return no(stop)
  const found = rowFor(kase, command.ask, by, known)
  if (!found.ok) return found
  if (found.value.id !== one.rowId || !isSameThing(command.ask, one.ask))
    return no({ type: 'NobodyMayApprove' })
  const row = found.value
  return ok(() => {
    const hash = subjectHash(kase, one.id, command.ask)
    if (hash === one.subjectHash) return { outcome: 'noop' }
    const chain = askedChain(row, amountOf(command.ask), one.from, known)
    return {
      outcome: 'applied',
      event: {
        type: 'approval.amended',
        escalationId: one.id,
        ask: command.ask,
        subjectHash: hash,
        chain,
        dueAt: stepDue(chain, 0, known.at)
      }
    }
  })
}

/** The same kind of thing: money of one action, a move to one queue, one exception (ES20). */
function isSameThing(a: Ask, b: Ask): boolean {
  if (a.action === 'move') return b.action === 'move' && isSameQueue(a.to, b.to)
  if (a.action === 'exception') return b.action === 'exception' && a.exception === b.exception
  return a.action === b.action
}

function amountOf(ask: Ask): number {
  return moneyOf(ask)?.amountMinor ?? 0
}

function rowFor(kase: Case, ask: Ask, by: Person, known: Known): Result<HierarchicalRow, Refusal> {
  const found = rowOf(kase, ask, by, known)
  if (!found.ok) return found
  const missing = found.value.package.filter((field) => !ask.package[field]?.trim())
  return missing.length > 0 ? no({ type: 'PackageIncomplete', missing }) : found
}

function rowOf(kase: Case, ask: Ask, by: Person, known: Known): Result<HierarchicalRow, Refusal> {
  const { matrix } = known
  if (ask.action === 'move') {
    const row = moveRows(kase, by, matrix).find((one) => isSameQueue(one.to, ask.to))
    return row ? ok(row) : no({ type: 'NoRoute' })
  }
  if (ask.action === 'exception') {
    const row = exceptionRows(kase, by, matrix).find((one) => one.exception === ask.exception)
    return row ? ok(row) : no({ type: 'NoSuchException' })
  }
  const leftMinor = leftToGrant(kase, ask.action, by, known)
  if (ask.amountMinor <= leftMinor) return no({ type: 'WithinLimit', leftMinor, currency: matrix.currency })
  const row = rowForAmount(approvalRows(kase, ask.action, by, matrix), ask.amountMinor)
  return row ? ok(row) : no({ type: 'NobodyMayApprove' })
}

function rightCurrency(ask: Ask, { matrix }: Known): Refusal | undefined {
  const money = moneyOf(ask)
  return money === undefined || money.currency === matrix.currency
    ? undefined
    : { type: 'WrongCurrency', currency: matrix.currency }
}
