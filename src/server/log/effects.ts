import type { Ask, Case } from '../../shared/case/case.ts'
import type { Fact } from '../../shared/case/event.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Something to be done outside because of a fact. `key` is the same at every try, so the other side can do it once. */
export type Effect = {
  readonly key: string
  readonly kind: 'mail' | 'grant' | 'allow'
  readonly payload: unknown
}

/** What a fact asks of the world: the customer is written to, a granted amount is paid, an exception made. */
export function effectOf(fact: Fact, kase: Case): Effect | undefined {
  const { event } = fact
  const key = fact.opId ?? `fact:${fact.seq}`
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

/** What was asked for and approved; a move has happened already, in the log. */
function askedEffect(key: string, about: object, ask: Ask): Effect | undefined {
  if (ask.action === 'move') return undefined
  if (ask.action === 'exception')
    return { key, kind: 'allow', payload: { ...about, exception: ask.exception } }
  const { action, amountMinor, currency } = ask
  return { key, kind: 'grant', payload: { ...about, action, amountMinor, currency } }
}

export function pushEffect(tx: Writer, effect: Effect, at: number): void {
  tx.prepare(
    `INSERT INTO effects (key, kind, payload, state, tries, next_at) VALUES (?, ?, ?, 'waiting', 0, ?)`
  ).run(effect.key, effect.kind, JSON.stringify(effect.payload), at)
}

/** What is to be tried now, the longest waiting first. */
export function listEffects(db: Reader, now: number, limit: number): (Effect & { readonly tries: number })[] {
  const rows = db
    .prepare(
      `SELECT key, kind, payload, tries FROM effects WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, key LIMIT ?`
    )
    .all(now, limit)
  return (rows as { key: string; kind: Effect['kind']; payload: string; tries: number }[]).map((row) => ({
    ...row,
    payload: JSON.parse(row.payload)
  }))
}

export function markSent(tx: Writer, key: string): void {
  tx.prepare(`UPDATE effects SET state = 'sent', tries = tries + 1 WHERE key = ?`).run(key)
}

export function markFailed(tx: Writer, key: string, nextAt: number): void {
  tx.prepare('UPDATE effects SET tries = tries + 1, next_at = ? WHERE key = ?').run(nextAt, key)
}
