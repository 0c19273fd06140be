import type { EffectKind } from '../log/effects.ts'
import type { Courier } from '../timers/deliver-effects.ts'

/** One courier for each kind of effect: answers to customers may go another way than money. */
export function routed(byKind: Readonly<Record<EffectKind, Courier>>): Courier {
  return {
    deliver: (effect) => byKind[effect.kind].deliver(effect),
    remembers: (kind) => byKind[kind].remembers?.(kind) ?? false
  }
}
