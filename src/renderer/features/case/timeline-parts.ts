import { CUSTOMER } from '../../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'

export type Message = {
  readonly kind: 'message'
  readonly key: string
  readonly entry: TimelineEntry
  readonly look: 'customer' | 'reply' | 'note'
  readonly body: string
  /** Who wrote the customer's words down, when it was not the customer. */
  readonly scribe: TimelineEntry['by'] | null
}
export type Step = { readonly kind: 'step'; readonly key: string; readonly entry: TimelineEntry }
export type Quiet = { readonly kind: 'quiet'; readonly key: string; readonly steps: readonly Step[] }
export type Day = { readonly kind: 'day'; readonly key: string; readonly at: number }
export type TimelinePart = Day | Message | Step | Quiet

/** So many steps in a row are told by their first and last; the rest is folded. */
const FOLD_FROM = 6

/** The history as the screen tells it: days, messages, and what happened between them as lines. */
export function timelineParts(
  timeline: readonly TimelineEntry[],
  dayOf: (at: number) => string
): TimelinePart[] {
  const parts: TimelinePart[] = []
  let day = ''
  for (const entry of timeline) {
    const today = dayOf(entry.at)
    if (today !== day) {
      day = today
      // A pending entry may come before a fact of the day before: the same day can head the list twice.
      parts.push({ kind: 'day', key: `day:${today}:${entry.key}`, at: entry.at })
    }
    parts.push(messageOf(entry) ?? { kind: 'step', key: entry.key, entry }, ...writtenWith(entry))
  }
  return foldQuiet(parts)
}

function messageOf(entry: TimelineEntry): Message | undefined {
  const { event, key, by } = entry
  switch (event.type) {
    case 'case.opened':
    case 'case.customerWrote':
      return {
        kind: 'message',
        key,
        entry,
        look: 'customer',
        body: event.body,
        scribe: by === CUSTOMER || event.type === 'case.customerWrote' ? null : by
      }
    case 'case.replied':
      return { kind: 'message', key, entry, look: 'reply', body: event.body, scribe: null }
    case 'case.noted':
      return { kind: 'message', key, entry, look: 'note', body: event.body, scribe: null }
    default:
      return undefined
  }
}

/** What the customer was written as the case went up: a message like any other. */
function writtenWith(entry: TimelineEntry): Message[] {
  const { event, key } = entry
  if (event.type !== 'case.escalated' || !event.message?.trim()) return []
  return [{ kind: 'message', key: `${key}:message`, entry, look: 'reply', body: event.message, scribe: null }]
}

/** Long runs of steps keep their ends; what carries words of a person or waits for the server is never folded. */
function foldQuiet(parts: readonly TimelinePart[]): TimelinePart[] {
  const out: TimelinePart[] = []
  let run: Step[] = []
  const end = (): void => {
    const [first, ...rest] = run
    const last = rest.pop()
    if (first && last && run.length >= FOLD_FROM)
      out.push(first, { kind: 'quiet', key: `quiet:${first.key}`, steps: rest }, last)
    else out.push(...run)
    run = []
  }
  for (const part of parts) {
    if (part.kind === 'step' && isQuiet(part)) run.push(part)
    else {
      end()
      out.push(part)
    }
  }
  end()
  return out
}

const LOUD: readonly string[] = [
  'case.escalated',
  'escalation.returned',
  'approval.requested',
  'approval.approved',
  'approval.declined',
  'case.resolved'
]

function isQuiet({ entry }: Step): boolean {
  return entry.saved === null && !LOUD.includes(entry.event.type)
}

const LONG_CHARS = 1400
const LONG_LINES = 18

/** What shows of a long text before one asks for the rest; null when all of it shows. */
export function openingOf(text: string): string | null {
  const lines = text.split('\n')
  if (text.length <= LONG_CHARS && lines.length <= LONG_LINES) return null
  const opening = lines.slice(0, LONG_LINES - 4).join('\n')
  const cut = opening.slice(0, LONG_CHARS - 400)
  if (cut.length === opening.length) return opening
  const word = cut.search(/\s\S*$/)
  return word > 0 ? cut.slice(0, word) : cut
}
