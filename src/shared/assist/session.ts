import type { CaseId, PersonId } from '../lib/ids.ts'
import type { Tier } from '../people/tier.ts'
import type { AssistEvent, AssistKind, ControlLevel, EndReason } from './assist-event.ts'

/** An agent in a session. Nobody is in it unseen: `asked` waits for the customer's yes. */
export type Participant = {
  readonly personId: PersonId
  readonly tier: Tier
  readonly state: 'asked' | 'in' | 'out'
  /** A supervisor who looks on: sees, and does nothing. */
  readonly isVisibleOnly: boolean
}

/** Who has a hand in the customer's page. One at a time, and only as far as the customer granted. */
export type Control = {
  readonly holder: PersonId | null
  readonly level: ControlLevel | null
  /** What the customer is being asked for now. */
  readonly asked: { readonly personId: PersonId; readonly level: ControlLevel } | null
}

/** A session as its events make it. Times are the server's (ms). */
export type AssistSession = {
  readonly caseId: CaseId
  readonly kind: AssistKind
  readonly openedBy: PersonId
  readonly openedAt: number
  readonly state:
    | { readonly status: 'pending' }
    | { readonly status: 'authorizing'; readonly since: number }
    | { readonly status: 'active'; readonly since: number }
    | { readonly status: 'ended'; readonly at: number; readonly reason: EndReason }
  readonly codeUntil: number | null
  readonly people: readonly Participant[]
  readonly invited: readonly { readonly personId: PersonId | null; readonly tier: Tier }[]
  readonly control: Control
  readonly isPaused: boolean
  /** Since when the customer's page has not been heard of; null: it is there. */
  readonly goneSince: number | null
  readonly screens: readonly ('agent' | 'customer')[]
  readonly recording: 'off' | 'asked' | 'on'
  /** When somebody last did something. */
  readonly lastActAt: number
}

/** How long things may take (ms). */
export type AssistTimes = {
  readonly code: number
  readonly idle: number
  readonly whole: number
  readonly pageGone: number
}

const MINUTE = 60_000
export const ASSIST_TIMES: AssistTimes = {
  code: 10 * MINUTE,
  idle: 10 * MINUTE,
  whole: 60 * MINUTE,
  pageGone: MINUTE
}

export const NO_CONTROL: Control = { holder: null, level: null, asked: null }

export function participant(session: AssistSession, personId: PersonId): Participant | undefined {
  return session.people.find((one) => one.personId === personId)
}

/** Whether the copy of the page, or the screen, may be shown to this agent now (AV4, AV5). */
export function maySee(session: AssistSession, personId: PersonId): boolean {
  return isShown(session) && participant(session, personId)?.state === 'in'
}

/** Whether anything of the page leaves the customer's machine at all. */
export function isShown({ state, isPaused }: AssistSession): boolean {
  return state.status === 'active' && !isPaused
}

/** When this session ends if nothing happens, and as what; null once it has ended (AV12). */
export function endsBy(
  session: AssistSession,
  times: AssistTimes
): { readonly at: number; readonly reason: EndReason } | null {
  const { state, openedAt, codeUntil, goneSince, lastActAt } = session
  if (state.status === 'ended') return null
  const ends: { at: number; reason: EndReason }[] =
    state.status === 'active'
      ? [
          { at: lastActAt + times.idle, reason: 'idle' },
          { at: state.since + times.whole, reason: 'too_long' }
        ]
      : [{ at: Math.max(codeUntil ?? 0, openedAt + times.code), reason: 'never_begun' }]
  if (goneSince !== null) ends.push({ at: goneSince + times.pageGone, reason: 'page_gone' })
  return ends.reduce((first, one) => (one.at < first.at ? one : first))
}

/** Events that say nobody is idle. Counting and being watched are no work. */
export function isWork({ type }: AssistEvent): boolean {
  return type !== 'masked' && type !== 'code_failed' && type !== 'page_gone'
}
