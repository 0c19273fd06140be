import type { Desk } from '../desk.ts'
import { type Effect, listEffects, markFailed, markSent } from '../log/effects.ts'

/**
 * Carries effects out. It may be handed the same effect twice (we may end between its yes and our note of it), always with
 * the same key: it must do a key once. Throwing or rejecting means: not done, try again.
 */
export type Courier = { deliver(effect: Effect): void | Promise<void> }

const AT_ONCE = 50
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 15 * 60_000

export function effectDelivery(desk: Desk, courier: Courier): () => void {
  const underway = new Set<string>()

  function sent({ key }: Effect): void {
    desk.db.write((tx) => markSent(tx, key))
  }
  function failed({ key }: Effect, tries: number, error: unknown): void {
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries)
    desk.report('effect.failed', { key, tries: tries + 1, waitMs, error })
    desk.db.write((tx) => markFailed(tx, key, desk.now() + waitMs))
  }

  return () => {
    for (const { tries, ...effect } of listEffects(desk.db, desk.now(), AT_ONCE)) {
      if (underway.has(effect.key)) continue
      try {
        const delivery = courier.deliver(effect)
        if (!(delivery instanceof Promise)) {
          sent(effect)
          continue
        }
        underway.add(effect.key)
        delivery
          .then(
            () => sent(effect),
            (error: unknown) => failed(effect, tries, error)
          )
          // Only our own note of it can still fail; then it is delivered again under the same key.
          .catch((error: unknown) => desk.report('effect.unnoted', { key: effect.key, error }))
          .finally(() => underway.delete(effect.key))
      } catch (error) {
        failed(effect, tries, error)
      }
    }
  }
}
