import type { Refusal } from '../../shared/case/refusal.ts'
import type { Priority } from '../../shared/escalation/matrix.ts'
import { unreachable } from '../../shared/lib/must.ts'
import { Queue } from '../../shared/people/queue.ts'
import type { ReviewRow } from '../../shared/protocol/views.ts'
import { dayTime } from './day-time.ts'
import type { Format } from './format.ts'
import { fieldText, sentText } from './sent-text.ts'
import type { Words } from './words.ts'

/** What a transformed change tells its author. */
export type Told = NonNullable<ReviewRow['told']>

/** What people, queues and categories are called here. */
export type RefusalNames = {
  person(id: string): string
  queue(queue: Queue): string
  category(id: string): string
  exception(id: string): string
}

export type Telling = {
  readonly words: Words
  readonly names: RefusalNames
  readonly format: Format
  /** When the refused change was asked for: then "Ben took this case 1 min before you", else who has it and since when. */
  readonly askedAt?: number | undefined
  /** A button that cannot be pressed says this; nothing was asked yet. */
  readonly before?: boolean | undefined
  /** Now, for times told as "5 minutes ago". */
  readonly now?: number | undefined
}

/** The one place where a "no" becomes words. A new refusal does not compile until it has some. */
export function refusalText(refusal: Refusal | Told, telling: Telling): string {
  const { words, names, format } = telling
  const said = words.refusals
  switch (refusal.type) {
    case 'CaseTaken':
      return takenText(refusal, telling)
    case 'NotYourCase':
      return refusal.owner === null ? said.NobodyOwnsIt : said.NotYourCase(names.person(refusal.owner))
    case 'NotYourQueue':
      return said.NotYourQueue(names.queue(refusal.queue))
    case 'CaseResolved':
      return said.CaseResolved(names.person(refusal.by), whenText(refusal.at, telling))
    case 'PersonNotInQueue':
      return said.PersonNotInQueue(names.person(refusal.person))
    case 'NoSuchQueue':
      return said.NoSuchQueue(names.queue(refusal.queue))
    case 'TargetChanged':
      return said.TargetChanged(names.queue(refusal.was), names.queue(refusal.now))
    case 'PackageIncomplete':
      return said.PackageIncomplete(
        format.list(refusal.missing.map((field) => words.escalation.package[field]))
      )
    case 'OverLimit':
      return said.OverLimit(format.money(refusal.leftMinor, refusal.currency))
    case 'WithinLimit':
      return said.WithinLimit(format.money(refusal.leftMinor, refusal.currency))
    case 'WrongCurrency':
      return said.WrongCurrency(refusal.currency)
    case 'EscalationEnded':
      return said.EscalationEnded(stateWord(refusal.status, words))
    case 'ReplyNotSent':
      return (telling.before ? said.ReplyNotSent.before : said.ReplyNotSent)[refusal.because](
        names.person(refusal.by)
      )
    case 'EscalatedOn':
      return said.EscalatedOn(names.queue(refusal.queue))
    case 'TimeRanOut':
      return said.TimeRanOut(whenText(refusal.at, telling))
    case 'UnknownMatrix':
      return said.UnknownMatrix(refusal.version)
    case 'CannotDecide':
      return said.CannotDecide(names.person(refusal.person))
    case 'MustGoPrivate':
      return said.MustGoPrivate(words.case.channel[refusal.to])
    case 'AlreadyCalled':
      return said.AlreadyCalled(names.person(refusal.by), whenText(refusal.at, telling))
    case 'SentAlready':
      return refusal.sent
        ? said.SentAlready.as(sentText(refusal.sent, telling), whenText(refusal.at ?? 0, telling))
        : said.SentAlready.other
    case 'TooLong':
      return said.TooLong(
        fieldText(refusal.field, words),
        format.number(refusal.length),
        format.number(refusal.most)
      )
    case 'NoSuchCase':
    case 'AlreadyExists':
    case 'NobodyOwnsIt':
    case 'CaseClosed':
    case 'NotResolved':
    case 'NotWaiting':
    case 'NoSuchPerson':
    case 'OnlySupervisor':
    case 'NoOtherTeam':
    case 'NoSuchCategory':
    case 'NoRoute':
    case 'NobodyMayApprove':
    case 'AlreadyAsked':
    case 'ApprovalOpen':
    case 'NoSuchEscalation':
    case 'NotAccepted':
    case 'OnlyRequester':
    case 'OwnRequest':
    case 'NotApprover':
    case 'StaleSubject':
    case 'NoSuchException':
    case 'NotPublic':
    case 'FlagProtected':
    case 'TooEarlyToCall':
    case 'NotCalled':
    case 'NotInSwarm':
    case 'WaitsOnRefused':
    case 'NoLongerAllowed':
    case 'GrantLapsed':
    case 'NotUnderstood':
    case 'ServerBroke':
      return said[refusal.type]
    case 'Rerouted':
      return words.case.told.rerouted(queueText(refusal.was, names), queueText(refusal.now, names))
    case 'ChangedMeanwhile':
      return words.case.told.changedMeanwhile(
        names.person(refusal.by),
        valueText(refusal.was, telling),
        whenText(refusal.at, telling)
      )
    default:
      return unreachable(refusal)
  }
}

function takenText(refusal: Extract<Refusal, { type: 'CaseTaken' }>, telling: Telling): string {
  const { words, names, format, askedAt } = telling
  const said = words.refusals.CaseTaken
  const who = names.person(refusal.by)
  if (askedAt === undefined) return said.since(who, whenText(refusal.at, telling))
  // Taken by the server's order, though by the clock it was later: then the span would puzzle.
  return askedAt > refusal.at ? said.before(who, format.duration(askedAt - refusal.at)) : said.first(who)
}

function whenText(at: number, { format, now }: Telling): string {
  return now === undefined ? `${format.date(at)}, ${format.time(at)}` : dayTime(at, now, format)
}

function stateWord(status: string, words: Words): string {
  const states: Readonly<Record<string, string>> = words.escalation.state
  return states[status] ?? status
}

/** `L2/billing`, as the log writes it. */
function queueText(key: string, names: RefusalNames): string {
  const [tier, team] = key.split('/')
  const queue = Queue.safeParse({ tier, team })
  return queue.success ? names.queue(queue.data) : key
}

function valueText(value: string, { words, names }: Telling): string {
  const priorities: Readonly<Record<string, string>> = words.case.priority satisfies Record<Priority, string>
  return priorities[value] ?? names.category(value)
}
