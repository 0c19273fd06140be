import { AuthorityAction, Priority } from '../../../shared/escalation/matrix.ts'
import { Language } from '../../../shared/people/person.ts'
import { Queue } from '../../../shared/people/queue.ts'
import type { Saying } from './rows/sentence.ts'

const MINUTE = 60_000
const SPANS: ReadonlySet<string> = new Set(['chain', 'target', 'accept', 'resolve'])
const PEOPLE: ReadonlySet<string> = new Set(['person', 'of'])

/** The values of a finding as the screen says them: queues and people by name, spans and money as the language writes them. */
export function readableValues(
  values: Readonly<Record<string, string>>,
  say: Saying
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(name, value, say)]))
}

function readable(name: string, value: string, say: Saying): string {
  const { words, format, names } = say
  const queue = queueOf(value)
  if (queue) return names.queue(queue)
  const money = /^(-?\d+\.\d\d) ([A-Z]{3})$/.exec(value)
  if (money) return format.money(Math.round(Number(money[1]) * 100), money[2] ?? say.currency)
  if (SPANS.has(name) && /^\d+$/.test(value)) return format.duration(Number(value) * MINUTE)
  if (name === 'category') return names.category(value)
  // Delegates name people in `of` and `to`; what is no person here is shown as it is.
  if (PEOPLE.has(name) || name === 'to') return names.person(value)
  const priority = name === 'priority' ? Priority.safeParse(value) : undefined
  if (priority?.success) return words.case.priority[priority.data].toLocaleLowerCase(format.locale)
  const action = name === 'action' ? AuthorityAction.safeParse(value) : undefined
  if (action?.success) return words.escalation.action[action.data]
  const language = name === 'language' ? Language.safeParse(value) : undefined
  if (language?.success) return words.case.language[language.data]
  const parts: Readonly<Record<string, string>> = words.matrix.message.parts
  return name === 'part' ? (parts[value] ?? value) : value
}

/** `L2/billing` */
function queueOf(value: string): Queue | null {
  const [tier, team] = value.split('/')
  const queue = Queue.safeParse({ tier, team })
  return queue.success ? queue.data : null
}
