import type { StoredRow } from '../../shared/protocol/snapshot/stored-row.ts'
import type { CaseRow } from '../../shared/protocol/views.ts'
import type { Gone } from '../store/gone.ts'

/** What the list of drafts shows of a case that left: its title, where it went, and that something of mine is there. */
export function toGoneRow(gone: Gone): CaseRow {
  return {
    id: gone.caseId,
    ref: gone.ref,
    subject: gone.title,
    customerName: '',
    status: 'open',
    priority: 'normal',
    flags: [],
    queue: gone.to,
    tiers: [gone.to.tier],
    owner: null,
    due: null,
    paused: false,
    updatedAt: gone.at,
    bounces: 0,
    waiting: 0,
    hasDraft: true,
    snippet: null
  }
}

/** As it stands in the table: the stored row, what waits on the case, and whether something was typed for it. */
export type ListedRow = { readonly row: string; readonly waiting: number; readonly drafts: number }

/** The columns of a ListedRow, of a `cases c`. */
export const LISTED =
  'c.row AS row, c.waiting AS waiting, EXISTS (SELECT 1 FROM drafts WHERE case_id = c.id) AS drafts'

/** Our own row: written from a parsed Case by this very code, so it is trusted as it stands. */
export function toCaseRow({ row, waiting, drafts }: ListedRow, snippet: string | null = null): CaseRow {
  return { ...(JSON.parse(row) as StoredRow), waiting, hasDraft: drafts === 1, snippet }
}
