import type { PersonId } from '../lib/ids.ts'
import type { AssistActor, AssistEvent } from './assist-event.ts'
import { type AssistSession, isWork, NO_CONTROL, type Participant } from './session.ts'

/** An event with who did it and when (ms). */
export type AssistHappening = { readonly event: AssistEvent; readonly by: AssistActor; readonly at: number }

/** What a session is after one more thing happened. Undefined before it was opened, and as long as nothing opens it. */
export function applyAssist(
  session: AssistSession | undefined,
  happening: AssistHappening
): AssistSession | undefined {
  const { event, by, at } = happening
  if (event.type === 'opened') return session ?? opened(happening)
  if (!session || session.state.status === 'ended') return session
  const changed = change(session, event, at)
  return isWork(event) && by.who !== 'system' ? { ...changed, lastActAt: at } : changed
}

function opened({ event, by, at }: AssistHappening): AssistSession | undefined {
  if (event.type !== 'opened' || by.who !== 'agent') return undefined
  const { caseId, kind, tier } = event
  return {
    caseId,
    kind,
    openedBy: by.personId,
    openedAt: at,
    state: { status: 'pending' },
    codeUntil: null,
    people: [{ personId: by.personId, tier, state: 'asked', isVisibleOnly: false }],
    invited: [],
    control: NO_CONTROL,
    isPaused: false,
    goneSince: null,
    screens: [],
    recording: 'off',
    lastActAt: at
  }
}

function change(session: AssistSession, event: AssistEvent, at: number): AssistSession {
  switch (event.type) {
    case 'code_issued':
      return { ...session, codeUntil: event.until }
    case 'arrived':
      return { ...session, state: { status: 'authorizing', since: at }, goneSince: null }
    case 'consented':
      // The one they see named in what they agree to.
      return {
        ...session,
        state: { status: 'active', since: at },
        people: withState(session, session.openedBy, 'in')
      }
    case 'asked_in':
      return {
        ...session,
        people: [...without(session, event.personId), { ...personOf(event), state: 'asked' }]
      }
    case 'let_in':
      return { ...session, people: withState(session, event.personId, 'in') }
    case 'kept_out':
    case 'left':
      return withoutHand({ ...session, people: withState(session, event.personId, 'out') }, event.personId)
    case 'invited':
      return { ...session, invited: [...session.invited, { personId: event.personId, tier: event.tier }] }
    case 'control_asked':
      return {
        ...session,
        control: { ...session.control, asked: { personId: event.personId, level: event.level } }
      }
    case 'control_granted':
      return { ...session, control: { holder: event.personId, level: event.level, asked: null } }
    case 'control_rejected':
      return { ...session, control: { ...session.control, asked: null } }
    case 'control_passed':
      return { ...session, control: { holder: event.to, level: event.level, asked: null } }
    case 'control_ended':
      return { ...session, control: NO_CONTROL }
    case 'paused':
      return { ...session, isPaused: true, control: NO_CONTROL }
    case 'resumed':
      return { ...session, isPaused: false }
    case 'page_gone':
      return { ...session, goneSince: session.goneSince ?? at }
    case 'page_back':
      return { ...session, goneSince: null }
    case 'screen_shown':
      return { ...session, screens: [...session.screens.filter((one) => one !== event.by), event.by] }
    case 'screen_ended':
      return { ...session, screens: session.screens.filter((one) => one !== event.by) }
    case 'recording_asked':
      return { ...session, recording: 'asked' }
    case 'recording_began':
      return { ...session, recording: 'on' }
    case 'recording_refused':
    case 'recording_ended':
      return { ...session, recording: 'off' }
    case 'ended':
      return {
        ...session,
        state: { status: 'ended', at, reason: event.reason },
        control: NO_CONTROL,
        screens: [],
        recording: 'off'
      }
    default:
      return session
  }
}

function personOf({
  personId,
  tier,
  isVisibleOnly
}: Extract<AssistEvent, { type: 'asked_in' }>): Omit<Participant, 'state'> {
  return { personId, tier, isVisibleOnly }
}

function without(session: AssistSession, personId: PersonId): readonly Participant[] {
  return session.people.filter((one) => one.personId !== personId)
}

function withState(
  session: AssistSession,
  personId: PersonId,
  state: Participant['state']
): readonly Participant[] {
  return session.people.map((one) => (one.personId === personId ? { ...one, state } : one))
}

/** Whoever is out has no hand in the page and asks for none. */
function withoutHand(session: AssistSession, personId: PersonId): AssistSession {
  const { control } = session
  if (control.holder === personId) return { ...session, control: NO_CONTROL }
  return control.asked?.personId === personId ? { ...session, control: { ...control, asked: null } } : session
}
