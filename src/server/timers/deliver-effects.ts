import { type CaseId, OpId, type PersonId, SYSTEM } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import { append } from '../log/append.ts'
import { findCase } from '../log/cases.ts'
import {
  type Claim,
  claimEffect,
  type Due,
  EFFECT_KINDS,
  type Effect,
  type EffectKind,
  holdEffect,
  isAnyDue,
  listEffects,
  markFailed,
  markSent,
  yesKey
} from '../log/effects.ts'
import { holdKey } from '../log/held-work.ts'
import { listResultsOf } from '../log/results.ts'

/** It has been done, and the number the other side gave it, if any. */
export type Done = { readonly receipt: string | null }

/**
 * Carries effects out, or hands them to who does (`undefined`: whether and when is not said). It may be handed the same
 * effect twice (we may end between its yes and our note of it), always with the same key: it must do a key once. Throwing
 * or rejecting means: not done, try again.
 */
export type Courier = {
  deliver(effect: Effect): Done | undefined | Promise<Done | undefined>
  /**
   * Whether the other side still knows the keys of before a restore of ours, so that handing one over again does nothing new.
   * Missing: it does not, and what may have been carried out before waits for somebody who knows (SY46).
   */
  remembers?(kind: EffectKind): boolean
}

/** Of each kind. */
const AT_ONCE = 20
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 15 * 60_000
/** So long a node that began with an effect is given, longer than any courier takes; then it is taken to have died. */
const CLAIM_MS = 60_000

/** Hands over what is due, and gives once what was handed over and answered at once is noted. */
export function effectDelivery(desk: Desk, courier: Courier): () => Promise<void> {
  /** Handed over, and the note of it is not durable yet. */
  const underway = new Set<string>()

  async function sent({ key }: Effect, done: Done | undefined): Promise<void> {
    const at = desk.now()
    await desk.home.write((tx) => noteSent(tx, key, done, at))
    if (done) desk.dirty()
  }
  async function failed({ key }: Effect, tries: number, error: unknown): Promise<void> {
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries)
    desk.report('effect.failed', { key, tries: tries + 1, waitMs, error })
    const nextAt = desk.now() + waitMs
    await desk.home.write((tx) => markFailed(tx, key, nextAt))
  }
  /** Undefined: the other side takes its time. */
  function handOver({ tries, replayed, ...effect }: Due): Promise<void> | undefined {
    if (replayed && !courier.remembers?.(effect.kind)) {
      const at = desk.now()
      return desk.home.write((tx) => hold(tx, effect.key, at))
    }
    let delivery: ReturnType<Courier['deliver']>
    try {
      delivery = courier.deliver(effect)
    } catch (error) {
      return failed(effect, tries, error)
    }
    if (!(delivery instanceof Promise)) return sent(effect, delivery)
    void unnoted(
      effect,
      delivery.then(
        (done) => sent(effect, done),
        (error: unknown) => failed(effect, tries, error)
      )
    )
    return undefined
  }
  /** Only our own note of it can still fail; then it is delivered again under the same key. */
  async function unnoted({ key }: Effect, noted: Promise<void>): Promise<void> {
    try {
      await noted
    } catch (error) {
      desk.report('effect.unnoted', { key, error })
    } finally {
      underway.delete(key)
    }
  }

  /** Claimed by a write, so that a node that takes over meanwhile does not begin with the same. */
  function claimed(): Promise<ReturnType<typeof listEffects>> {
    const now = desk.now()
    if (!isAnyDue(desk.db, now)) return Promise.resolve([])
    const claim: Claim = { node: desk.home.node, now, until: now + CLAIM_MS }
    const dueIn = (db: Reader) =>
      EFFECT_KINDS.flatMap((kind) => listEffects(db, kind, claim, AT_ONCE)).filter(
        ({ key }) => !underway.has(key)
      )
    const here = dueIn(desk.db)
    if (here.length === 0 || !desk.home.isShared) return Promise.resolve(here)
    return desk.home.write((tx) => {
      const due = dueIn(tx)
      for (const { key } of due) claimEffect(tx, key, claim)
      return due
    })
  }

  return async () => {
    const due = await claimed()
    await Promise.all(
      due.map((effect) => {
        underway.add(effect.key)
        const noted = handOver(effect)
        return noted && unnoted(effect, noted)
      })
    )
  }
}

/** In one transaction: it goes out no more, and the case says that it was done. */
export function noteSent(tx: Writer, key: string, done: Done | undefined, at: number): void {
  const told = markSent(tx, key, done?.receipt ?? null, at)
  const kase = told && findCase(tx, told.caseId)?.kase
  if (!kase || !done || told.kind === 'mail') return
  const event = {
    type: 'grant.carriedOut' as const,
    what: told.kind,
    index: told.place,
    receipt: done.receipt
  }
  append(tx, kase.id, kase, { at, by: SYSTEM, opId: null, event })
}

function hold(tx: Writer, key: string, at: number): void {
  const caseId = holdEffect(tx, key)
  if (caseId) holdKey(tx, OpId.parse(key), caseId, authorOf(tx, key, caseId), at)
}

/** Who did what the effect follows from: nobody lets their own work through. */
function authorOf(tx: Writer, key: string, caseId: CaseId): PersonId {
  const [first] = listResultsOf(tx, key)
  if (first) return first.personId
  const asked = findCase(tx, caseId)?.kase.escalations.find((one) => yesKey(one) === key)
  return (asked?.kind === 'hierarchical' && asked.decisions.at(-1)?.by) || SYSTEM
}
