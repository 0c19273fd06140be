import { useEffect, useState } from 'react'
import type { Gives, TellRefusal, Told } from '../../shared/protocol/bridge.ts'
import type { ImportJob } from '../../shared/protocol/imports.ts'
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

/** The mappings the server knows; while it is away those it knew, so that what is written from them stays. */
export function useMappings(): Asked<Gives<'import.mappings'>> {
  const [known, keep] = useState<Gives<'import.mappings'>>([])
  const asked = useAsked('import.mappings', {}, ['connection', 'session'])
  if (asked.value && asked.value.length > 0 && asked.value !== known) keep(asked.value)
  return known.length > 0 ? { ...asked, value: known } : asked
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
