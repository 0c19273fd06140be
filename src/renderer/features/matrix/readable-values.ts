import type { Finding } from '../../../shared/escalation/finding.ts'
import { FINDING_VALUES, type FindingValue } from '../../../shared/escalation/finding-values.ts'
import { AuthorityAction, Channel, type Matrix, Priority } from '../../../shared/escalation/matrix.ts'
import { TextFaultCode } from '../../../shared/escalation/text-fault.ts'
import { fractionDigits } from '../../../shared/lib/currency.ts'
import { Language } from '../../../shared/people/person.ts'
import { Queue } from '../../../shared/people/queue.ts'
import { Tier } from '../../../shared/people/tier.ts'
import type { Saying } from '../../words/row-sentence.ts'
import { entryAt } from './entries.ts'
import { faultText } from './fault-text.ts'

const MINUTE = 60_000

/** The values of a finding as the screen says them: queues and people by name, spans and money as the language writes them. */
export function readableValues(
  { code, values, path }: Pick<Finding, 'code' | 'values' | 'path'>,
  doc: Matrix,
  say: Saying
): Record<string, string> {
  const kinds: Readonly<Record<string, FindingValue>> = FINDING_VALUES[code]
  const said = Object.entries(values).map(([name, value]) => {
    const kind = kinds[name] ?? 'word'
    return [name, kind === 'entry' ? (entryAt(doc, path, say) ?? value) : SAY[kind](value, say)]
  })
  const fault = TextFaultCode.safeParse(values['fault'])
  const wrong = fault.success ? { wrong: faultText({ code: fault.data, values }, say) } : {}
  return { ...Object.fromEntries(said), ...wrong }
}

type Say = (value: string, say: Saying) => string
const asItIs: Say = (value) => value
const each =
  (one: Say): Say =>
  (value, say) =>
    say.format.list(value.split(', ').map((part) => one(part, say)))

const tier: Say = (value, { names }) => {
  const known = Tier.safeParse(value)
  return known.success ? `${value} ${names.tier(known.data)}` : value
}
const queue: Say = (value, { names }) => {
  const found = queueOf(value)
  return found ? names.queue(found) : value
}
const place: Say = (value, say) => {
  const channel = Channel.safeParse(value)
  if (channel.success) return say.words.case.channel[channel.data]
  return value.includes('/') ? queue(value, say) : tier(value, say)
}

/** How each kind of value is said; what is not what it should be is shown as it is. */
const SAY: Readonly<Record<Exclude<FindingValue, 'entry'>, Say>> = {
  rows: each(asItIs),
  queue,
  tier,
  tiers: each(tier),
  places: each(place),
  category: (value, { names }) => names.category(value),
  exception: (value, { names }) => names.exception(value),
  person: (value, { names }) => names.person(value),
  money(value, { format, currency }) {
    const [match, amount, code = currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value) ?? []
    return match ? format.money(Math.round(Number(amount) * 10 ** fractionDigits(code)), code) : value
  },
  minutes: (value, { format }) => (/^\d+$/.test(value) ? format.duration(Number(value) * MINUTE) : value),
  count: (value, { format }) => (/^\d+$/.test(value) ? format.number(Number(value)) : value),
  priority(value, { words, format }) {
    const known = Priority.safeParse(value)
    return known.success ? words.case.priority[known.data].toLocaleLowerCase(format.locale) : value
  },
  action(value, { words }) {
    const known = AuthorityAction.safeParse(value)
    return known.success ? words.escalation.action[known.data] : value
  },
  language(value, { words }) {
    const known = Language.safeParse(value)
    return known.success ? words.case.language[known.data] : value
  },
  messagePart(value, { words }) {
    const parts: Readonly<Record<string, string>> = words.matrix.message.parts
    return parts[value] ?? value
  },
  word: asItIs
}

/** `L2/billing` */
function queueOf(value: string): Queue | null {
  const [tier, team] = value.split('/')
  const queue = Queue.safeParse({ tier, team })
  return queue.success ? queue.data : null
}
