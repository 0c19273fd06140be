import type { CaseId } from '../../shared/lib/ids.ts'
import type { Queue } from '../../shared/people/queue.ts'
import { ask } from './bridge-call.ts'

/** The case nobody owns that is due first, in the first of these queues that has one. */
export async function findUnowned(queues: readonly Queue[]): Promise<CaseId | null> {
  for (const queue of queues) {
    const page = await ask('case.list', {
      view: { kind: 'queue', queue, which: 'unowned' },
      after: null,
      limit: 1
    })
    const [first] = page.rows
    if (first) return first.id
  }
  return null
}
