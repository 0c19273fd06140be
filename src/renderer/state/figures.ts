import { useState } from 'react'
import type { AvoidedEscalations } from '../../shared/protocol/figures.ts'
import { useAsked } from './bridge-call.ts'
import { useConnection } from './connection.ts'

export type Figures =
  | { readonly state: 'loading' | 'offline' | 'failed' }
  /** `asOf` (ms): the server cannot be reached now, this is what it said then; null: it can. */
  | { readonly state: 'known'; readonly figures: AvoidedEscalations; readonly asOf: number | null }

/** Escalations avoided in the last days; what was known stays while the server is away. */
export function useAvoided(days: number): { readonly answer: Figures; readonly again: () => void } {
  const connection = useConnection()
  const isOnline = connection?.state === 'online'
  const asked = useAsked('figures.avoided', isOnline ? { days } : null, ['session'])
  const [kept, keep] = useState<{ readonly days: number; readonly figures: AvoidedEscalations } | null>(null)
  const { value, isCurrent, again } = asked
  if (value && isCurrent && kept?.figures !== value) keep({ days, figures: value })
  const known = value && isCurrent ? value : kept?.days === days ? kept.figures : null
  if (known && !(isOnline && isCurrent && value === null))
    return { answer: { state: 'known', figures: known, asOf: isOnline ? null : known.until }, again }
  const isUnsure = connection === undefined || connection.state === 'connecting'
  if (!isOnline) return { answer: { state: isUnsure ? 'loading' : 'offline' }, again }
  const isAnswered = isCurrent && (value === null || asked.fault !== null)
  return { answer: { state: isAnswered ? 'failed' : 'loading' }, again }
}
