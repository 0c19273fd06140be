import type { Case } from '../../shared/case/case.ts'
import { type Clock, leftMs } from '../../shared/sla/clock.ts'
import { type ClockName, type SlaState, slaState } from '../../shared/sla/clocks.ts'
import { dayTime } from './day-time.ts'
import type { Format } from './format.ts'
import type { Words } from './words.ts'

/** Everything a screen says about one clock. */
export type ClockText = {
  readonly name: ClockName
  readonly label: string
  readonly state: SlaState
  readonly stateLabel: string
  /** Short, for a badge: "42 min", "12 min over", "Met". */
  readonly text: string
  /** Why it runs or pauses, or how it ended. */
  readonly why: string
  /** Whole, for who cannot see the badge. */
  readonly description: string
}

type Told = {
  readonly words: Words
  readonly format: Format
  readonly riskShare: number
  readonly now: number
}

const ORDER: readonly ClockName[] = ['own', 'firstResponse', 'stage', 'resolve']

/** The clocks of a case in the order they end, each in words. */
export function clockTexts(kase: Pick<Case, 'clocks' | 'state'>, told: Told): ClockText[] {
  return ORDER.flatMap((name) => {
    const clock = kase.clocks[name]
    return clock ? [clockText(name, clock, kase.state, told)] : []
  })
}

/** The one worth showing when there is room for one: what runs and is due first, else what waits, else nothing. */
export function mostPressing(texts: readonly ClockText[], clocks: Case['clocks']): ClockText | undefined {
  const dueAt = (text: ClockText): number => {
    const run = clocks[text.name]?.run
    return run?.state === 'running' ? run.dueAt : Number.POSITIVE_INFINITY
  }
  const open = texts.filter((text) => clocks[text.name]?.run.state !== 'stopped')
  return open.toSorted((a, b) => dueAt(a) - dueAt(b))[0]
}

function clockText(
  name: ClockName,
  clock: Clock,
  state: Case['state'],
  { words, format, riskShare, now }: Told
): ClockText {
  const { sla } = words
  const stands = slaState(clock, riskShare, now)
  const left = leftMs(clock, now)
  const label = sla.clock[name]
  const { run } = clock
  const base = { name, label, state: stands, stateLabel: sla.state[stands] }
  if (run.state === 'stopped') {
    const when = dayTime(run.at, now, format)
    const over = sla.over(format.duration(left))
    const target = sla.target(format.duration(clock.targetMinutes * 60_000))
    return {
      ...base,
      text: run.late ? over : sla.state.met,
      why: `${run.late ? sla.lateAt(when) : sla.metAt(when)} · ${target}`,
      description: run.late ? sla.description.late(label, when, over) : sla.description.met(label, when)
    }
  }
  const span = left < 0 ? sla.over(format.duration(left)) : format.duration(left)
  if (run.state === 'paused') {
    const why = pausedWhy(state, words)
    return { ...base, text: span, why, description: sla.description.paused(label, why) }
  }
  const due = dayTime(run.dueAt, now, format)
  return {
    ...base,
    text: span,
    why: `${left < 0 ? sla.wasDueAt(due) : sla.dueAt(due)} · ${sla.runsWhy[name]}`,
    description: stands === 'paused' ? label : describe(stands, sla, label, due)
  }
}

function describe(state: Exclude<SlaState, 'paused'>, sla: Words['sla'], label: string, due: string): string {
  return sla.description[state](label, due)
}

function pausedWhy(state: Case['state'], words: Words): string {
  const why = words.sla.pausedWhy
  if (state.status === 'pending') return why.pending
  if (state.status === 'on_hold') return why.on_hold(words.case.holdReason[state.reason].toLowerCase())
  return why.ended
}
