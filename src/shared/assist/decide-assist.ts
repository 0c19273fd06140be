import type { CaseId, PersonId } from '../lib/ids.ts'
import { no, ok, type Result } from '../lib/result.ts'
import type { Tier } from '../people/tier.ts'
import type { CustomerCommand, SystemCommand } from './assist-command.ts'
import type { AssistEvent } from './assist-event.ts'
import type { AssistRefusal } from './assist-refusal.ts'
import { type AssistSession, type AssistTimes, endsBy, participant } from './session.ts'
import type { AssistRights } from './tier-rights.ts'
import { withoutQuery } from './without-query.ts'

/** What is known beside the session. `at`: the server's time (ms). */
export type AssistKnown = {
  readonly rights: AssistRights
  readonly times: AssistTimes
  readonly at: number
  readonly kase: { readonly id: CaseId; readonly owner: PersonId | null; readonly isInWork: boolean }
}

/** An agent as the server knows them. `answersFor`: whether they supervise the queue the case is in. */
export type AssistAgent = { readonly id: PersonId; readonly tier: Tier; readonly answersFor: boolean }

/** What becomes of something: nothing, one thing, or several in a row. */
export type AssistDecided = Result<readonly AssistEvent[], AssistRefusal>

/** What the customer's page says. Their no and their stop are never refused while there is something to stop (AV6). */
export function decideCustomer(session: AssistSession, command: CustomerCommand): AssistDecided {
  const { state, control, recording } = session
  if (state.status === 'ended') return no({ type: 'SessionEnded' })
  switch (command.type) {
    case 'arrive':
      if (state.status === 'pending') return yes(command, 'arrived')
      return ok(session.goneSince === null ? [] : [{ type: 'page_back' }])
    case 'consent':
      return state.status === 'authorizing' ? yes(command, 'consented') : no({ type: 'NotAsked' })
    case 'decline':
      return state.status === 'authorizing' ? ended('declined') : no({ type: 'NotAsked' })
    case 'end':
      return ended('customer')
    case 'end_control':
      return ok(control.holder ? [{ type: 'control_ended', personId: control.holder }] : [])
    default:
  }
  if (state.status !== 'active') return no({ type: 'NotActive' })
  switch (command.type) {
    case 'let_in':
    case 'keep_out': {
      if (participant(session, command.personId)?.state !== 'asked') return no({ type: 'NotAsked' })
      return ok([{ type: command.type === 'let_in' ? 'let_in' : 'kept_out', personId: command.personId }])
    }
    case 'grant_control': {
      const { asked } = control
      const isSame = asked?.personId === command.personId && asked.level === command.level
      return isSame ? yes(command, 'control_granted') : no({ type: 'NotAsked' })
    }
    case 'reject_control':
      return control.asked ? ok([{ type: 'control_rejected', ...control.asked }]) : no({ type: 'NotAsked' })
    case 'acted':
      return control.holder === command.personId ? ok([command]) : no({ type: 'NotHolder' })
    case 'pause':
      return ok(session.isPaused ? [] : [{ type: 'paused' }])
    case 'resume':
      return ok(session.isPaused ? [{ type: 'resumed' }] : [])
    case 'go_to':
      return ok([{ type: 'went_to', url: withoutQuery(command.url) }])
    case 'show_screen':
      return ok([{ type: 'screen_shown', by: 'customer', surface: command.surface }])
    case 'end_screen':
      return ok(session.screens.includes('customer') ? [{ type: 'screen_ended', by: 'customer' }] : [])
    case 'allow_recording':
      return recording === 'asked' ? ok([{ type: 'recording_began' }]) : no({ type: 'NotAsked' })
    case 'refuse_recording':
      return recording === 'asked' ? ok([{ type: 'recording_refused' }]) : no({ type: 'NotAsked' })
    case 'end_recording':
      return ok(recording === 'on' ? [{ type: 'recording_ended' }] : [])
    case 'masked':
      return ok([{ type: 'masked', counts: command.counts }])
  }
}

/** What the server notices. It never opens anything: time and doubt only ever end things (AV12, AV13). */
export function decideSystem(
  session: AssistSession,
  command: SystemCommand,
  { times, at }: Pick<AssistKnown, 'times' | 'at'>
): AssistDecided {
  if (session.state.status === 'ended') return ok([])
  switch (command.type) {
    case 'code_issued':
      return session.state.status === 'pending' ? ok([command]) : no({ type: 'NotAsked' })
    case 'code_failed':
      return ok([{ type: 'code_failed' }])
    case 'page_gone':
      return ok(session.goneSince === null ? [{ type: 'page_gone' }] : [])
    case 'page_back':
      return ok(session.goneSince === null ? [] : [{ type: 'page_back' }])
    case 'trip':
      return ended('tripwire')
    case 'case_closed':
      return ended('case_closed')
    case 'signed_out':
      return signedOut(session, command.personId)
    case 'tick': {
      const end = endsBy(session, times)
      return end && end.at <= at ? ended(end.reason) : ok([])
    }
  }
}

/** Whoever is the last agent ends it for all: nobody is left on a page with nobody to see it. */
function signedOut(session: AssistSession, personId: PersonId): AssistDecided {
  const one = participant(session, personId)
  if (!one || one.state === 'out') return ok([])
  const others = session.people.filter((each) => each.personId !== personId && isThere(each))
  const left: AssistEvent = { type: 'left', personId }
  return ok(others.length > 0 ? [left] : [left, { type: 'ended', reason: 'signed_out' }])
}

const isThere = ({ state, isVisibleOnly }: AssistSession['people'][number]): boolean =>
  state === 'in' && !isVisibleOnly

export function ended(reason: Extract<AssistEvent, { type: 'ended' }>['reason']): AssistDecided {
  return ok([{ type: 'ended', reason }])
}

/** The command is the event, under the name it has once it has happened. */
function yes<T extends AssistEvent['type']>(command: { readonly type: string }, type: T): AssistDecided {
  return ok([{ ...command, type } as unknown as AssistEvent])
}
