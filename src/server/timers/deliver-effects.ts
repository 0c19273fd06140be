import { SYSTEM } from '../../shared/lib/ids.ts'
import type { Writer } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import { append } from '../log/append.ts'
import { findCase } from '../log/cases.ts'
import { EFFECT_KINDS, type Effect, listEffects, markFailed, markSent } from '../log/effects.ts'

/** It has been done, and the number the other side gave it, if any. */
export type Done = { readonly receipt: string | null }

/**
 * Carries effects out, or hands them to who does (`undefined`: whether and when is not said). It may be handed the same
 * effect twice (we may end between its yes and our note of it), always with the same key: it must do a key once. Throwing
 * or rejecting means: not done, try again.
 */
export type Courier = { deliver(effect: Effect): Done | undefined | Promise<Done | undefined> }

/** Of each kind. */
const AT_ONCE = 20
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 15 * 60_000

export function effectDelivery(desk: Desk, courier: Courier): () => void {
  const underway = new Set<string>()

  function sent(effect: Effect, done: Done | undefined): void {
    desk.db.write((tx) => noteSent(tx, effect, done, desk.now()))
    if (done) desk.dirty()
  }
  function failed({ key }: Effect, tries: number, error: unknown): void {
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries)
    desk.report('effect.failed', { key, tries: tries + 1, waitMs, error })
    desk.db.write((tx) => markFailed(tx, key, desk.now() + waitMs))
  }
  function deliver(effect: Effect, tries: number): void {
    try {
      const delivery = courier.deliver(effect)
      if (!(delivery instanceof Promise)) return sent(effect, delivery)
      underway.add(effect.key)
      delivery
        .then(
          (done) => sent(effect, done),
          (error: unknown) => failed(effect, tries, error)
        )
        // Only our own note of it can still fail; then it is delivered again under the same key.
        .catch((error: unknown) => desk.report('effect.unnoted', { key: effect.key, error }))
        .finally(() => underway.delete(effect.key))
    } catch (error) {
      failed(effect, tries, error)
    }
  }

  return () => {
    for (const kind of EFFECT_KINDS) {
      for (const { tries, ...effect } of listEffects(desk.db, kind, desk.now(), AT_ONCE)) {
        if (!underway.has(effect.key)) deliver(effect, tries)
      }
    }
  }
}

/** In one transaction: it goes out no more, and the case says that it was done. */
function noteSent(tx: Writer, { key, kind }: Effect, done: Done | undefined, at: number): void {
  const told = markSent(tx, key, done?.receipt ?? null, at)
  const kase = told && findCase(tx, told.caseId)?.kase
  if (!kase || !done || kind === 'mail') return
  const event = {
    type: 'grant.carriedOut' as const,
    what: kind,
    index: told.place,
    receipt: done.receipt
  }
  append(tx, kase.id, kase, { at, by: SYSTEM, opId: null, event })
}
