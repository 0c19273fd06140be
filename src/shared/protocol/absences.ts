import { z } from 'zod'
import { PersonId } from '../lib/ids.ts'
import { Absence, isSpan, NO_SPAN } from '../people/person.ts'

/** The people whose absence somebody may say besides their own (ES37). */
export const MayBeSetAway = z.object({ people: z.array(PersonId) })
export type MayBeSetAway = z.infer<typeof MayBeSetAway>

/** Known to the server alone; null while it cannot be asked. */
export const absenceQuestions = {
  'absence.others': { takes: z.object({}), gives: MayBeSetAway.nullable() }
} as const

/** From when until when; null: here. */
const Away = z.object({ away: Absence.refine(isSpan, NO_SPAN).nullable() })

/** Both need the server. */
export const absenceTellings = {
  'me.away': Away,
  /** Of somebody this person answers for. */
  'person.away': Away.extend({ personId: PersonId })
} as const
