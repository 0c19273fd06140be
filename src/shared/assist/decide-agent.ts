import type { PersonId } from '../lib/ids.ts'
import { no, ok } from '../lib/result.ts'
import type { AgentCommand } from './assist-command.ts'
import type { AssistEvent, ControlLevel } from './assist-event.ts'
import type { AssistRefusal } from './assist-refusal.ts'
import { type AssistAgent, type AssistDecided, type AssistKnown, ended } from './decide-assist.ts'
import { type AssistSession, type Participant, participant } from './session.ts'
import { lowestThatMay, mayTier, type Wish } from './tier-rights.ts'

type Of<T extends AgentCommand['type']> = Extract<AgentCommand, { type: T }>

/** What an agent asks for: by their tier, by whose case it is, and by what the customer has allowed so far (AV1 to AV11). */
export function decideAgent(
  session: AssistSession | undefined,
  command: AgentCommand,
  by: AssistAgent,
  known: AssistKnown
): AssistDecided {
  if (command.type === 'open') return open(session, command, by, known)
  if (!session) return no({ type: 'NoSuchSession' })
  if (session.state.status === 'ended') return no({ type: 'SessionEnded' })
  if (command.type === 'join') return join(session, by, known)
  if (command.type === 'end') return end(session, by, known)
  const me = participant(session, by.id)
  if (!me || me.state === 'out') return no({ type: 'NotInSession' })
  if (command.type === 'leave') return leave(session, me)
  if (me.isVisibleOnly) return no({ type: 'OnlyLooksOn' })
  if (command.type === 'invite') return invite(command, by, known)
  if (command.type === 'end_control') return endControl(session, by.id)
  if (command.type === 'end_screen')
    return ok(session.screens.includes('agent') ? [{ type: 'screen_ended', by: 'agent' }] : [])
  if (command.type === 'end_recording')
    return session.recording === 'on' ? ok([{ type: 'recording_ended' }]) : no({ type: 'NoRecording' })
  const stop = notNow(session, me)
  return stop ? no(stop) : whileActive(session, command, by, known)
}

function whileActive(
  session: AssistSession,
  command: Of<'ask_control' | 'pass_control' | 'show_screen' | 'ask_recording'>,
  by: AssistAgent,
  known: AssistKnown
): AssistDecided {
  switch (command.type) {
    case 'ask_control':
      return askControl(session, command.level, by, known)
    case 'pass_control':
      return passControl(session, command.to, by, known)
    case 'show_screen': {
      const stop = tierStop(known, by, { do: 'screen' })
      return stop ? no(stop) : ok([{ type: 'screen_shown', by: 'agent', surface: command.surface }])
    }
    case 'ask_recording': {
      const stop = tierStop(known, by, { do: 'record' })
      if (stop) return no(stop)
      if (session.recording !== 'off') return no({ type: 'RecordingRuns' })
      return ok([{ type: 'recording_asked', personId: by.id }])
    }
  }
}

function open(
  session: AssistSession | undefined,
  { caseId, kind }: Of<'open'>,
  by: AssistAgent,
  known: AssistKnown
): AssistDecided {
  if (session) return no({ type: 'AlreadyOpen' })
  const { kase } = known
  if (!kase.isInWork) return no({ type: 'CaseNotInWork' })
  if (kase.owner !== by.id) return no({ type: 'NotYourCase', owner: kase.owner })
  const stop = tierStop(known, by, { do: kind })
  return stop ? no(stop) : ok([{ type: 'opened', caseId, kind, tier: by.tier }])
}

/**
 * Who comes in later stands at the door until the customer lets them in: whom the case belongs to by now, who was called, and
 * who supervises, who only looks on. Whoever the customer let in before and left comes back the same way.
 */
function join(session: AssistSession, by: AssistAgent, known: AssistKnown): AssistDecided {
  const me = participant(session, by.id)
  if (me && me.state !== 'out') return no({ type: 'IsIn' })
  const comes = (isVisibleOnly: boolean): AssistDecided =>
    ok([{ type: 'asked_in', personId: by.id, tier: by.tier, isVisibleOnly }])
  const isTheirs = known.kase.owner === by.id || session.openedBy === by.id
  const isCalled = session.invited.some(({ personId, tier }) =>
    personId === null ? tier === by.tier : personId === by.id
  )
  if (!isTheirs && !isCalled) return by.answersFor ? comes(true) : no({ type: 'NotInvited' })
  const stop =
    tierStop(known, by, { do: session.kind }) ?? (isTheirs ? undefined : acceptStop(session, by, known))
  return stop ? no(stop) : comes(false)
}

