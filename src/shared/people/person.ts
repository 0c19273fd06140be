import { z } from 'zod'
import { PersonId } from '../lib/ids.ts'
import { isSameQueue, Queue } from './queue.ts'
import { Tier } from './tier.ts'

export const Role = z.enum(['agent', 'supervisor', 'escalation_manager', 'administrator'])
export type Role = z.infer<typeof Role>

export const Language = z.enum(['en', 'es', 'it'])
export type Language = z.infer<typeof Language>

/** Not at work from then until then (ms). */
export const Absence = z.object({ from: z.number(), until: z.number() })
export type Absence = z.infer<typeof Absence>

export function isSpan({ from, until }: Absence): boolean {
  return from < until
}
export const NO_SPAN = { path: ['until'], message: 'an absence ends after it begins' }

/** Somebody who works here. `queues`: those an agent works in, or a supervisor answers for. */
export const Person = z.object({
  id: PersonId,
  name: z.string().min(1).max(120),
  role: Role,
  tier: Tier,
  queues: z.array(Queue).max(50),
  language: Language,
  timeZone: z.string().max(60),
  /** While they are away, who stands in is asked instead (ES28). One that is over says nothing any more. */
  away: Absence.optional()
})
export type Person = z.infer<typeof Person>

/** Whether this person is away at a time (ms). */
export function isAway(person: Person, at: number): boolean {
  return person.away !== undefined && person.away.from <= at && at < person.away.until
}

/** Works cases of this queue: it is one of the person's, or the person manages every escalation. Administrators configure, they don't work cases. */
export function worksIn(person: Person, queue: Queue): boolean {
  if (person.role === 'administrator') return false
  return person.role === 'escalation_manager' || person.queues.some((one) => isSameQueue(one, queue))
}

/** Answers for the people of this queue. */
export function supervises(person: Person, queue: Queue): boolean {
  return (person.role === 'supervisor' || person.role === 'escalation_manager') && worksIn(person, queue)
}

/** Says when somebody is away: themself, who answers for one of their queues, or an administrator (ES37). */
export function maySetAway(by: Person, person: Person): boolean {
  const answersFor = person.queues.some((queue) => supervises(by, queue))
  return by.id === person.id || by.role === 'administrator' || answersFor
}
