import type { Elsewhere, TrialCounts } from '../../shared/case/trial.ts'
import type { RowRef } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import type { Trial, TrialCase } from '../../shared/protocol/matrices.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Report } from '../desk.ts'
import { findCase } from '../log/cases.ts'
import { runTrial } from './run-trial.ts'

/** Drafts tried on the cases of this server: one at a time per administrator, the last one kept until the next. */
export type Trials = {
  /** Begins one; another of the same person is cancelled. Gives its id. */
  begin(person: PersonId, inForce: Matrix, draft: Matrix): string
  get(person: PersonId): Trial | null
  /** Cases that would go elsewhere, in the order of their ids; `row`: only those it leads, or led. */
  cases(
    person: PersonId,
    row: RowRef | null,
    after: string | null,
    limit: number
  ): { cases: TrialCase[]; next: string | null } | null
  cancel(person: PersonId): void
  /** The server ends: none goes on. */
  stop(): void
}

export type TrialsGiven = {
  readonly db: Reader
  readonly newId: () => string
  readonly pause: () => Promise<void>
  readonly report: Report
}

type Running = {
  trial: Omit<Trial, keyof TrialCounts>
  counts: () => TrialCounts
  readonly elsewhere: Elsewhere[]
  readonly stop: AbortController
}

const NOTHING: TrialCounts = { changed: 0, rows: [], idle: [] }

export function makeTrials(given: TrialsGiven): Trials {
  const { db } = given
  const kept = new Map<PersonId, Running>()
  const cancel = (person: PersonId): void => kept.get(person)?.stop.abort()
  return {
    begin(person, inForce, draft) {
      cancel(person)
      const id = given.newId()
      const running: Running = {
        trial: { id, state: 'running', done: 0, total: 0, problem: null },
        counts: () => NOTHING,
        elsewhere: [],
        stop: new AbortController()
      }
      kept.set(person, running)
      void run(given, running, inForce, draft)
      return id
    },
    get(person) {
      const running = kept.get(person)
      if (!running) return null
      const { changed, rows, idle } = running.counts()
      // While it runs every row is idle that has not had its turn yet: only the end knows.
      const isOver = running.trial.state === 'done'
      return { ...running.trial, changed, rows: [...rows], idle: isOver ? [...idle] : [] }
    },
    cases(person, row, after, limit) {
      const running = kept.get(person)
      if (!running) return null
      const fitting = running.elsewhere.filter(
        (one) => (after === null || one.caseId > after) && (!row || isLedBy(one, row))
      )
      const page = fitting.slice(0, limit)
      return {
        cases: page.map((one) => told(db, one)),
        next: fitting.length > limit ? (page.at(-1)?.caseId ?? null) : null
      }
    },
    cancel,
    stop() {
      for (const { stop } of kept.values()) stop.abort()
    }
  }
}

async function run(given: TrialsGiven, running: Running, inForce: Matrix, draft: Matrix): Promise<void> {
  const { signal } = running.stop
  const become = (change: Partial<Running['trial']>): void => {
    running.trial = { ...running.trial, ...change }
  }
  try {
    await given.pause()
    const counts = await runTrial({
      ...given,
      inForce,
      draft,
      signal,
      onElsewhere: (found) => running.elsewhere.push(found),
      onProgress(done, total, now) {
        running.counts = now
        become({ done, total })
      }
    })
    running.counts = () => counts
    become({ state: signal.aborted ? 'cancelled' : 'done' })
  } catch (error) {
    given.report('trial.broke', { error })
    become({ state: 'failed', problem: error instanceof Error ? error.message : String(error) })
  }
}

function isLedBy({ before, after }: Elsewhere, { list, id }: RowRef): boolean {
  return [before.row, after.row].some((row) => row?.list === list && row.id === id)
}

function told(db: Reader, { caseId, ...ways }: Elsewhere): TrialCase {
  const { ref, subject, openedAt } = must(findCase(db, caseId), `case ${caseId}`).kase
  return { caseId, ref, subject, openedAt, ...ways }
}
