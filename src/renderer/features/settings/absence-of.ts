import type { Absence } from '../../../shared/people/person.ts'

export type AbsenceProblem = 'noFrom' | 'noTime' | 'past' | 'before'

/** Two times as a browser's own field gives them, read by `read`; an empty beginning is now. */
export function absenceOf(
  { from, until }: { readonly from: string; readonly until: string },
  now: number,
  read: (typed: string) => number
): { readonly away: Absence } | { readonly problem: AbsenceProblem } {
  const away = { from: from === '' ? now : read(from), until: read(until) }
  if (Number.isNaN(away.from)) return { problem: 'noFrom' }
  if (Number.isNaN(away.until)) return { problem: 'noTime' }
  if (away.until <= now) return { problem: 'past' }
  return away.from < away.until ? { away } : { problem: 'before' }
}
