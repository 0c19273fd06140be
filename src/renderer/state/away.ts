import type { PersonId } from '../../shared/lib/ids.ts'
import type { Absence } from '../../shared/people/person.ts'
import type { Told } from '../../shared/protocol/bridge.ts'
import { tell, useAsked } from './bridge-call.ts'
import { useConnection } from './connection.ts'

type Refused = Extract<Told, { ok: false }>['error']

/**
 * Tells the server that somebody is away, or here (null); `whose` null: I am. `why` is missing when the engine itself did not
 * answer.
 */
export async function setAway(
  whose: PersonId | null,
  away: Absence | null
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: Refused | undefined }> {
  try {
    const told = await (whose === null
      ? tell('me.away', { away })
      : tell('person.away', { personId: whose, away }))
    return told.ok ? { ok: true } : { ok: false, why: told.error }
  } catch {
    return { ok: false, why: undefined }
  }
}

const NOBODY: readonly PersonId[] = []

/** Of whom else I may say it: nobody while the server cannot be asked. */
export function useOthersAway(): readonly PersonId[] {
  const isOnline = useConnection()?.state === 'online'
  return useAsked('absence.others', isOnline ? {} : null, ['people']).value?.people ?? NOBODY
}
