import { useEffect, useState } from 'react'
import type { Gives, TellRefusal, Told } from '../../shared/protocol/bridge.ts'
import {
  type ImportJob,
  MAX_REJECTED_PAGE,
  type RejectedRow,
  SHOWN_REJECTIONS
} from '../../shared/protocol/imports.ts'
import { type Asked, ask, tell, useAsked } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'

/** Well under what a message may weigh. */
const CHUNK_BYTES = 256 * 1024
const POLL_MS = 1000

const RUNNING: readonly ImportJob['phase'][] = ['receiving', 'reading', 'checking', 'publishing']
export const isRunning = (job: ImportJob): boolean => RUNNING.includes(job.phase)

/** What only the server knows: as it last said it, and why it cannot be asked now. Both null: it is being asked. */
export type ServerSays<T> = { readonly known: T | null; readonly why: TellRefusal | 'noAnswer' | null }
type SaidBy<N extends 'import.list' | 'import.mappings'> = Extract<Gives<N>, { ok: true }>['value']

/** The imports of the server, the latest first; asked every second while one of them runs. */
export function useImports(): ServerSays<SaidBy<'import.list'>> {
  const asked = useAsked('import.list', {}, ['imports', 'connection'])
  const says = useLastKnown<SaidBy<'import.list'>>(asked)
  const { again } = asked
  const runs = says.known?.some(isRunning) ?? false
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(again, POLL_MS)
    return () => clearInterval(timer)
  }, [runs, again])
  return says
}

/** The mappings the server knows; while it is away those it knew, so that what is written from them stays. */
export function useMappings(): ServerSays<SaidBy<'import.mappings'>> {
  return useLastKnown<SaidBy<'import.mappings'>>(useAsked('import.mappings', {}, ['connection', 'session']))
}

function useLastKnown<T>({ value, fault }: Pick<Asked<Known<T>>, 'value' | 'fault'>): ServerSays<T> {
  const [known, keep] = useState<T | null>(null)
  if (value?.ok && value.value !== known) keep(value.value)
  return { known, why: fault ? 'noAnswer' : value?.ok === false ? value.error : null }
}

type Known<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TellRefusal }

/** A page of an import's rejected rows; the first one comes along with the import. Null asks nothing. */
export function useRejections(
  id: string,
  from: number | null
): ServerSays<readonly RejectedRow[]> & { again(): void } {
  const takes = from === null ? null : { id, from, limit: SHOWN_REJECTIONS }
  const { value, fault, isCurrent, again } = useAsked('import.rejections', takes, ['connection'])
  const now = isCurrent ? value : undefined
  return {
    known: now?.ok ? now.value.rows : null,
    why: fault ? 'noAnswer' : now?.ok === false ? now.error : null,
    again
  }
}

/** All rejected rows of an import, page by page; `onProgress` hears how many there are by now. Or why they cannot be had. */
export async function allRejections(
  id: string,
  onProgress: (rows: number) => void
): Promise<
  | { readonly ok: true; readonly rows: readonly RejectedRow[] }
  | { readonly ok: false; readonly why: TellRefusal | 'noAnswer' }
> {
  const rows: RejectedRow[] = []
  try {
    for (;;) {
      const page = await ask('import.rejections', { id, from: rows.length, limit: MAX_REJECTED_PAGE })
      if (!page.ok) return { ok: false, why: page.error }
      rows.push(...page.value.rows)
      if (page.value.rows.length < MAX_REJECTED_PAGE) return { ok: true, rows }
      onProgress(rows.length)
    }
  } catch (error) {
    if (error instanceof BridgeFault) return { ok: false, why: 'noAnswer' }
    throw error
  }
}

/** Why a file did not reach the server: it said no, the engine did not answer, or the file cannot be read any more. */
export type NotSent = TellRefusal | 'noAnswer' | 'unreadable'

/** All of it is on the server under this id; or not, and why. `begun`: the import stands there and waits for the rest. */
export type Sent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly begun: boolean; readonly why: NotSent }

/** Sends a file piece by piece; `onProgress` hears how many bytes have arrived. */
export async function sendImport(
  file: File,
  mapping: string,
  acceptRejections: boolean,
  onProgress: (id: string, bytes: number) => void
): Promise<Sent> {
  let id: string | undefined
  const not = (why: NotSent): Sent => ({ ok: false, begun: id !== undefined, why })
  try {
    const begun = await tell('import.begin', { name: file.name.slice(-200), mapping, acceptRejections })
    if (!begun.ok) return not(begun.error)
    id = begun.id ?? ''
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      onProgress(id, at)
      const bytes = await bytesOf(file.slice(at, at + CHUNK_BYTES))
      if (!bytes) {
        await cancelImport(id)
        return not('unreadable')
      }
      const told = await tell('import.bytes', { id, bytes })
      if (!told.ok) return not(told.error)
    }
    onProgress(id, file.size)
    const ended = await tell('import.end', { id })
    return ended.ok ? { ok: true, id } : not(ended.error)
  } catch (error) {
    if (error instanceof BridgeFault) return not('noAnswer')
    throw error
  }
}

/** A file that was moved or changed since it was chosen gives nothing. */
async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await part.arrayBuffer())
  } catch {
    return undefined
  }
}

export async function cancelImport(id: string): Promise<Told | null> {
  try {
    return await tell('import.cancel', { id })
  } catch (error) {
    if (error instanceof BridgeFault) return null
    throw error
  }
}
