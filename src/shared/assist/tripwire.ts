import { secretsIn } from './scrub.ts'

/** What a page is drawn with: numbers and names, in which nothing can be told from a card's number. */
const DRAWN: ReadonlySet<string> = new Set([
  'd',
  'points',
  'viewBox',
  'viewbox',
  'transform',
  'style',
  '_cssText',
  'class',
  'fill',
  'stroke',
  'rule',
  'id',
  'name',
  'for'
])

/**
 * Whether a text in these events shows a secret by its shape. The guard on the customer's page masks these; that one comes through all the same
 * means that the guard is broken or not there, and the session ends (AV13).
 */
export function isTripped(events: unknown): boolean {
  if (typeof events === 'string') return secretsIn(events).length > 0
  if (Array.isArray(events)) return events.some(isTripped)
  if (typeof events !== 'object' || events === null) return false
  return Object.entries(events).some(([key, value]) => !DRAWN.has(key) && isTripped(value))
}
