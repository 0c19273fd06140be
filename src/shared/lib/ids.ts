import { z } from 'zod'

/** Ids are opaque: letters, digits and `-_.:/`, at most 120 characters. Nothing is ever read out of one. */
const id = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w.:/-]+$/, 'an id has letters, digits and - _ . : / only')

export const CaseId = id.brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** A person of the directory; in imported history also a name from elsewhere (`x:Resolver 12`) or `system`, `customer`. */
export const PersonId = id.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** One intent of one person, made once; the idempotency key of everything that follows from it (UUIDv7). */
export const OpId = id.brand<'OpId'>()
export type OpId = z.infer<typeof OpId>

/** The op id of the request that made the escalation, so the optimistic record and the fact share a key (SY4). */
export const EscalationId = id.brand<'EscalationId'>()
export type EscalationId = z.infer<typeof EscalationId>

export const SYSTEM = PersonId.parse('system')
export const CUSTOMER = PersonId.parse('customer')
