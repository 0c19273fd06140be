import type { Result } from '../lib/result.ts'
import type { CaseEvent } from './event.ts'
import type { Refusal } from './refusal.ts'
import type { Decided } from './rights.ts'

/**
 * What a rule says: its no, or a yes with how to make what follows from it. Buttons ask for yes or no only, far more often
 * than anybody presses one, and events, new clocks and hashes are most of the work. Whoever makes it never finds another no.
 */
export type Judged = Result<() => Decided, Refusal>

/** A yes to the letter: this happens. */
export function yes(event: () => CaseEvent): Judged {
  return { ok: true, value: () => ({ outcome: 'applied', event: event() }) }
}

/** A yes that changes nothing: it was already so. */
export const ALREADY_SO: Judged = { ok: true, value: () => ({ outcome: 'noop' }) }
