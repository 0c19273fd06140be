import { CaseId } from '../../src/shared/lib/ids.ts'
import type { CaseRow } from '../../src/shared/protocol/views.ts'

/** A row of a list; what it says otherwise does not matter. */
export function caseRow(id: string, subject = id): CaseRow {
  return {
    id: CaseId.parse(id),
    ref: id,
    subject,
    customerName: 'Ada',
    status: 'open',
    priority: 'normal',
    flags: [],
    queue: { tier: 'L1', team: 'front' },
    tiers: ['L1'],
    owner: null,
    due: null,
    paused: false,
    updatedAt: 1,
    bounces: 0,
    waiting: 0,
    hasDraft: false,
    snippet: null
  }
}
