import type { Case } from '../../shared/case/case.ts'
import type { Happening } from '../../shared/case/event.ts'
import { beginTrial, type Elsewhere, needsChanges, type TrialCounts } from '../../shared/case/trial.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader } from '../../sqlite/db.ts'
import { countCasesAfter, listCases } from '../log/cases.ts'
import { listChangesOf, listTakenPrivate } from '../log/facts.ts'
import { listPeople } from '../log/people.ts'

/** So many cases between two looks at the sockets: a few milliseconds. */
const AT_ONCE = 200

export type TrialGiven = {
  readonly db: Reader
  readonly inForce: Matrix
  readonly draft: Matrix
  readonly signal: AbortSignal
  /** Resolves when everything else that waits had its turn. */
  readonly pause: () => Promise<void>
  readonly onElsewhere: (found: Elsewhere) => void
  readonly onProgress: (done: number, total: number, counts: () => TrialCounts) => void
}

/** Runs a draft over every case of the log, a few at a time, so that the server goes on serving. Ends early when told to. */
export async function runTrial(given: TrialGiven): Promise<TrialCounts> {
  const { db, inForce, draft, signal, pause, onElsewhere, onProgress } = given
  const tiers = new Map(listPeople(db).map(({ id, tier }) => [id, tier]))
  const run = beginTrial(inForce, draft, (id) => tiers.get(id))
  const takenPrivate = new Set(listTakenPrivate(db))
  const total = countCasesAfter(db, '')
  let done = 0
  let after: CaseId | '' = ''
  while (!signal.aborted) {
    const cases = listCases(db, after, AT_ONCE)
    for (const kase of cases) {
      const found = run.take(kase, changesOf(db, kase, takenPrivate))
      if (found) onElsewhere(found)
      after = kase.id
    }
    done += cases.length
    // Cases opened meanwhile are tried too.
    onProgress(done, Math.max(done, total), run.counts)
    if (cases.length < AT_ONCE) break
    await pause()
  }
  return run.counts()
}

function changesOf(db: Reader, kase: Case, takenPrivate: ReadonlySet<CaseId>): readonly Happening[] {
  return needsChanges(kase) || takenPrivate.has(kase.id) ? listChangesOf(db, kase.id) : []
}
