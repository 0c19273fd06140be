import { z } from 'zod'
import type { Matrix, Priority, SlaTarget } from '../escalation/matrix.ts'
import { compareTiers, type Tier } from '../people/tier.ts'
import {
  Clock,
  leftMs,
  pauseClock,
  restartClock,
  resumeClock,
  retargetClock,
  startClock,
  stopClock
} from './clock.ts'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

/**
 * own: time to own in this queue (TTO). firstResponse: FRT. resolve: TTR. stage: the escalation's own time to resolve
 * (OLA), while one is open.
 */
export const Clocks = z.object({
  own: Clock.optional(),
  firstResponse: Clock.optional(),
  resolve: Clock.optional(),
  stage: Clock.optional()
})
export type Clocks = z.infer<typeof Clocks>
export type ClockName = keyof Clocks
const NAMES: readonly ClockName[] = ['own', 'firstResponse', 'resolve', 'stage']

/** The targets for a tier and priority; a tier without a line of its own uses the nearest lower tier's, or the first line (SL3). */
export function targetFor(matrix: Matrix, tier: Tier, priority: Priority): SlaTarget {
  const lines = matrix.sla.filter((line) => line.priority === priority && compareTiers(line.tier, tier) <= 0)
  const nearest = lines.reduce<SlaTarget | undefined>(
    (best, line) => (best && compareTiers(best.tier, line.tier) >= 0 ? best : line),
    undefined
  )
  const found = nearest ?? matrix.sla.find((line) => line.priority === priority) ?? matrix.sla[0]
  if (!found) throw new Error('impossible: a matrix without SLA targets')
  return found
}

export function clocksWhenOpened(target: SlaTarget, at: number): Clocks {
  return {
    own: startClock(target.ownMinutes, at),
    firstResponse: startClock(target.firstResponseMinutes, at),
    resolve: startClock(target.resolveMinutes, at)
  }
}

export function clocksWhenOwned(clocks: Clocks, at: number): Clocks {
  return change(clocks, ['own'], (clock) => stopClock(clock, at))
}

/** Nobody owns it again: a fresh time to own; it starts paused when the case itself waits. */
export function clocksWhenUnowned(clocks: Clocks, target: SlaTarget, waiting: boolean, at: number): Clocks {
  const own = startClock(target.ownMinutes, at)
  return { ...clocks, own: waiting ? pauseClock(own, at) : own }
}

export function clocksWhenAnswered(clocks: Clocks, at: number): Clocks {
  return change(clocks, ['firstResponse'], (clock) => stopClock(clock, at))
}

export function clocksWhenPaused(clocks: Clocks, at: number): Clocks {
  return change(clocks, NAMES, (clock) => pauseClock(clock, at))
}

export function clocksWhenResumed(clocks: Clocks, at: number): Clocks {
  return change(clocks, NAMES, (clock) => resumeClock(clock, at))
}

/** Nothing runs on an ended case. A first response that is still owed is only paused: resolving did not answer (SL9). */
export function clocksWhenResolved(clocks: Clocks, at: number): Clocks {
  const stopped = change(clocks, ['own', 'resolve', 'stage'], (clock) => stopClock(clock, at))
  return change(stopped, ['firstResponse'], (clock) => pauseClock(clock, at))
}

export function clocksWhenReopened(clocks: Clocks, at: number): Clocks {
  const owed = change(clocks, ['firstResponse'], (clock) => resumeClock(clock, at))
  return change(owed, ['resolve'], (clock) => restartClock(clock, at))
}

/** Another priority or tier: first response and resolve get the new target and keep what they had used up (SL6). */
export function clocksWhenRetargeted(clocks: Clocks, target: SlaTarget, at: number): Clocks {
  const responded = change(clocks, ['firstResponse'], (clock) =>
    retargetClock(clock, target.firstResponseMinutes, at)
  )
  return change(responded, ['resolve'], (clock) => retargetClock(clock, target.resolveMinutes, at))
}

/** Another queue: everything runs again, a fresh time to own there, and the stage's own time when an escalation brought it. */
export function clocksWhenMoved(
  clocks: Clocks,
  target: SlaTarget,
  at: number,
  stage?: { readonly acceptMinutes: number; readonly resolveMinutes: number }
): Clocks {
  const { stage: _ended, ...rest } = clocksWhenRetargeted(clocksWhenResumed(clocks, at), target, at)
  const own = startClock(stage?.acceptMinutes ?? target.ownMinutes, at)
  return stage ? { ...rest, own, stage: startClock(stage.resolveMinutes, at) } : { ...rest, own }
}

/** Sideways: a fresh time to own there, while the escalation that brought the case up goes on (SL8). */
export function clocksWhenTransferred(clocks: Clocks, target: SlaTarget, at: number): Clocks {
  const moved = clocksWhenMoved(clocks, target, at)
  return clocks.stage ? { ...moved, stage: resumeClock(clocks.stage, at) } : moved
}

/** Back down: the stage of the escalation that is still open below, made at `at` and due at `resolveBy`, counts again (SL8). */
export function clocksWhenBack(
  clocks: Clocks,
  target: SlaTarget,
  at: number,
  below: { readonly at: number; readonly resolveBy: number } | undefined
): Clocks {
  const moved = clocksWhenMoved(clocks, target, at)
  if (!below) return moved
  const minutes = Math.round(workingTimeBetween(below.at, below.resolveBy) / 60_000)
  return { ...moved, stage: startClock(Math.max(1, minutes), below.at) }
}

function change(clocks: Clocks, names: readonly ClockName[], how: (clock: Clock) => Clock): Clocks {
  const next: Clocks = { ...clocks }
  for (const name of names) {
    const clock = next[name]
    if (clock) next[name] = how(clock)
  }
  return next
}

export type SlaState = 'on_track' | 'at_risk' | 'breached' | 'paused' | 'met'

/** How one clock stands at `at`. At risk: less than `riskShare` of the target is left (SL7). */
export function slaState(clock: Clock, riskShare: number, at: number): SlaState {
  if (clock.run.state === 'stopped') return clock.run.late ? 'breached' : 'met'
  const left = leftMs(clock, at)
  if (left < 0) return 'breached'
  if (clock.run.state === 'paused') return 'paused'
  return left < clock.targetMinutes * 60_000 * riskShare ? 'at_risk' : 'on_track'
}

/** The running clock that is due first, with when it becomes at risk; undefined when none runs. */
export function nextDue(
  clocks: Clocks,
  riskShare: number
): { name: ClockName; dueAt: number; riskAt: number } | undefined {
  let first: { name: ClockName; dueAt: number; riskAt: number } | undefined
  for (const name of NAMES) {
    const clock = clocks[name]
    if (clock?.run.state !== 'running') continue
    const { dueAt } = clock.run
    if (first && dueAt >= first.dueAt) continue
    const riskMs = clock.targetMinutes * 60_000 * riskShare
    first = { name, dueAt, riskAt: addWorkingTime(dueAt, -riskMs) }
  }
  return first
}
