import { EVERYTHING } from '../../shared/case/rights.ts'
import { must } from '../../shared/lib/must.ts'
import type { WireChange } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findFact, type KeptFact, listFacts, listFactsOf } from './facts.ts'
import { AFTER, BEFORE, listChanges, type SightedChange } from './sight.ts'

/** The part of (from, ...] that fits: everything these scopes may see of it, and how far it reaches. */
export type Changes = { readonly to: number; readonly changes: WireChange[]; readonly bytes: number }

/** What was read for another session of the same flush: the log is asked once by scope, and a change is made once for all. */
export type Shared = {
  readonly facts: Map<number, KeptFact>
  readonly changes: Map<string, Made>
  readonly lists: Map<string, readonly SightedChange[]>
  /** By what is in it, so that those who are told the same are told it in the same words. */
  readonly told: Map<string, Changes>
}

type Made = { readonly change: WireChange; readonly bytes: number; readonly facts: number }

export function nothingShared(): Shared {
  return { facts: new Map(), changes: new Map(), lists: new Map(), told: new Map() }
}

const MAX_BYTES = 512 * 1024

/**
 * What happened in (from, head] as somebody with these scopes may know it. At most `max` facts and about half a megabyte,
 * but always one change, so that a reader gets on. What is filtered out is not even read.
 */
export function readChanges(
  db: Reader,
  scopes: readonly string[],
  from: number,
  head: number,
  max: number,
  shared: Shared = nothingShared()
): Changes {
  const { list, to } = scopes.includes(EVERYTHING)
    ? allChanges(db, from, head, max, shared)
    : scopedChanges(db, scopes, from, head, max, shared)
  const key = `${from} ${to} ${list.map(({ seq, sides }) => `${seq}.${sides}`).join(' ')}`
  const known = shared.told.get(key)
  if (known) return known
  const keep = (all: Changes): Changes => {
    shared.told.set(key, all)
    return all
  }
  const changes: WireChange[] = []
  let bytes = 0
  let facts = 0
  for (const [index, { seq, sides }] of list.entries()) {
    const next = changeOf(db, seq, sides, shared)
    changes.push(next.change)
    bytes += next.bytes
    facts += next.facts
    const isFull = bytes >= MAX_BYTES || facts >= max
    if (isFull && index + 1 < list.length) return keep({ to: seq, changes, bytes })
  }
  return keep({ to, changes, bytes })
}

type Listed = { readonly list: readonly SightedChange[]; readonly to: number }

/** Who sees everything sees every fact; a case that is opened comes into sight. */
function allChanges(db: Reader, from: number, head: number, max: number, { facts: read }: Shared): Listed {
  const facts = listFacts(db, from, head, max)
  for (const kept of facts) read.set(kept.fact.seq, kept)
  const list = facts.map(({ fact }) => ({ seq: fact.seq, sides: fact.ver === 1 ? AFTER : BEFORE | AFTER }))
  return { list, to: facts.length < max ? head : (list.at(-1)?.seq ?? head) }
}

function scopedChanges(
  db: Reader,
  scopes: readonly string[],
  from: number,
  head: number,
  max: number,
  shared: Shared
): Listed {
  const sidesOf = new Map<number, number>()
  let to = head
  for (const scope of scopes) {
    const rows = listOnce(db, scope, from, head, max, shared)
    for (const { seq, sides } of rows) sidesOf.set(seq, (sidesOf.get(seq) ?? 0) | sides)
    // A scope cut short is known only up to its last row, so nothing after that can be told yet.
    if (rows.length === max) to = Math.min(to, rows.at(-1)?.seq ?? head)
  }
  const list = [...sidesOf].map(([seq, sides]) => ({ seq, sides })).filter(({ seq }) => seq <= to)
  list.sort((a, b) => a.seq - b.seq)
  if (list.length <= max) return { list, to }
  const cut = list.slice(0, max)
  return { list: cut, to: cut.at(-1)?.seq ?? to }
}

function listOnce(
  db: Reader,
  scope: string,
  from: number,
  head: number,
  max: number,
  { lists }: Shared
): readonly SightedChange[] {
  const key = `${from} ${head} ${max} ${scope}`
  const rows = lists.get(key) ?? listChanges(db, scope, from, head, max)
  lists.set(key, rows)
  return rows
}

function changeOf(db: Reader, seq: number, sides: number, shared: Shared): Made {
  const key = `${seq} ${sides}`
  const made = shared.changes.get(key) ?? makeChange(db, seq, sides, shared)
  shared.changes.set(key, made)
  return made
}

function makeChange(db: Reader, seq: number, sides: number, { facts: read }: Shared): Made {
  const kept = read.get(seq) ?? must(findFact(db, seq), `fact ${seq}`)
  read.set(seq, kept)
  const { fact, queue, bytes } = kept
  const { caseId } = fact
  if (sides === (BEFORE | AFTER)) return { change: { kind: 'fact', fact } as WireChange, bytes, facts: 1 }
  if (sides === BEFORE) {
    const change: WireChange = { kind: 'gone', seq, caseId, to: queue, by: fact.by, why: fact.event.type }
    return { change, bytes: 200, facts: 1 }
  }
  const all = fact.ver === 1 ? [kept] : listFactsOf(db, caseId, seq)
  const change: WireChange = { kind: 'enter', seq, caseId, facts: all.map((one) => one.fact) }
  return { change, bytes: all.reduce((sum, one) => sum + one.bytes, 0), facts: all.length }
}
