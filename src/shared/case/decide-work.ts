import type { Flag } from '../escalation/matrix.ts'
import { hashOf } from '../lib/hash.ts'
import { no, ok } from '../lib/result.ts'
import { type Person, supervises, worksIn } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import {
  clocksWhenOpened,
  clocksWhenOwned,
  clocksWhenRetargeted,
  clocksWhenTransferred,
  clocksWhenUnowned,
  targetFor
} from '../sla/clocks.ts'
import { openFunctional } from './apply-move.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { CaseEvent } from './event.ts'
import { ALREADY_SO, type Judged, yes } from './judged.ts'
import { inQueue, type Known, ownedOrSupervised, stillOpen, waits } from './rights.ts'
import { hasQueue, queuesBeside } from './routes.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const NOT_ITS_NAME = 'caseId: a new case is named after the op that opens it'

/** A call or a walk-in: the agent opens the case. Its name and number come from the op, so they are the same before and after the server answered (SY4). */
export function decideOpen(
  kase: Case | undefined,
  command: Of<'case.open'>,
  by: Person,
  known: Known
): Judged {
  // Before anything is said about a case of that name, so that nobody finds out by opening which cases there are.
  if (String(command.caseId) !== known.opId) return no({ type: 'NotUnderstood', problem: NOT_ITS_NAME })
  if (kase) return no({ type: 'AlreadyExists' })
  if (!hasQueue(known.matrix, command.queue)) return no({ type: 'NoSuchQueue', queue: command.queue })
  if (!worksIn(by, command.queue)) return no({ type: 'NotYourQueue', queue: command.queue })
  if (!known.matrix.categories.some((one) => one.id === command.category))
    return no({ type: 'NoSuchCategory' })
  const { subject, body, customer, channel, category, priority, queue } = command
  return yes(() => ({
    type: 'case.opened',
    ref: `N-${hashOf(known.opId).slice(0, 6).toUpperCase()}`,
    subject,
    body,
    customer,
    channel,
    language: customer.language,
    category,
    priority,
    flags: [],
    queue,
    attributes: {},
    clocks: clocksWhenOpened(targetFor(known.matrix, queue.tier, priority), known.at)
  }))
}

export function decideWork(
  kase: Case,
  command: Of<
    | 'case.claim'
    | 'case.assign'
    | 'case.release'
    | 'case.transfer'
    | 'case.setPriority'
    | 'case.setCategory'
    | 'case.setFlag'
  >,
  by: Person,
  known: Known
): Judged {
  switch (command.type) {
    case 'case.claim':
      return decideClaim(kase, by, known)
    case 'case.assign':
      return decideAssign(kase, command, by, known)
    case 'case.release': {
      const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
      if (stop) return no(stop)
      if (kase.owner === null) return ALREADY_SO
      return yes(() => {
        const target = targetFor(known.matrix, kase.queue.tier, kase.priority)
        return {
          type: 'case.released',
          clocks: clocksWhenUnowned(kase.clocks, target, waits(kase), known.at)
        }
      })
    }
    case 'case.transfer':
      return decideTransfer(kase, command, by, known)
    case 'case.setPriority': {
      const stop = stillOpen(kase) ?? inQueue(kase, by)
      if (stop) return no(stop)
      if (kase.priority === command.priority) return ALREADY_SO
      return edited(kase, 'priority', command.was, () => {
        const target = targetFor(known.matrix, kase.queue.tier, command.priority)
        const clocks = clocksWhenRetargeted(kase.clocks, target, known.at)
        return { type: 'case.prioritySet', from: kase.priority, to: command.priority, clocks }
      })
    }
    case 'case.setCategory': {
      const stop = stillOpen(kase) ?? inQueue(kase, by)
      if (stop) return no(stop)
      if (!known.matrix.categories.some((one) => one.id === command.category))
        return no({ type: 'NoSuchCategory' })
      if (kase.category === command.category) return ALREADY_SO
      const { category } = command
      return edited(kase, 'category', command.was, () => ({
        type: 'case.categorySet',
        from: kase.category,
        to: category
      }))
    }
    case 'case.setFlag':
      return decideFlag(kase, command, by)
  }
}

