import { eventsOf, PAGE_LIMITS, PageMessage } from '../../shared/assist/page-message.ts'
import { type AssistSession, isShown, maySee } from '../../shared/assist/session.ts'
import { isTripped } from '../../shared/assist/tripwire.ts'
import type { PersonId } from '../../shared/lib/ids.ts'

/** What an agent is shown: the page, with the server's time (ms). */
export type Shown = Pick<PageMessage, 'kind' | 'seq' | 'events'> & { readonly at: number }

/** Where it goes. `again`: the customer's page is asked to tell all of itself anew. */
export type RelayOut = {
  show(personId: PersonId, shown: Shown): void
  again(): void
  /** Something that should have been masked came through. */
  trip(): void
}

/** What became of a message: passed on, or not and why. */
export type Taken = 'shown' | 'curtain' | 'not_a_message' | 'too_fast' | 'gap' | 'tripped'

/** A page that is asked to tell itself anew is not asked again before so long. */
const AGAIN_MS = 1_000

export type PageRelay = {
  take(session: AssistSession, raw: unknown): Taken
  /** Somebody is let in, or back: they are shown what is there. */
  catchUp(session: AssistSession, personId: PersonId): void
  /** What was seen in the last minute, from a moment on at which all of it is known. */
  lookBack(session: AssistSession, personId: PersonId): readonly Shown[]
  /** Nothing of the page is kept: while it is paused, and after the end. */
  forget(): void
}

/**
 * Passes a customer's page on to the agents who may see it now. It keeps no more of it than who comes later needs, in memory, and nothing on disk. Says
 * nothing to an agent of which it is not sure: after a gap, a flood or a broken message there is nothing until the page has told itself anew.
 */
export function createPageRelay(out: RelayOut, now: () => number): PageRelay {
  let kept: Shown[] = []
  let size = 0
  let next = 0
  let isBroken = true
  let askedAt = Number.NEGATIVE_INFINITY
  let tokens: number = PAGE_LIMITS.atOnce
  let filledAt = now()

  function askAgain(): void {
    isBroken = true
    if (now() - askedAt < AGAIN_MS) return
    askedAt = now()
    out.again()
  }

  function isTooFast(): boolean {
    const at = now()
    tokens = Math.min(PAGE_LIMITS.atOnce, tokens + ((at - filledAt) / 1_000) * PAGE_LIMITS.perSecond)
    filledAt = at
    if (tokens < 1) return true
    tokens -= 1
    return false
  }

  function keep(shown: Shown): void {
    kept.push(shown)
    size += shown.events.length
    // The latest one from which all before the last minute is known stays.
    const since = shown.at - PAGE_LIMITS.keptMs
    const first = kept.findLastIndex((one) => one.kind === 'whole' && one.at <= since)
    if (first > 0) drop(first)
    const latest = kept.findLastIndex(({ kind }) => kind === 'whole')
    if (size > PAGE_LIMITS.kept && latest > 0) drop(latest)
    if (size > PAGE_LIMITS.kept) askAgain()
  }

  function drop(count: number): void {
    for (const one of kept.splice(0, count)) size -= one.events.length
  }

  function forget(): void {
    kept = []
    size = 0
    isBroken = true
  }

  return {
    take(session, raw) {
      if (!isShown(session)) return 'curtain'
      if (isTooFast()) {
        askAgain()
        return 'too_fast'
      }
      const message = PageMessage.safeParse(raw)
      const events = message.success ? eventsOf(message.data) : undefined
      if (!message.success || !events) {
        askAgain()
        return 'not_a_message'
      }
      const { kind, seq } = message.data
      if (isTripped(events)) {
        forget()
        out.trip()
        return 'tripped'
      }
      if (kind === 'more' && (isBroken || seq !== next)) {
        askAgain()
        return 'gap'
      }
      isBroken = false
      next = seq + 1
      const shown = { kind, seq, events: message.data.events, at: now() }
      for (const { personId } of session.people) if (maySee(session, personId)) out.show(personId, shown)
      keep(shown)
      return 'shown'
    },
    catchUp(session, personId) {
      if (!maySee(session, personId)) return
      const from = kept.findLastIndex(({ kind }) => kind === 'whole')
      if (isBroken || from < 0) return askAgain()
      for (const shown of kept.slice(from)) out.show(personId, shown)
    },
    lookBack(session, personId) {
      if (!maySee(session, personId)) return []
      const from = kept.findIndex(({ kind }) => kind === 'whole')
      return from < 0 ? [] : kept.slice(from)
    },
    forget
  }
}
