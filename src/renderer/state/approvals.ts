import type { Gives } from '../../shared/protocol/bridge.ts'
import { type Asked, useAsked } from './bridge-call.ts'

/** The requests for authority that wait for me, the one due first on top. */
export function useApprovals(): Asked<Gives<'approval.list'>> {
  return useAsked('approval.list', {}, ['cases', 'counts', 'outbox', 'matrix', 'people'])
}
