import { type Command, wordsOf } from '../../shared/case/command.ts'
import type { Queue } from '../../shared/people/queue.ts'
import { askText } from './ask-text.ts'
import type { Format } from './format.ts'
import type { Words } from './words.ts'

type Telling = {
  readonly words: Words
  readonly format: Format
  readonly names: { queue(queue: Queue): string; exception(id: string): string }
}

/** As much of somebody's words as is needed to know them again (characters). */
const MOST_WORDS = 120

/** What was really sent, with what tells it from another: `Granted an amount: Goodwill 3.33 €`, `Replied: "We are on it."` */
export function sentText(command: Command, telling: Telling): string {
  const did = telling.words.outbox.did[command.type]
  const ask = 'ask' in command ? askText(command.ask, telling) : ''
  const said = command.type === 'case.open' ? command.subject : wordsOf(command)
  const start = said.replaceAll(/\s+/g, ' ').trim()
  const quote = start.length > MOST_WORDS ? `${start.slice(0, MOST_WORDS).trimEnd()}…` : start
  const what = [ask, quote && `“${quote}”`].filter(Boolean).join(', ')
  return what ? `${did}: ${what}` : did
}

/** What a field of a command is called on the screen, by its path there: `ask.package.need`. */
export function fieldText(path: string, words: Words): string {
  const field = path.split('.').at(-1) ?? ''
  const { case: kase, escalation } = words
  const known: Readonly<Record<string, string>> = {
    ...escalation.package,
    message: escalation.tell.message,
    note: kase.form.note,
    reason: kase.fields.reason,
    subject: kase.newCase.subject,
    name: kase.newCase.customerName,
    email: kase.fields.email,
    // Who writes by mail is known by the address.
    id: kase.fields.email,
    phone: kase.fields.phone
  }
  return known[field] ?? words.frame.theText
}
