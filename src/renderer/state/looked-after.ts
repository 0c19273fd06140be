import { useEffect } from 'react'
import type { Topic } from '../../shared/protocol/bridge.ts'
import type { Device, Diagnostics, HeldDecision, HeldRow } from '../../shared/protocol/looked-after.ts'
import type { Connection } from '../../shared/protocol/views.ts'
import { type Asked, ask, tell, useAsked } from './bridge-call.ts'
import { useConnection } from './connection.ts'

/** What only the server knows: as it said last, or why it is not here. */
export type FromServer<T> =
  | { readonly state: 'loading' | 'offline' | 'failed' }
  | { readonly state: 'known'; readonly rows: readonly T[] }

/** The server tells nobody of changes here, so it is asked again and again while somebody looks. */
const WHILE_LOOKED_AT_MS = 10_000

/** Every console there is, for administrators. */
export function useDevices(): { readonly answer: FromServer<Device>; readonly again: () => void } {
  const connection = useConnection()
  const isAsked = connection?.state === 'online'
  const asked = useAsked('device.list', isAsked ? {} : null, TOPICS)
  useAgain(asked.again, isAsked, WHILE_LOOKED_AT_MS)
  return { answer: answerOf(connection?.state, asked), again: asked.again }
}

/** What waits for this person's decision. */
export function useHeld(
  shown: boolean,
  everyMs: number = WHILE_LOOKED_AT_MS
): { readonly answer: FromServer<HeldRow>; readonly again: () => void } {
  const connection = useConnection()
  const isAsked = shown && connection?.state === 'online'
  const asked = useAsked('held.list', isAsked ? {} : null, TOPICS)
  useAgain(asked.again, isAsked, everyMs)
  return { answer: answerOf(connection?.state, asked), again: asked.again }
}

const TOPICS: readonly Topic[] = ['session', 'held']

function useAgain(again: () => void, isAsked: boolean, everyMs: number): void {
  useEffect(() => {
    if (!isAsked) return
    const timer = setInterval(again, everyMs)
    return () => clearInterval(timer)
  }, [isAsked, again, everyMs])
}

function answerOf<T>(
  state: Connection['state'] | undefined,
  { value, isCurrent, fault }: Asked<T[] | null>
): FromServer<T> {
  if (state === undefined || state === 'connecting') return { state: 'loading' }
  if (state !== 'online') return { state: 'offline' }
  if (isCurrent && value) return { state: 'known', rows: value }
  return { state: isCurrent && (value === null || fault) ? 'failed' : 'loading' }
}

/** Decides about something that is held. */
export const decideHeld = (opId: HeldRow['opId'], decision: HeldDecision) =>
  tell('held.decide', { opId, decision })

/** How this console stands, as text to hand to somebody who helps. */
export async function diagnosticsText(): Promise<string | null> {
  const said: Diagnostics | null = await ask('diagnostics.get', {})
  return said && JSON.stringify(said, null, 2)
}
