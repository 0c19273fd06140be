import type { Absence } from '../../shared/people/person.ts'
import type { Told } from '../../shared/protocol/bridge.ts'
import { tell } from './bridge-call.ts'

type Refused = Extract<Told, { ok: false }>['error']

/** Tells the server that I am away, or here (null). `why` is missing when the engine itself did not answer. */
export async function setAway(
  away: Absence | null
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: Refused | undefined }> {
  try {
    const told = await tell('me.away', { away })
    return told.ok ? { ok: true } : { ok: false, why: told.error }
  } catch {
    return { ok: false, why: undefined }
  }
}
