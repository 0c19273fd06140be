import { z } from 'zod'
import type { Case } from '../../shared/case/case.ts'
import { CategoryId } from '../../shared/escalation/matrix.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findCase, listCaseIds } from '../log/cases.ts'

/** An imported case that was passed on, minutes `ago`, with what was left for the next line. */
export const PassedOn = z.strictObject({
  category: CategoryId,
  by: PersonId,
  ago: z.number(),
  need: z.string(),
  tried: z.string(),
  accept: PersonId.optional()
})
export type PassedOn = z.infer<typeof PassedOn>

const SOURCE = 'cfpb-narratives'

/**
 * Each entry with the oldest complaint of its category, each complaint once. How the case stands does not matter, so a story
 * that was cut short goes on with the same ones.
 */
export function pickCases(db: Reader, entries: readonly PassedOn[]): { entry: PassedOn; kase: Case }[] {
  const complaints = listCaseIds(db, '', Number.MAX_SAFE_INTEGER)
    .flatMap((id) => findCase(db, id)?.kase ?? [])
    .filter((kase) => kase.attributes['source'] === SOURCE)
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
  return entries.flatMap((entry) => {
    const at = complaints.findIndex((kase) => kase.category === entry.category)
    const [kase] = at < 0 ? [] : complaints.splice(at, 1)
    return kase ? [{ entry, kase }] : []
  })
}
