import type { CaseId } from '../shared/lib/ids.ts'
import type { Change, Topic } from '../shared/protocol/bridge.ts'

/** More cases than this in one go: screens ask again whatever they show. */
const NAMED = 200

export type Changes = { note(topics: readonly Topic[], caseIds?: readonly CaseId[]): void }

/**
 * Collects what changed and says it once per turn, so that a burst of frames redraws a screen once. What may be about any
 * case is said apart: among named ones it would seem to be about those alone.
 */
export function createChanges(send: (change: Change) => void, schedule: (work: () => void) => void): Changes {
  let topics = new Set<Topic>()
  let cases = new Set<CaseId>()
  let anyTopics = new Set<Topic>()
  let planned = false
  function flush(): void {
    planned = false
    const named: Change = { topics: [...topics], caseIds: cases.size > NAMED ? null : [...cases] }
    const any: Change = { topics: [...anyTopics], caseIds: null }
    topics = new Set()
    cases = new Set()
    anyTopics = new Set()
    for (const change of [any, named]) if (change.topics.length > 0) send(change)
  }
  return {
    note(some, caseIds = []) {
      for (const topic of some) (caseIds.length > 0 ? topics : anyTopics).add(topic)
      for (const caseId of caseIds) cases.add(caseId)
      if (planned || some.length === 0) return
      planned = true
      schedule(flush)
    }
  }
}
