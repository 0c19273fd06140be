import type { Change, Topic } from '../../shared/protocol/bridge.ts'

/**
 * Does a change touch what was asked? Nobody else sits here after a change of session, so that touches everything.
 * A change that names no cases, or too many to name, may be about any.
 */
export function isAbout(change: Change, topics: readonly Topic[], takes: object): boolean {
  if (change.topics.includes('session')) return true
  if (!change.topics.some((topic) => topics.includes(topic))) return false
  const caseId: unknown = 'caseId' in takes ? takes.caseId : undefined
  if (caseId === undefined || change.caseIds === null || change.caseIds.length === 0) return true
  return change.caseIds.some((one) => one === caseId)
}
