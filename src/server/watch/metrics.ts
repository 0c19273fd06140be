import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ImportJob } from '../../shared/protocol/imports.ts'
import { Outcome, Stop } from '../../shared/protocol/sync.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Core } from '../core.ts'
import type { Home } from '../home/home.ts'
import { countEffects } from '../log/effects.ts'
import { headSeq } from '../log/facts.ts'
import { countHeld } from '../log/held-work.ts'
import { UP } from '../session/session.ts'
import type { Health } from './health.ts'
import type { Writes } from './timed-home.ts'

/** Answers from a millisecond to half a minute, in seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export type Metrics = {
  /** A message of a console was answered. */
  answered(name: string, ms: number, answer: unknown): void
  /** Something was worth a line in the log. */
  reported(event: string): void
  /** What is looked at when somebody asks for it. */
  watch(given: Watched): void
  /** Everything as Prometheus reads it. */
  text(): Promise<string>
  readonly contentType: string
}

export type Watched = {
  readonly db: Reader
  readonly core: Pick<Core, 'consoles'>
  readonly health: Pick<Health, 'lagMs'>
  readonly writes: Writes
  readonly home: Pick<Home, 'isLead' | 'status'>
  readonly imports: () => readonly Pick<ImportJob, 'phase'>[]
}

/**
 * Counts and times, never contents: labels are words of our own code, and what a console calls a message is only one of them
 * when it is one (SV87).
 */
export function makeMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'tierline_' })
  const took = new Histogram({
    name: 'tierline_answer_seconds',
    help: 'From a message of a console to its answer',
    labelNames: ['message'],
    buckets: SECONDS,
    registers
  })
  const answers = new Counter({
    name: 'tierline_op_answers_total',
    help: 'Answers to ops by outcome; an op that is sent again is answered again',
    labelNames: ['outcome'],
    registers
  })
  const stops = new Counter({
    name: 'tierline_push_stops_total',
    help: 'Batches of ops that were stopped, by reason',
    labelNames: ['reason'],
    registers
  })
  const events = new Counter({
    name: 'tierline_events_total',
    help: 'Lines of the log by what they are about',
    labelNames: ['event'],
    registers
  })
  return {
    answered(name, ms, answer) {
      took.observe({ message: UP.has(name) ? name : 'other' }, ms / 1000)
      if (name === 'sync:push') countOps(answers, stops, answer)
    },
    reported: (event) => events.inc({ event }),
    watch: (given) => watch(registers, given),
    text: () => registry.metrics(),
    contentType: registry.contentType
  }
}

function countOps(answers: Counter, stops: Counter, answer: unknown): void {
  const { results = [], stop } = answer as { results?: readonly { outcome: unknown }[]; stop?: unknown }
  for (const { outcome } of results) {
    const known = Outcome.safeParse(outcome)
    if (known.success) answers.inc({ outcome: known.data })
  }
  const reason = Stop.safeParse(stop)
  if (reason.success) stops.inc({ reason: reason.data })
}

function watch(registers: Registry[], { db, core, health, writes, home, imports }: Watched): void {
  const gauge = (name: string, help: string, look: () => number): void =>
    void new Gauge({
      name: `tierline_${name}`,
      help,
      registers,
      collect() {
        this.set(look())
      }
    })
  const gauges = (
    name: string,
    help: string,
    label: string,
    look: () => Readonly<Record<string, number>>
  ): void =>
    void new Gauge({
      name: `tierline_${name}`,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset()
        for (const [value, n] of Object.entries(look())) this.set({ [label]: value }, n)
      }
    })
  const write = new Histogram({
    name: 'tierline_write_seconds',
    help: 'From asking for a write to its being on disk',
    buckets: SECONDS,
    registers
  })
  writes.onDone((ms) => write.observe(ms / 1000))
  gauge('writes_waiting', 'Writes asked for and not on disk yet', writes.waiting)
  gauge('home_answers', '1 while the database answers, as far as was noticed', () =>
    Number(home.status().ready)
  )
  gauge('leads', '1 on the node that does what time brings; over all nodes it is 1', () =>
    Number(home.isLead())
  )
  gauge('log_head', 'The number of the newest fact', () => headSeq(db))
  gauge('untold_seconds', 'How long committed facts have waited to be told', () => health.lagMs() / 1000)
  gauge('held_work', 'Ops and effects that wait for a supervisor', () => countHeld(db))
  gauge('console_lag_facts', 'How far the console that is furthest behind stands behind the log', () =>
    Math.max(0, ...core.consoles().map((one) => headSeq(db) - one.toldTo))
  )
  gauges('consoles', 'Connected consoles, by whether they are up to date or still fetching', 'state', () => {
    const all = core.consoles()
    const live = all.filter((one) => one.isLive).length
    return { live, fetching: all.length - live }
  })
  gauges('effects', 'What is still to be done outside, by how it stands', 'state', () => {
    const { waiting, failed, held } = countEffects(db)
    return { waiting: waiting - failed - held, failing: failed, held }
  })
  gauges('imports', 'Imports of this run of the server, by phase', 'phase', () => {
    const counts: Record<string, number> = {}
    for (const { phase } of imports()) counts[phase] = (counts[phase] ?? 0) + 1
    return counts
  })
}
