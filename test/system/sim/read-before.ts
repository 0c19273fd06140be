import { apply } from '../../../src/shared/case/apply.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import type { Fact } from '../../../src/shared/case/event.ts'
import { caseScopes } from '../../../src/shared/case/rights.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'

/*
 * The oracles read everything at every look, and most of it is what they read before: the same text means the same thing.
 * Nothing is known of what stands in a database but by having read its text again.
 */

let parsed = new Map<string, unknown>()
let texts = new Map<string, string>()
const written = new WeakMap<object, string>()
const scopes = new WeakMap<Case, readonly string[]>()
const after = new WeakMap<Fact, { readonly before: Case | undefined; readonly made: Case }>()

/** Between two stories: the next one has other texts. */
export function forget(): void {
  parsed = new Map()
  texts = new Map()
}

/** The same object for the same text: nobody may change it. */
export function parsedOf<T>(json: string): T {
  const known = parsed.get(json)
  if (known !== undefined) return known as T
  const value = JSON.parse(json) as T
  parsed.set(json, value)
  return value
}

/** `canonical` of what a text says. */
export function canonicalText(json: string): string {
  const known = texts.get(json)
  if (known !== undefined) return known
  const text = canonical(parsedOf(json))
  texts.set(json, text)
  return text
}

/** `canonical` of what nobody changes. */
export function canonicalOf(value: object): string {
  const known = written.get(value)
  if (known !== undefined) return known
  const text = canonical(value)
  written.set(value, text)
  return text
}

export function scopesOf(kase: Case): readonly string[] {
  const known = scopes.get(kase)
  if (known) return known
  const all = caseScopes(kase)
  scopes.set(kase, all)
  return all
}

/** What this fact makes of the case it happened on. */
export function stateAfter(before: Case | undefined, fact: Fact): Case {
  const known = after.get(fact)
  if (known && known.before === before) return known.made
  const made = apply(before, fact.caseId, fact)
  after.set(fact, { before, made })
  return made
}

/** What the facts of a case make, from the first one on. */
export function stateOf(facts: readonly Fact[]): Case | undefined {
  return facts.reduce<Case | undefined>(stateAfter, undefined)
}

/** Facts with the same rows are the same objects. */
export function factOf(row: string, make: () => Fact): Fact {
  const known = parsed.get(row)
  if (known !== undefined) return known as Fact
  const fact = make()
  parsed.set(row, fact)
  return fact
}
