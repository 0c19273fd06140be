import path from 'node:path'
import { indexed } from '../src/engine/store/words.ts'
import { takeFrame } from '../src/engine/sync/take-frame.ts'
import { must } from '../src/shared/lib/must.ts'
import { Frame, type WireChange } from '../src/shared/protocol/sync.ts'
import { NINE } from '../test/support/cases.ts'
import { openBare } from './bare.ts'
import { openQueue, STORE } from './queue-file.ts'
import { type Compared, compare, median, timed } from './side-by-side.ts'
import { makeStories, type Story } from './stories.ts'

const FRAME = 2_000
const FRAMES = 5
const FACTS_EACH = 4
/** So many cases are worked on at the same time. */
const AT_ONCE = 60
const ROUNDS = 5

const TABLES = `
  CREATE TABLE facts (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, ver INTEGER NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (case_id, ver)) STRICT;
  CREATE TABLE cases (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`

/** `wordsMs`: what a frame's words cost after it, in quiet moments or before the first search. */
type CaughtUp = Compared & { readonly wordsMs: number }

/** A console that was away while 10,000 things happened, against the same rows put into SQLite as they are, frame by frame. */
export function benchCatchUp(folder: string): CaughtUp {
  const frames = makeFrames()
  const runs = Array.from({ length: ROUNDS }, (_none, round) => ({
    ours: ourRun(path.join(folder, `away-${round}.db`), frames),
    bare: bareRun(path.join(folder, `away-bare-${round}.db`), frames)
  }))
  const at = (turn: number) => must(runs[Math.floor(turn / FRAMES)], 'run')
  const compared = compare(
    ROUNDS * FRAMES,
    (turn) => at(turn).ours.take(turn % FRAMES),
    (turn) => at(turn).bare.take(turn % FRAMES)
  )
  const wordsMs = median(runs.map(({ ours }) => timed(ours.findable))) / FRAMES
  for (const { ours, bare } of runs) {
    ours.close()
    bare.close()
  }
  return { ...compared, wordsMs }
}

type Run = { take(frame: number): void; close(): void }

/** As it comes off the wire: parsed, then taken. */
function ourRun(file: string, frames: readonly Made[]): Run & { findable(): void } {
  const { db, place } = openQueue(file)
  return {
    take(frame) {
      const taken = takeFrame(db, place, Frame.parse(must(frames[frame], 'frame').wire), NINE)
      if (taken.kind !== 'taken') throw new Error(`the frame was ${taken.kind}`)
    },
    findable: () => void indexed(db),
    close: () => db.close()
  }
}

type Made = {
  readonly wire: unknown
  readonly facts: readonly (readonly [string, number, number, string])[]
  readonly cases: readonly (readonly [string, string])[]
}

function makeFrames(): Made[] {
  const stories = makeStories(77)
  const log: WireChange[] = []
  let open = Array.from({ length: AT_ONCE }, () => ({ story: stories.next(FACTS_EACH - 1), done: 0 }))
  while (log.length < FRAME * FRAMES) {
    const one = stories.dice.pick(open)
    const fact = { ...must(one.story.facts[one.done], 'fact'), seq: log.length + 1 }
    log.push(
      fact.ver === 1
        ? { kind: 'enter', seq: fact.seq, caseId: fact.caseId, facts: [fact] }
        : { kind: 'fact', fact }
    )
    one.done += 1
    if (one.done === FACTS_EACH)
      open = [...open.filter((each) => each !== one), { story: stories.next(FACTS_EACH - 1), done: 0 }]
  }
  const seen = new Map<string, string>()
  return Array.from({ length: FRAMES }, (_none, n) => {
    const changes = log.slice(n * FRAME, (n + 1) * FRAME)
    const facts = changes.map((change) =>
      must(
        change.kind === 'fact' ? change.fact : change.kind === 'enter' ? change.facts[0] : undefined,
        'fact'
      )
    )
    const cases = new Map(
      facts.map((fact) => [
        fact.caseId,
        bodyAt(
          open.map((one) => one.story),
          fact.caseId,
          seen
        )
      ])
    )
    const wire: unknown = JSON.parse(
      JSON.stringify({
        storeId: STORE,
        scopeVer: 1,
        from: n * FRAME,
        to: (n + 1) * FRAME,
        changes,
        results: [],
        bytes: 0,
        sums: null
      })
    )
    return {
      wire,
      facts: facts.map((fact) => [fact.caseId, fact.ver, fact.seq, JSON.stringify(fact)] as const),
      cases: [...cases]
    }
  })
}

/** A case's body is as long as any other's; the bare side only has to write as many bytes. */
function bodyAt(stories: readonly Story[], caseId: string, seen: Map<string, string>): string {
  const known = seen.get(caseId)
  if (known) return known
  const body = JSON.stringify({ ...must(stories[0], 'story').kase, id: caseId })
  seen.set(caseId, body)
  return body
}

function bareRun(file: string, frames: readonly Made[]): Run {
  const bare = openBare(file, TABLES)
  const putFact = bare.prepare('INSERT INTO facts (case_id, ver, seq, body) VALUES (?, ?, ?, ?)')
  const putCase = bare.prepare(
    'INSERT INTO cases VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'
  )
  const take = bare.transaction((frame: Made) => {
    for (const row of frame.facts) putFact.run(...row)
    for (const row of frame.cases) putCase.run(...row)
  })
  return {
    take: (frame) => take.immediate(must(frames[frame], 'frame')),
    close: () => void bare.close()
  }
}