/** From below, or from beside: a tier takes over only from those it may. */
function acceptStop(session: AssistSession, by: AssistAgent, known: AssistKnown): AssistRefusal | undefined {
  const from = participant(session, session.openedBy)?.tier
  return from === undefined ? undefined : tierStop(known, by, { do: 'accept', tier: from })
}

function end(session: AssistSession, by: AssistAgent, known: AssistKnown): AssistDecided {
  const me = participant(session, by.id)
  if (me && me.state !== 'out' && !me.isVisibleOnly) return ended('agent')
  const stop = tierStop(known, by, { do: 'endOther' })
  return stop ? no(stop) : ended('forced')
}

/** The last agent who can do something ends it with their going. */
function leave(session: AssistSession, me: Participant): AssistDecided {
  const left: AssistEvent = { type: 'left', personId: me.personId }
  const stays = session.people.some(
    (one) => one.personId !== me.personId && one.state === 'in' && !one.isVisibleOnly
  )
  return ok(stays || me.isVisibleOnly || me.state === 'asked' ? leaving(session, me, left) : [left, OVER])
}

const OVER: AssistEvent = { type: 'ended', reason: 'agent' }

/** Who opened it and goes before the customer agreed leaves nobody to agree to. */
function leaving(session: AssistSession, me: Participant, left: AssistEvent): readonly AssistEvent[] {
  const isAlone = session.state.status !== 'active' && me.personId === session.openedBy
  return isAlone ? [left, OVER] : [left]
}

function invite({ tier, personId }: Of<'invite'>, by: AssistAgent, known: AssistKnown): AssistDecided {
  const stop = tierStop(known, by, { do: 'invite', tier })
  return stop ? no(stop) : ok([{ type: 'invited', personId, tier }])
}

/** Clicking first, typing on top of it: each is a question of its own to the customer (AV8). */
function askControl(
  session: AssistSession,
  level: ControlLevel,
  by: AssistAgent,
  known: AssistKnown
): AssistDecided {
  const { control } = session
  const stop = tierStop(known, by, { do: level === 'click' ? 'control' : 'type' })
  if (stop) return no(stop)
  if (control.holder && control.holder !== by.id) return no({ type: 'HeldBy', personId: control.holder })
  if (control.asked) return no({ type: 'AskedFor', personId: control.asked.personId })
  const isMine = control.holder === by.id
  if (level === 'type' && !isMine) return no({ type: 'ClickFirst' })
  if (isMine && (control.level === level || control.level === 'type')) return ok([])
  return ok([{ type: 'control_asked', personId: by.id, level }])
}

/** What the customer granted for typing was granted to somebody: only the click goes on to another. */
function passControl(
  session: AssistSession,
  to: PersonId,
  by: AssistAgent,
  known: AssistKnown
): AssistDecided {
  if (session.control.holder !== by.id) return no({ type: 'NotHolder' })
  const other = participant(session, to)
  if (other?.state !== 'in') return no({ type: 'NotInSession' })
  if (other.isVisibleOnly) return no({ type: 'OnlyLooksOn' })
  const stop = tierStop(known, { tier: other.tier }, { do: 'control' })
  return stop ? no(stop) : ok([{ type: 'control_passed', from: by.id, to, level: 'click' }])
}

function endControl({ control }: AssistSession, personId: PersonId): AssistDecided {
  if (control.holder === personId) return ok([{ type: 'control_ended', personId }])
  if (control.asked?.personId === personId) return ok([{ type: 'control_rejected', ...control.asked }])
  return no({ type: 'NotHolder' })
}

/** Nothing is asked of somebody who is not there, has not agreed, or has drawn the curtain. */
function notNow(session: AssistSession, me: Participant): AssistRefusal | undefined {
  if (session.state.status !== 'active') return { type: 'NotActive' }
  if (me.state !== 'in') return { type: 'NotInSession' }
  if (session.isPaused) return { type: 'Paused' }
  return session.goneSince === null ? undefined : { type: 'PageGone' }
}

export function tierStop(
  { rights }: Pick<AssistKnown, 'rights'>,
  { tier }: Pick<AssistAgent, 'tier'>,
  wish: Wish
): AssistRefusal | undefined {
  if (mayTier(rights, tier, wish)) return undefined
  return { type: 'TierMayNot', lowest: lowestThatMay(rights, wish) ?? null }
}
