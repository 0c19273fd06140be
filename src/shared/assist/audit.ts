import { z } from 'zod'
import { hashOf } from '../lib/hash.ts'
import { AssistActor, AssistEvent } from './assist-event.ts'

/** One line of a session's record: what happened, chained to the line before by its hash (AV14). */
export const AuditEntry = z.object({
  no: z.number().int().positive(),
  at: z.number(),
  by: AssistActor,
  event: AssistEvent,
  /** SHA-256 over this line and the hash of the one before; 64 hex characters. */
  hash: z.string().length(64)
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** The line that comes after `last`. `sessionId` is in the first, so that a record of another session cannot take its place. */
export function nextEntry(
  sessionId: string,
  last: Pick<AuditEntry, 'no' | 'hash'> | undefined,
  happening: Pick<AuditEntry, 'at' | 'by' | 'event'>
): AuditEntry {
  const { at, by, event } = happening
  const number = (last?.no ?? 0) + 1
  return { no: number, at, by, event, hash: hashFor(last?.hash ?? sessionId, number, happening) }
}

function hashFor(
  before: string,
  number: number,
  { at, by, event }: Pick<AuditEntry, 'at' | 'by' | 'event'>
): string {
  return hashOf({ before, no: number, at, by, event })
}

/** The first line that does not follow from the one before (its number), or null where the record is whole. */
export function brokenAt(sessionId: string, entries: readonly AuditEntry[]): number | null {
  let before = sessionId
  for (const [index, entry] of entries.entries()) {
    if (entry.no !== index + 1 || entry.hash !== hashFor(before, entry.no, entry)) return index + 1
    before = entry.hash
  }
  return null
}
