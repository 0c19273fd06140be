import type { Channel } from '../escalation/matrix.ts'
import { no, ok } from '../lib/result.ts'
import { type Person, worksIn } from '../people/person.ts'
import { clocksWhenAnswered } from '../sla/clocks.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { type Judged, yes } from './judged.ts'
import type { Refusal } from './refusal.ts'
import { inQueue, type Known, stillOpen } from './rights.ts'
import { privacyRow } from './routes.ts'

type Talk = Extract<Command, { type: 'case.reply' | 'case.note' | 'case.goPrivate' }>

/** A note is always taken; a reply only while its author is in the conversation and the case in work (CA11-CA13). */
export function decideTalk(kase: Case, command: Talk, by: Person, known: Known): Judged {
  const ended = kase.state.status === 'resolved' || kase.state.status === 'closed'
  if (command.type === 'case.note') {
    return yes(() => ({ type: 'case.noted', body: command.body, late: ended }))
  }
  if (kase.state.status === 'closed') return no({ type: 'CaseClosed' })
  if (command.type === 'case.goPrivate') return decidePrivate(kase, command.to, by, known)
  const stop = mayJoin(kase, by) ?? (command.anyway ? undefined : mayAnswer(kase, by))
  if (stop) return no(stop)
  const open = privacyRow(kase, known.matrix)
  if (open) return no({ type: 'MustGoPrivate', to: open.to })
  return yes(() => ({
    type: 'case.replied',
    body: command.body,
    clocks: clocksWhenAnswered(kase.clocks, known.at)
  }))
}

/** Out of the public, into the channel the matrix names (ES25). */
function decidePrivate(kase: Case, to: Channel, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? inQueue(kase, by)
  if (stop) return no(stop)
  const row = privacyRow(kase, known.matrix)
  if (!row) return no({ type: 'NotPublic' })
  const event = { type: 'case.wentPrivate' as const, rowId: row.id, from: kase.channel, to: row.to }
  if (row.to === to) return yes(() => event)
  return ok(() => ({ outcome: 'transformed', event, told: { type: 'Rerouted', was: to, now: row.to } }))
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
