import type { Counts } from '../../shared/protocol/views.ts'
import { answerStore } from './answer-store.ts'

const counts = answerStore('counts.get', ['counts', 'cases', 'outbox', 'review', 'drafts', 'matrix'])
export const startCounts = counts.start

/** How much waits where; undefined until the engine has said. */
export function useCounts(): Counts | undefined {
  return counts.useStore((state) => state.value)
}
