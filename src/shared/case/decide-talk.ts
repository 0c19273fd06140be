import { no, ok, type Result } from '../lib/result.ts'
import { type Person, worksIn } from '../people/person.ts'
import { clocksWhenAnswered } from '../sla/clocks.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Refusal } from './refusal.ts'
import { type Decided, inQueue, type Known } from './rights.ts'

type Talk = Extract<Command, { type: 'case.reply' | 'case.note' }>

/** A note is always taken; a reply only while its author is in the conversation and the case in work (CA11-CA13). */
export function decideTalk(kase: Case, command: Talk, by: Person, known: Known): Result<Decided, Refusal> {
  const ended = kase.state.status === 'resolved' || kase.state.status === 'closed'
  if (command.type === 'case.note') {
    return ok({ outcome: 'applied', event: { type: 'case.noted', body: command.body, late: ended } })
  }
  if (kase.state.status === 'closed') return no({ type: 'CaseClosed' })
  const stop = mayJoin(kase, by) ?? (command.anyway ? undefined : mayAnswer(kase, by))
  if (stop) return no(stop)
  return ok({
    outcome: 'applied',
    event: { type: 'case.replied', body: command.body, clocks: clocksWhenAnswered(kase.clocks, known.at) }
  })
}

function mayAnswer(kase: Case, by: Person): Refusal | undefined {
  if (kase.state.status === 'resolved')
    return { type: 'ReplyNotSent', because: 'resolved', by: kase.state.by, at: kase.state.at }
  if (kase.owner === by.id) return undefined
  if (kase.conversation.includes(by.id) && worksIn(by, kase.queue)) return undefined
  if (kase.owner === null) return inQueue(kase, by) ?? { type: 'NobodyOwnsIt' }
  return {
    type: 'ReplyNotSent',
    because: 'owner',
    by: kase.owner,
    at: (kase.setBy?.owner ?? kase.lastChange).at
  }
}

/** Sending all the same asks for less: to have been in the conversation, or to work in the queue. */
function mayJoin(kase: Case, by: Person): Refusal | undefined {
  if (kase.conversation.includes(by.id) || worksIn(by, kase.queue)) return undefined
  return { type: 'NotYourQueue', queue: kase.queue }
}
