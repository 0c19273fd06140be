import type { CaseEvent } from '../../../shared/case/event.ts'
import { unreachable } from '../../../shared/lib/must.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

type Telling = { readonly words: Words; readonly format: Format; readonly names: Names }

/** What happened, in one line: who, and from where to where. */
export function eventText({ event, by }: TimelineEntry, telling: Telling): string {
  const { words, format, names } = telling
  const said = words.events
  const who = names.person(by)
  switch (event.type) {
    case 'case.opened':
    case 'case.customerWrote':
    case 'case.claimed':
    case 'case.released':
    case 'case.replied':
    case 'case.noted':
    case 'case.pended':
    case 'case.resumed':
    case 'case.closed':
    case 'escalation.accepted':
    case 'escalation.withdrawn':
      return said[event.type](who)
    case 'case.assigned':
      return said[event.type](who, names.person(event.to))
    case 'case.transferred':
    case 'case.escalated':
      return said[event.type](who, names.queue(event.from), names.queue(event.to))
    case 'escalation.returned':
      return said[event.type](who, names.queue(event.to))
    case 'case.prioritySet':
      return said[event.type](who, words.case.priority[event.from], words.case.priority[event.to])
    case 'case.categorySet':
      return said[event.type](who, names.category(event.from), names.category(event.to))
    case 'case.held':
      return said[event.type](who, words.case.holdReason[event.reason])
    case 'case.resolved':
      return said[event.type](who, words.case.resolution[event.resolution])
    case 'case.reopened':
      return said[event.type](who, event.reason)
    case 'case.granted':
      return said[event.type](
        who,
        words.escalation.action[event.action],
        format.money(event.amountMinor, event.currency)
      )
    case 'approval.requested':
      return said[event.type](
        who,
        words.escalation.action[event.ask.action],
        format.money(event.ask.amountMinor, event.ask.currency)
      )
    case 'approval.amended':
      return said[event.type](who, format.money(event.ask.amountMinor, event.ask.currency))
    case 'approval.approved':
      return event.nextDueAt === null ? said[event.type].last(who) : said[event.type].step(who)
    case 'approval.declined':
      return said[event.type](who, event.reason)
    case 'approval.expired':
      return event.nextDueAt === null ? said[event.type].last : said[event.type].next
    default:
      return unreachable(event)
  }
}

/** The words a person left with it, shown under the line. */
export function noteOf(event: CaseEvent): string | null {
  switch (event.type) {
    case 'case.transferred':
    case 'escalation.returned':
    case 'case.held':
    case 'case.resolved':
    case 'case.granted':
    case 'approval.approved':
      return event.note?.trim() || null
    default:
      return null
  }
}
