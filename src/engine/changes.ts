import type { CaseId } from '../shared/lib/ids.ts'
import type { Change, Topic } from '../shared/protocol/bridge.ts'

/** More cases than this in one go: screens ask again whatever they show. */
const NAMED = 200

export type Changes = { note(topics: readonly Topic[], caseIds?: readonly CaseId[]): void }

/** Collects what changed and says it once per turn, so that a burst of frames redraws a screen once. */
export function createChanges(send: (change: Change) => void, schedule: (work: () => void) => void): Changes {
  let topics = new Set<Topic>()
  let cases = new Set<CaseId>()
  let planned = false
  function flush(): void {
    planned = false
    const change: Change = { topics: [...topics], caseIds: cases.size > NAMED ? null : [...cases] }
    topics = new Set()
    cases = new Set()
    send(change)
  }
  return {
    note(some, caseIds = []) {
      for (const topic of some) topics.add(topic)
      for (const caseId of caseIds) cases.add(caseId)
      if (planned || topics.size === 0) return
      planned = true
      schedule(flush)
    }
  }
}
