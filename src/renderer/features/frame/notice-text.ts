import type { Notice } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { approverText } from '../../words/approver-text.ts'
import { askText } from '../../words/ask-text.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

type Telling = { readonly words: Words; readonly format: Format; readonly names: Names; readonly me: string }
export type NoticeTone = 'positive' | 'warning' | 'plain'
export type ToldNotice = {
  readonly text: string
  /** What somebody left with it. */
  readonly note: string | null
  readonly tone: NoticeTone
}

/** What somebody is told, in a sentence to them. */
export function noticeText({ event, by, ask }: Notice, telling: Telling): ToldNotice {
  const { words, names, me } = telling
  const texts = words.frame.notices
  const who = names.person(by)
  const what = ask ? askText(ask, telling) : ''
  switch (event.type) {
    case 'approval.approved':
      return event.nextDueAt === null
        ? say(texts.approved(who, what), event.note, 'positive')
        : say(texts.approvedStep(who, what), event.note)
    case 'approval.declined':
      return say(texts.declined(who, what), event.reason, 'warning')
    case 'approval.expired':
      if (event.declined) return say(texts.noAnswerIsNo(what), null, 'warning')
      return event.nextDueAt === null ? say(texts.expired(what), null, 'warning') : say(texts.goesOn(what))
    case 'approval.reminded':
      return say(texts.reminded(approverText(event.whom, telling), what))
    case 'approval.handedOn':
      return event.to === me
        ? say(texts.handedToYou(who, what), event.note)
        : say(texts.handedOn(who, names.person(event.to), what), event.note)
    case 'escalation.returned':
      return say(texts.returned(who), event.note, 'warning')
    case 'case.managerCalled':
      return say(texts.called(who), event.note, 'warning')
    case 'case.callAnswered':
      return say(texts.answered(who), event.note, 'positive')
    case 'case.swarmed':
      return say(texts.swarmed(who), event.note)
    case 'case.notified':
      return say(texts.notified(words.escalation.trigger[event.automatic.on]), null, 'warning')
    default:
      return say(who)
  }
}

function say(text: string, note?: string | null, tone: NoticeTone = 'plain'): ToldNotice {
  return { text, note: note?.trim() || null, tone }
}