/**
 * A flag is a sign for the matrix. Whoever works in the queue raises one; one that sends the case a special way is taken down
 * by who answers for the queue only, so that nobody goes round it (CA22).
 */
function decideFlag(kase: Case, command: Of<'case.setFlag'>, by: Person): Judged {
  const stop = stillOpen(kase) ?? inQueue(kase, by)
  if (stop) return no(stop)
  const { flag, on } = command
  if (kase.flags.includes(flag) === on) return ALREADY_SO
  if (!on && PROTECTED.has(flag) && !supervises(by, kase.queue)) return no({ type: 'FlagProtected' })
  return yes(() => ({ type: 'case.flagged', flag, on }))
}

const PROTECTED: ReadonlySet<Flag> = new Set<Flag>(['fraud', 'compliance', 'public'])

/** Pull from the queue. Claiming a case that was escalated here is accepting the escalation. */
export function decideClaim(kase: Case, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? inQueue(kase, by)
  if (stop) return no(stop)
  if (kase.owner === by.id) return ALREADY_SO
  if (kase.owner !== null && known.findPerson(kase.owner)) {
    const took = kase.setBy?.owner ?? kase.lastChange
    const last = kase.lastChange.by === kase.owner ? kase.lastChange : took
    return no({ type: 'CaseTaken', by: kase.owner, at: took.at, lastType: last.type })
  }
  return yes(() => {
    const clocks = clocksWhenOwned(kase.clocks, known.at)
    const waiting = openFunctional(kase)
    return waiting?.state.status === 'requested'
      ? { type: 'escalation.accepted', escalationId: waiting.id, clocks }
      : { type: 'case.claimed', clocks }
  })
}

/** Push: who answers for the queue gives the case to one of its people; an owner may hand it to a colleague of the queue. */
function decideAssign(kase: Case, command: Of<'case.assign'>, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
  if (stop)
    return no(stop.type === 'NobodyOwnsIt' || stop.type === 'NotYourCase' ? { type: 'OnlySupervisor' } : stop)
  const person = known.findPerson(command.to)
  if (!person) return no({ type: 'NoSuchPerson' })
  if (!worksIn(person, kase.queue)) return no({ type: 'PersonNotInQueue', person: person.id })
  if (kase.owner === person.id) return ALREADY_SO
  return yes(() => ({
    type: 'case.assigned',
    to: person.id,
    clocks: clocksWhenOwned(kase.clocks, known.at)
  }))
}

/** Sideways: to another team of the same tier. Up and down go by the matrix. */
function decideTransfer(kase: Case, command: Of<'case.transfer'>, by: Person, known: Known): Judged {
  const stop = stillOpen(kase) ?? ownedOrSupervised(kase, by)
  if (stop) return no(stop)
  const beside = queuesBeside(known.matrix, kase.queue)
  if (beside.length === 0) return no({ type: 'NoOtherTeam' })
  if (!beside.some((queue) => isSameQueue(queue, command.to)))
    return no({ type: 'NoSuchQueue', queue: command.to })
  return yes(() => {
    const target = targetFor(known.matrix, command.to.tier, kase.priority)
    const clocks = clocksWhenTransferred(kase.clocks, target, known.at)
    return { type: 'case.transferred', from: kase.queue, to: command.to, note: command.note, clocks }
  })
}

/** Three-way: the later one wins, and its author is told that somebody changed the same field in between (CA9). */
function edited(kase: Case, field: 'priority' | 'category', was: string, event: () => CaseEvent): Judged {
  if (kase[field] === was) return yes(event)
  return ok(() => {
    const { by, at } = kase.setBy?.[field] ?? kase.lastChange
    const told = { type: 'ChangedMeanwhile' as const, was: kase[field], by, at }
    return { outcome: 'transformed', event: event(), told }
  })
}
