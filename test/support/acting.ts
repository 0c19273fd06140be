import { CaseId } from '../../src/shared/lib/ids.ts'
import { openQueue, type TestQueue, type Truth, truth } from './queue.ts'

/** The case a queue of these tests has. */
export const caseId = CaseId.parse('c1')
export const claim = { type: 'case.claim', caseId }
export const note = { type: 'case.note', caseId, body: 'looks like a double charge' }

/** Everything a command can write to. */
const WRITTEN = [
  'cases',
  'facts',
  'words',
  'outbox',
  'archive',
  'review',
  'drafts',
  'gone',
  'approvals',
  'meta',
  'counts'
]

/** ana's queue with one case in it. */
export function withOneCase(given: Parameters<typeof openQueue>[0] = {}): { queue: TestQueue; log: Truth } {
  const log = truth()
  const queue = openQueue(given)
  queue.take([log.open('c1')])
  return { queue, log }
}

/** Every row of the file, so that "nothing changed" means nothing. */
export function dump({ db }: TestQueue): unknown {
  return WRITTEN.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all())
}
