import { z } from 'zod'
import { addWorkingTime, workingTimeBetween } from './working-time.ts'

/**
 * One SLA clock. `spentMs` is the working time used up before `run.since`; what is left is
 * target - spent - (time since, while running). `dueAt` stands only on a running clock: a paused one has no deadline.
 */
export const Clock = z.object({
  targetMinutes: z.number().int().min(1),
  spentMs: z.number().min(0),
  run: z.discriminatedUnion('state', [
    z.object({ state: z.literal('running'), since: z.number(), dueAt: z.number() }),
    z.object({ state: z.literal('paused'), since: z.number() }),
    z.object({ state: z.literal('stopped'), at: z.number(), late: z.boolean() })
  ])
})
export type Clock = z.infer<typeof Clock>

const MINUTE = 60_000

export function startClock(targetMinutes: number, at: number): Clock {
  return {
    targetMinutes,
    spentMs: 0,
    run: { state: 'running', since: at, dueAt: addWorkingTime(at, targetMinutes * MINUTE) }
  }
}

/** Working time left at `at` in ms; negative once late; for a stopped clock what was left when it stopped. */
export function leftMs(clock: Clock, at: number): number {
  const left = clock.targetMinutes * MINUTE - clock.spentMs
  return clock.run.state === 'running' ? left - workingTimeBetween(clock.run.since, at) : left
}

function spentBy(clock: Clock, at: number): number {
  return clock.run.state === 'running'
    ? clock.spentMs + workingTimeBetween(clock.run.since, at)
    : clock.spentMs
}

export function pauseClock(clock: Clock, at: number): Clock {
  if (clock.run.state !== 'running') return clock
  return { ...clock, spentMs: spentBy(clock, at), run: { state: 'paused', since: at } }
}

export function resumeClock(clock: Clock, at: number): Clock {
  if (clock.run.state !== 'paused') return clock
  return running(clock.targetMinutes, clock.spentMs, at)
}

/** The clock has reached what it measures. Late when the target was used up before. */
export function stopClock(clock: Clock, at: number): Clock {
  if (clock.run.state === 'stopped') return clock
  const spentMs = spentBy(clock, at)
  return { ...clock, spentMs, run: { state: 'stopped', at, late: spentMs > clock.targetMinutes * MINUTE } }
}

/** A clock that was stopped goes on from what it had used up (a resolved case comes back). */
export function restartClock(clock: Clock, at: number): Clock {
  return clock.run.state === 'stopped' ? running(clock.targetMinutes, clock.spentMs, at) : clock
}

/** Another target, the same time used up; a stopped clock keeps the target it was judged by. */
export function retargetClock(clock: Clock, targetMinutes: number, at: number): Clock {
  if (clock.run.state === 'stopped') return clock
  if (clock.run.state === 'paused') return { ...clock, targetMinutes }
  return running(targetMinutes, spentBy(clock, at), at)
}

function running(targetMinutes: number, spentMs: number, at: number): Clock {
  return {
    targetMinutes,
    spentMs,
    run: { state: 'running', since: at, dueAt: addWorkingTime(at, targetMinutes * MINUTE - spentMs) }
  }
}
