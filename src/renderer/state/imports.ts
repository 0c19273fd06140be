import { useEffect } from 'react'
import type { Gives, TellRefusal, Told } from '../../shared/protocol/bridge.ts'
import type { ImportJob } from '../../shared/protocol/views.ts'
import { type Asked, tell, useAsked } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'

/** Well under what a message may weigh. */
const CHUNK_BYTES = 256 * 1024
const POLL_MS = 1000

const RUNNING: readonly ImportJob['phase'][] = ['receiving', 'reading', 'checking', 'publishing']
export const isRunning = (job: ImportJob): boolean => RUNNING.includes(job.phase)

/** The imports of the server, the latest first; asked every second while one of them runs. */
export function useImports(): Asked<Gives<'import.list'>> {
  const asked = useAsked('import.list', {}, ['imports', 'connection'])
  const { again, value } = asked
  const runs = value?.some(isRunning) ?? false
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(again, POLL_MS)
    return () => clearInterval(timer)
  }, [runs, again])
  return asked
}

export function useMappings(): Asked<Gives<'import.mappings'>> {
  return useAsked('import.mappings', {}, ['connection', 'session'])
}

/** Begun on the server under this id; or not, and why (null: the engine did not answer). */
export type Sent =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly refusal: TellRefusal | null }

/** Sends a file piece by piece; `onProgress` hears how many bytes have arrived. */
export async function sendImport(
  file: File,
  mapping: string,
  acceptRejections: boolean,
  onProgress: (id: string, bytes: number) => void
): Promise<Sent> {
  try {
    const begun = await tell('import.begin', { name: file.name.slice(-200), mapping, acceptRejections })
    if (!begun.ok) return { ok: false, refusal: begun.error }
    const id = begun.id ?? ''
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      onProgress(id, at)
      const bytes = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer())
      const told = await tell('import.bytes', { id, bytes })
      if (!told.ok) return { ok: false, refusal: told.error }
    }
    onProgress(id, file.size)
    const ended = await tell('import.end', { id })
    return ended.ok ? { ok: true, id } : { ok: false, refusal: ended.error }
  } catch (error) {
    if (error instanceof BridgeFault) return { ok: false, refusal: null }
    throw error
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
