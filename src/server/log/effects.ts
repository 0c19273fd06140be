import type { Ask, Case } from '../../shared/case/case.ts'
import type { Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Something to be done outside because of a fact. `key` is the same at every try, so the other side can do it once. */
export type Effect = {
  readonly key: string
  readonly kind: EffectKind
  readonly payload: unknown
}

export const EFFECT_KINDS = ['mail', 'grant', 'allow'] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]

/** Where the case keeps what the effect is about: among its grants, or among what was allowed on it. */
export type Place = { readonly caseId: CaseId; readonly place: number }

/** What a fact asks of the world: the customer is written to, a granted amount is paid, an exception made. */
export function effectOf(fact: Fact, kase: Case): Effect | undefined {
  const { event } = fact
  const key = keyOf(fact, kase)
  const about = { caseId: kase.id, ref: kase.ref, customer: kase.customer }
  switch (event.type) {
    case 'case.replied':
      return {
        key,
        kind: 'mail',
        payload: { ...about, channel: kase.channel, subject: kase.subject, body: event.body }
      }
    case 'case.granted':
      return {
        key,
        kind: 'grant',
        payload: { ...about, action: event.action, amountMinor: event.amountMinor, currency: event.currency }
      }
    case 'approval.approved': {
      const one = kase.escalations.find((each) => each.id === event.escalationId)
      if (event.nextDueAt !== null || one?.kind !== 'hierarchical') return undefined
      return askedEffect(key, about, one.ask)
    }
    case 'case.escalated':
      return event.message === undefined
        ? undefined
        : {
            key,
            kind: 'mail',
            payload: { ...about, channel: kase.channel, subject: kase.subject, body: event.message }
          }
    default:
      return undefined
  }
}

/**
 * One key for one thing, also when a server laid back from a backup lets it happen in another way: what somebody did is named
 * after their op, a yes after what it was said to, whoever says it and whether the clock does, and the rest after its place on
 * its case; never after its place in the log (SV54).
 */
function keyOf({ event, opId, caseId, ver }: Fact, kase: Case): string {
  if (event.type !== 'approval.approved') return opId ?? `${caseId}/${ver}`
  return yesKey(
    must(
      kase.escalations.find((each) => each.id === event.escalationId),
      'the request'
    )
  )
}

/** The key of what follows from the last yes to a request. */
export function yesKey(one: Case['escalations'][number]): string {
  return `yes:${one.kind === 'hierarchical' ? one.subjectHash : one.id}`
}

/** What was asked for and approved; a move has happened already, in the log. */
function askedEffect(key: string, about: object, ask: Ask): Effect | undefined {
  if (ask.action === 'move') return undefined
  if (ask.action === 'exception')
    return { key, kind: 'allow', payload: { ...about, exception: ask.exception } }
  const { action, amountMinor, currency } = ask
  return { key, kind: 'grant', payload: { ...about, action, amountMinor, currency } }
}

/** `replayed`: its op came again after a restore, so it may have been carried out before. */
export function pushEffect(tx: Writer, effect: Effect, kase: Case, at: number, replayed: boolean): void {
  tx.prepare(
    `INSERT INTO effects (key, kind, payload, state, tries, next_at, case_id, place, replayed)
     VALUES (?, ?, ?, 'waiting', 0, ?, ?, ?, ?)`
  ).run(
    effect.key,
    effect.kind,
    JSON.stringify(effect.payload),
    at,
    kase.id,
    placeOf(effect, kase),
    replayed ? 1 : 0
  )
}

/** The fact an effect comes from has just put it there, as the last one. */
function placeOf({ kind }: Effect, { grants, allowed = [] }: Case): number | null {
  if (kind === 'mail') return null
  return (kind === 'grant' ? grants : allowed).length - 1
}

export type Due = Effect & { readonly tries: number; readonly replayed: boolean }

/** Who carries effects out, and until when nobody else may begin (ms). */
export type Claim = { readonly node: string; readonly now: number; readonly until: number }

/** Whether any may have to be tried now; seldom, and then it is looked at closely. */
export function isAnyDue(db: Reader, now: number): boolean {
  const due = "SELECT 1 FROM effects WHERE state = 'waiting' AND next_at <= ? LIMIT 1"
  return db.prepare(due).get(now) !== undefined
}

/**
 * What is to be tried now of one kind, the longest waiting first: no kind waits for another's other side. What another node
 * has begun is left to it for its time.
 */
export function listEffects(
  db: Reader,
  kind: EffectKind,
  { node, now }: Omit<Claim, 'until'>,
  limit: number
): Due[] {
  const rows = db
    .prepare(
      `SELECT key, payload, tries, replayed FROM effects
       WHERE state = 'waiting' AND held = 0 AND kind = ? AND next_at <= ?
         AND (claimed_by IS NULL OR claimed_by = ? OR claimed_until <= ?)
       ORDER BY next_at, key LIMIT ?`
    )
    .all(kind, now, node, now, limit)
  return (rows as { key: string; payload: string; tries: number; replayed: number }[]).map((row) => ({
    ...row,
    replayed: row.replayed === 1,
    kind,
    payload: JSON.parse(row.payload)
  }))
}

/** Says for everybody that a node has begun with an effect. */
export function claimEffect(tx: Writer, key: string, { node, until }: Claim): void {
  tx.prepare('UPDATE effects SET claimed_by = ?, claimed_until = ? WHERE key = ?').run(node, until, key)
}

/** Notes that it was handed over. Says what waits to hear of it; undefined when that was noted before, or nothing does. */
export function markSent(
  tx: Writer,
  key: string,
  receipt: string | null,
  at: number
): (Place & { readonly kind: EffectKind }) | undefined {
  const row = tx
    .prepare(
      `UPDATE effects SET state = 'sent', tries = tries + 1, receipt = ?, sent_at = ?
       WHERE key = ? AND state = 'waiting' RETURNING kind, case_id AS caseId, place`
    )
    .get(receipt, at, key) as { kind: EffectKind; caseId: CaseId | null; place: number | null } | undefined
  return row?.caseId && row.place !== null
    ? { kind: row.kind, caseId: row.caseId, place: row.place }
    : undefined
}

export function markFailed(tx: Writer, key: string, nextAt: number): void {
  tx.prepare(
    "UPDATE effects SET tries = tries + 1, next_at = ?, claimed_by = NULL WHERE key = ? AND state = 'waiting'"
  ).run(nextAt, key)
}

/** It waits for somebody who knows whether it was carried out before the restore. */
export function holdEffect(tx: Writer, key: string): CaseId | undefined {
  const row = tx
    .prepare('UPDATE effects SET held = 1 WHERE key = ? AND held = 0 RETURNING case_id AS caseId')
    .get(key)
  return (row as { caseId: CaseId | null } | undefined)?.caseId ?? undefined
}

/** It was not: now it is. */
export function releaseEffect(tx: Writer, key: string): void {
  tx.prepare('UPDATE effects SET held = 0, replayed = 0, next_at = 0 WHERE key = ?').run(key)
}

/** How many wait to be handed over, how many of these failed before, and how many are held. */
export function countEffects(db: Reader): { waiting: number; failed: number; held: number } {
  const row = db
    .prepare(
      `SELECT count(*) AS waiting, coalesce(sum(tries > 0 AND held = 0), 0) AS failed, coalesce(sum(held), 0) AS held
       FROM effects WHERE state = 'waiting'`
    )
    .get()
  return row as { waiting: number; failed: number; held: number }
}
