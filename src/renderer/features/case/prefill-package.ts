import type { Package } from '../../../shared/case/case.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'

/** What a hand-off is filled with is cut to what one reads at a glance; the conversation travels with the case anyway. */
const NEED_MAX = 600
const LINE_MAX = 240
const TRIED_MAX = 1200

export type TriedWords = {
  readonly reply: (text: string) => string
  readonly note: (text: string) => string
}

/**
 * A first version of the hand-off, out of the conversation: what the customer needs is what they wrote first, what was
 * tried is what I answered and noted, oldest first. Impact and ask are nobody's to guess.
 */
export function prefillPackage(timeline: readonly TimelineEntry[], me: string, said: TriedWords): Package {
  const need = shorten(firstMessage(timeline), NEED_MAX)
  const tried = lastFitting(
    timeline.flatMap(({ by, event }) => {
      if (by !== me) return []
      if (event.type === 'case.replied') return [said.reply(shorten(event.body, LINE_MAX))]
      return event.type === 'case.noted' ? [said.note(shorten(event.body, LINE_MAX))] : []
    })
  )
  return { ...(need && { need }), ...(tried && { tried }) }
}

function firstMessage(timeline: readonly TimelineEntry[]): string {
  for (const { event } of timeline) {
    if (event.type === 'case.opened' || event.type === 'case.customerWrote') return event.body
  }
  return ''
}

/** Without blank lines and cut at a word, with an ellipsis where something is missing. */
export function shorten(text: string, most: number): string {
  const tidy = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
  if (tidy.length <= most) return tidy
  const cut = tidy.slice(0, most)
  const word = cut.search(/\s\S*$/)
  return `${cut.slice(0, word > most / 2 ? word : most).replace(/[\s.,;:]+$/, '')}…`
}

/** The latest lines, as many as fit: what was tried last tells the next person most. */
function lastFitting(lines: readonly string[]): string {
  const kept: string[] = []
  let length = 0
  for (const line of lines.toReversed()) {
    length += line.length + 1
    if (length > TRIED_MAX && kept.length > 0) break
    kept.unshift(line)
  }
  return kept.join('\n')
}
