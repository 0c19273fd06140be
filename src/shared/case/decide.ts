import { no, ok, type Result } from '../lib/result.ts'
import type { Person } from '../people/person.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { decideApproval } from './decide-approval.ts'
import { decideEscalation } from './decide-escalation.ts'
import { decideHelp } from './decide-help.ts'
import { decideRequest } from './decide-request.ts'
import { decideStatus } from './decide-status.ts'
import { decideTalk } from './decide-talk.ts'
import { decideOpen, decideWork } from './decide-work.ts'
import type { Judged } from './judged.ts'
import type { Refusal } from './refusal.ts'
import type { Decided, Known } from './rights.ts'

/** Administrators configure and work no case; a chain may name one all the same (CA17). */
const FOR_ADMINISTRATORS: ReadonlySet<Command['type']> = new Set([
  'case.note',
  'approval.approve',
  'approval.decline',
  'approval.handOn'
])

/**
 * The only place that says whether a command is allowed. The engine calls it at once on what it knows; the server calls
 * it again on the log, and its answer wins. Pure: the same case, command, person and knowledge give the same answer.
 */
export function decide(
  kase: Case | undefined,
  command: Command,
  by: Person,
  known: Known
): Result<Decided, Refusal> {
  const judged = judge(kase, command, by, known)
  return judged.ok ? ok(judged.value()) : judged
}

/** Why a command is refused, or undefined: what `decide` says, without making what would follow from a yes. */
export function refusalOf(kase: Case, command: Command, by: Person, known: Known): Refusal | undefined {
  const judged = judge(kase, command, by, known)
  return judged.ok ? undefined : judged.error
}

function judge(kase: Case | undefined, command: Command, by: Person, known: Known): Judged {
  if (command.type === 'case.open') return decideOpen(kase, command, by, known)
  if (!kase) return no({ type: 'NoSuchCase' })
  if (by.role === 'administrator' && !FOR_ADMINISTRATORS.has(command.type))
    return no({ type: 'NotYourQueue', queue: kase.queue })
  switch (command.type) {
    case 'case.claim':
    case 'case.assign':
    case 'case.release':
    case 'case.transfer':
    case 'case.setPriority':
    case 'case.setCategory':
    case 'case.setFlag':
      return decideWork(kase, command, by, known)
    case 'case.reply':
    case 'case.note':
    case 'case.goPrivate':
      return decideTalk(kase, command, by, known)
    case 'case.pend':
    case 'case.hold':
    case 'case.resume':
    case 'case.resolve':
    case 'case.close':
    case 'case.reopen':
      return decideStatus(kase, command, by, known)
    case 'case.escalate':
    case 'escalation.accept':
    case 'escalation.return':
    case 'escalation.withdraw':
      return decideEscalation(kase, command, by, known)
    case 'case.grant':
    case 'approval.request':
    case 'approval.amend':
      return decideRequest(kase, command, by, known)
    case 'approval.approve':
    case 'approval.decline':
    case 'approval.handOn':
      return decideApproval(kase, command, by, known)
    case 'case.callManager':
    case 'case.answerCall':
    case 'case.swarm':
    case 'case.leaveSwarm':
      return decideHelp(kase, command, by, known)
  }
}
