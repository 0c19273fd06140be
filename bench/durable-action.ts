import path from 'node:path'
import { type ActDeps, act } from '../src/engine/commands/act.ts'
import { createSeenTime } from '../src/engine/store/seen-time.ts'
import type { Case } from '../src/shared/case/case.ts'
import { must } from '../src/shared/lib/must.ts'
import type { Db } from '../src/sqlite/db.ts'
import { NINE } from '../test/support/cases.ts'
import { openBare } from './bare.ts'
import { fill, openQueue } from './queue-file.ts'
import { type Compared, compare } from './side-by-side.ts'
import { makeStories, type Story } from './stories.ts'

const CASES = 1_000
const ROUNDS = 600

/**
 * What a press of a button costs until it is on disk, against one row of the same bytes in one transaction on the same disk.
 * Notes, claims and changes of priority in turn.
 */
export function benchDurableAction(folder: string): Compared {
  const stories = makeStories(11)
  const cases = Array.from({ length: CASES }, () => stories.next(0))
  const bare = openBare(
    path.join(folder, 'action-bare.db'),
    'CREATE TABLE kept (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT'
  )
  const insert = bare.prepare('INSERT INTO kept (body) VALUES (?)')
  const once = bare.transaction((body: string) => insert.run(body))

  const commands = Array.from({ length: ROUNDS }, (_none, n) =>
    commandOf(n, must(cases[(n * 7) % CASES], 'case').kase, stories.text)
  )
  const trial = openActing(':memory:', cases)
  for (const command of commands) trial.act(command)
  const bytes = bytesWritten(trial.db).map((n) => 'x'.repeat(n))
  const { db, act } = openActing(path.join(folder, 'action.db'), cases)
  try {
    return compare(
      ROUNDS,
      (round) => act(commands[round]),
      (round) => void once(bytes[round] ?? '')
    )
  } finally {
    trial.db.close()
    db.close()
    bare.close()
  }
}

function openActing(file: string, cases: readonly Story[]): { readonly db: Db; act(command: unknown): void } {
  const { db, place } = openQueue(file)
  fill(db, cases, true)
  let ids = 0
  const newId = (): string => `0195b0a2-7c00-7000-8000-${String(++ids).padStart(12, '0')}`
  const deps: ActDeps = {
    db,
    place: () => place,
    now: () => NINE + ids,
    newId,
    isOnline: () => true,
    isLapsed: () => false,
    seen: createSeenTime({ db, now: () => NINE + ids, mono: () => ids }),
    bootId: newId(),
    mono: () => ids
  }
  return {
    db,
    act(command) {
      const acted = act(deps, command)
      if (!acted.ok || !acted.opId) throw new Error(`not done: ${JSON.stringify(acted)}`)
    }
  }
}

function commandOf(
  n: number,
  { id: caseId, priority: was }: Case,
  text: (from: number, to: number) => string
): object {
  if (n % 3 === 0) return { type: 'case.note', caseId, body: text(100, 600) }
  if (n % 3 === 1) return { type: 'case.claim', caseId }
  return { type: 'case.setPriority', caseId, priority: was === 'low' ? 'high' : 'low', was }
}

/** As many bytes as the same act really wrote: the op, what it looks like, and the case as it is now. */
function bytesWritten(db: Db): number[] {
  const rows = db
    .prepare(
      'SELECT length(o.env) + length(o.happening) + length(c.body) + length(c.confirmed) AS n FROM outbox o JOIN cases c ON c.id = o.case_id ORDER BY o.op_no'
    )
    .all() as { n: number }[]
  return rows.map((row) => row.n)
}
