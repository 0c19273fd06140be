import type { Notice, NoticedRequest } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { approverText } from '../../words/approver-text.ts'
import { askText } from '../../words/ask-text.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

type Telling = { readonly words: Words; readonly format: Format; readonly names: Names; readonly me: string }
export type NoticeTone = 'positive' | 'warning' | 'plain' | 'asks'
export type ToldNotice = {
  readonly text: string
  /** What somebody left with it. */
  readonly note: string | null
  /** What became of a request that no longer waits for them. */
  readonly became: string | null
  readonly tone: NoticeTone
}

/** What somebody is told, in a sentence to them. */
export function noticeText(notice: Notice, telling: Telling): ToldNotice {
  const { request } = notice
  return request ? askedText(notice, request, telling) : newsText(notice, telling)
}

function newsText({ event, by, ask }: Notice, telling: Telling): ToldNotice {
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
    case 'escalation.withdrawn':
      return say(texts.withdrawn(who, what), null, 'warning')
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
  return { text, note: note?.trim() || null, became: null, tone }
}

/** Who asks for their decision, on what, and why it is theirs. */
function askedText(
  { event, by, ask }: Notice,
  { by: asker, inPlaceOf, waits, over }: NoticedRequest,
  telling: Telling
): ToldNotice {
  const { words, names } = telling
  const texts = words.frame.notices
  const who = names.person(asker)
  const what = ask ? askText(ask, telling) : ''
  const left = ask?.package.ask?.trim() || ask?.package.need?.trim() || null
  const said = (): string => {
    switch (event.type) {
      case 'approval.amended':
        return texts.changedAsks(who, what)
      case 'approval.handedOn':
        return texts.handedToYou(names.person(by), what)
      case 'approval.reminded':
        return texts.alsoYou(what)
      case 'approval.approved':
      case 'approval.expired':
        return texts.yourTurn(who, what)
      default:
        return texts.asksYou(who, what)
    }
  }
  const handed = event.type === 'approval.handedOn' ? event.note.trim() || null : null
  return {
    text: said(),
    note: inPlaceOf ? texts.inPlaceOf(names.person(inPlaceOf)) : (handed ?? left),
    became: waits ? null : becameText(over, telling),
    tone: waits ? 'asks' : 'plain'
  }
}

function becameText(over: NoticedRequest['over'], { words, names, me }: Telling): string {
  const texts = words.frame.notices.became
  if (!over) return texts.none
  const { event, by } = over
  const who = names.person(by)
  const isMine = by === me
  switch (event.type) {
    case 'approval.approved':
      return isMine ? texts.youApproved : texts.approved(who)
    case 'approval.declined':
      return isMine ? texts.youDeclined : texts.declined(who)
    case 'approval.handedOn':
      if (event.to === me) return texts.handedToYou(who)
      return isMine ? texts.youHandedOn(names.person(event.to)) : texts.handedOn(who, names.person(event.to))
    case 'approval.expired':
      return texts.late
    case 'approval.amended':
      return texts.changed(who)
    case 'escalation.withdrawn':
      return texts.takenBack(who)
    default:
      return texts.none
  }
}
