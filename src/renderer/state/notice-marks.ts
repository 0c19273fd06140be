import type { Notice } from '../../shared/protocol/views.ts'

/** How far notices were seen: their place in the log, and when they were told (ms), for some are told later than their fact. */
export type Mark = { readonly seq: number; readonly at: number }

const DAY_MS = 86_400_000

/** Whether it came since somebody last looked. On a machine one was never on, older news was told elsewhere. */
export function isUnread({ seq, at }: Mark, seen: Mark | null, now: number): boolean {
  return seen === null ? at > now - DAY_MS : isAfter({ seq, at }, seen)
}

/** What came after the mark, and happened since then: oldest first. */
export function freshOf(list: readonly Notice[], since: number, upTo: Mark): readonly Notice[] {
  return list.filter((notice) => isAfter(notice, upTo) && notice.at >= since).toReversed()
}

/** The mark after all of these. */
export function markOf(list: readonly Mark[], from: Mark = { seq: 0, at: 0 }): Mark {
  return {
    seq: Math.max(from.seq, ...list.map(({ seq }) => seq)),
    at: Math.max(from.at, ...list.map(({ at }) => at))
  }
}

const isAfter = (one: Mark, mark: Mark): boolean => one.seq > mark.seq || one.at > mark.at
