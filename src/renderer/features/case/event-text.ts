import type { CaseEvent } from '../../../shared/case/event.ts'
import { unreachable } from '../../../shared/lib/must.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { approverText } from '../../words/approver-text.ts'
import { askText } from '../../words/ask-text.ts'
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
    case 'case.managerCalled':
    case 'case.callAnswered':
    case 'case.swarmLeft':
      return said[event.type](who)
    case 'case.assigned':
      return said[event.type](who, names.person(event.to))
    case 'case.transferred':
    case 'case.escalated':
      return said[event.type](who, names.queue(event.from), names.queue(event.to))
    case 'escalation.returned': {
      const to = event.owner ? names.person(event.owner) : names.queue(event.to)
      return said[event.type](who, to, event.reason ? words.escalation.returnReason[event.reason] : null)
    }
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
    case 'grant.carriedOut':
      return said[event.type](event.receipt)
    case 'approval.requested':
      return said[event.type](who, askText(event.ask, telling))
    case 'approval.amended':
      return said[event.type](who, askText(event.ask, telling))
    case 'approval.handedOn':
      return said[event.type](who, names.person(event.to))
    case 'approval.reminded':
      return said[event.type](approverText(event.whom, telling))
    case 'case.flagged':
      return said[event.type][event.on ? 'on' : 'off'](who, words.case.flag[event.flag])
    case 'case.wentPrivate':
      return said[event.type](who, words.case.channel[event.to])
    case 'case.swarmed':
      return said[event.type](who, format.list(event.people.map((id) => names.person(id))))
    case 'case.notified':
      return said[event.type](approverText(event.whom, telling), words.escalation.trigger[event.automatic.on])
    case 'approval.approved':
      return event.nextDueAt === null ? said[event.type].last(who) : said[event.type].step(who)
    case 'approval.declined':
      return said[event.type](who, event.reason)
    case 'approval.expired':
      if (event.declined) return said[event.type].declined
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
    case 'approval.handedOn':
    case 'case.managerCalled':
    case 'case.callAnswered':
    case 'case.swarmed':
      return event.note?.trim() || null
    default:
      return null
  }
}
