import type { Ask } from '../../shared/case/case.ts'
import type { Queue } from '../../shared/people/queue.ts'
import type { Format } from './format.ts'
import type { Words } from './words.ts'

type Telling = {
  readonly words: Words
  readonly format: Format
  readonly names: { queue(queue: Queue): string; exception(id: string): string }
}

/** What authority is asked for, in a few words: "Refund 120.00 €", "Move to L3 Core", "Exception: late return". */
export function askText(ask: Ask, { words, format, names }: Telling): string {
  const texts = words.escalation
  switch (ask.action) {
    case 'move':
      return texts.moveTo(names.queue(ask.to))
    case 'exception':
      return texts.exceptionOf(names.exception(ask.exception))
    default:
      return `${texts.action[ask.action]} ${format.money(ask.amountMinor, ask.currency)}`
  }
}
