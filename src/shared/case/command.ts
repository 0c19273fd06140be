import { z } from 'zod'
import { CategoryId, Channel, Flag, Priority } from '../escalation/matrix.ts'
import { CaseId, EscalationId, PersonId } from '../lib/ids.ts'
import { Queue } from '../people/queue.ts'
import { Ask, Customer, HoldReason, MoneyAsk, Package, Resolution, ReturnReason, Text } from './case.ts'

const caseId = CaseId
const short = z.string().max(2_000)

/**
 * What a person asks. The words of a person (body, note, reason, package) ride in the command, so a refused one still holds
 * them. `was` is the value the person saw, for the three-way check of an edited field (CA9).
 */
export const Command = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('case.open'),
    caseId,
    subject: z.string().min(1).max(300),
    body: Text,
    customer: Customer,
    channel: Channel,
    category: CategoryId,
    priority: Priority,
    queue: Queue
  }),
  z.object({ type: z.literal('case.claim'), caseId }),
  z.object({ type: z.literal('case.assign'), caseId, to: PersonId }),
  z.object({ type: z.literal('case.release'), caseId }),
  z.object({ type: z.literal('case.transfer'), caseId, to: Queue, note: short }),
  /** `anyway`: the author has seen that the case moved on meanwhile and sends all the same (CA13). */
  z.object({ type: z.literal('case.reply'), caseId, body: Text, anyway: z.boolean().optional() }),
  z.object({ type: z.literal('case.note'), caseId, body: Text }),
  z.object({ type: z.literal('case.setPriority'), caseId, priority: Priority, was: Priority }),
  z.object({ type: z.literal('case.setCategory'), caseId, category: CategoryId, was: CategoryId }),
  z.object({ type: z.literal('case.setFlag'), caseId, flag: Flag, on: z.boolean() }),
  /** `to` is the channel the person saw on the button. */
  z.object({ type: z.literal('case.goPrivate'), caseId, to: Channel }),
  z.object({ type: z.literal('case.callManager'), caseId, note: short.min(1) }),
  z.object({ type: z.literal('case.answerCall'), caseId, note: short.min(1) }),
  z.object({ type: z.literal('case.swarm'), caseId, people: z.array(PersonId).min(1).max(20), note: short }),
  z.object({ type: z.literal('case.leaveSwarm'), caseId }),
  z.object({ type: z.literal('case.pend'), caseId }),
  z.object({ type: z.literal('case.hold'), caseId, reason: HoldReason, note: short.optional() }),
  z.object({ type: z.literal('case.resume'), caseId }),
  /** `helpedBy`: the resolved case whose solution was used instead of escalating (ES31). */
  z.object({
    type: z.literal('case.resolve'),
    caseId,
    resolution: Resolution,
    note: short.optional(),
    helpedBy: CaseId.optional()
  }),
  z.object({ type: z.literal('case.close'), caseId }),
  z.object({ type: z.literal('case.reopen'), caseId, reason: short.min(1) }),
  z.object({ type: z.literal('case.grant'), caseId, ask: MoneyAsk }),
  /** `to` is the target the person saw: the server compares it with what its own matrix says (ES9). */
  z.object({
    type: z.literal('case.escalate'),
    caseId,
    rowId: z.string().max(60),
    to: Queue,
    matrixVer: z.number().int().min(1),
    package: Package,
    /** What the customer is written about it, as its author left it; missing: nothing. */
    message: Text.optional()
  }),
  z.object({ type: z.literal('escalation.accept'), caseId, escalationId: EscalationId }),
  /** `to`: into the queue it came from, or straight to the one who sent it. */
  z.object({
    type: z.literal('escalation.return'),
    caseId,
    escalationId: EscalationId,
    note: short.min(1),
    reason: ReturnReason.optional(),
    to: z.enum(['team', 'person'])
  }),
  z.object({ type: z.literal('escalation.withdraw'), caseId, escalationId: EscalationId }),
  z.object({
    type: z.literal('approval.request'),
    caseId,
    rowId: z.string().max(60),
    matrixVer: z.number().int().min(1),
    ask: Ask
  }),
  z.object({ type: z.literal('approval.amend'), caseId, escalationId: EscalationId, ask: Ask }),
  z.object({
    type: z.literal('approval.approve'),
    caseId,
    escalationId: EscalationId,
    subjectHash: z.string().max(64),
    note: short.optional()
  }),
  z.object({
    type: z.literal('approval.decline'),
    caseId,
    escalationId: EscalationId,
    subjectHash: z.string().max(64),
    reason: short.min(1)
  }),
  z.object({
    type: z.literal('approval.handOn'),
    caseId,
    escalationId: EscalationId,
    subjectHash: z.string().max(64),
    to: PersonId,
    note: short
  })
])
export type Command = z.infer<typeof Command>
export type CommandType = Command['type']

/** The words a person wrote in a command, if any, so that a refusal can hand them back (SY9). */
export function wordsOf(command: Command): string {
  switch (command.type) {
    case 'case.open':
    case 'case.reply':
    case 'case.note':
      return command.body
    case 'case.transfer':
    case 'escalation.return':
    case 'case.callManager':
    case 'case.answerCall':
    case 'case.swarm':
    case 'approval.handOn':
      return command.note
    case 'case.hold':
    case 'case.resolve':
    case 'approval.approve':
      return command.note ?? ''
    case 'case.reopen':
    case 'approval.decline':
      return command.reason
    case 'case.escalate':
      return [packageWords(command.package), command.message].filter(Boolean).join('\n\n')
    case 'case.grant':
    case 'approval.request':
    case 'approval.amend':
      return packageWords(command.ask.package)
    case 'case.claim':
    case 'case.assign':
    case 'case.release':
    case 'case.setPriority':
    case 'case.setCategory':
    case 'case.setFlag':
    case 'case.goPrivate':
    case 'case.leaveSwarm':
    case 'case.pend':
    case 'case.resume':
    case 'case.close':
    case 'escalation.accept':
    case 'escalation.withdraw':
      return ''
  }
}

function packageWords(left: Package): string {
  return [left.need, left.tried, left.impact, left.ask].filter((text) => text?.trim()).join('\n\n')
}
