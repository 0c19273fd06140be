import { rmSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Desk, desk, NOW } from './fixtures/desk.ts'
import { house } from './fixtures/house.ts'
import { LOG, mappingOf } from './fixtures/mappings.ts'
import { type SqliteLog, sqliteLog } from './fixtures/sqlite-log.ts'
import { resumeImports } from './resume-imports.ts'

class Crash extends Error {}

type LogHooks = { before: () => void; after: () => void }
const quiet = () => undefined

/** Fails at the `at`-th of all the moments it is asked about. */
function bomb(at: number) {
  let moment = 0
  return {
    tick: () => {
      moment += 1
      if (moment === at) throw new Crash(`moment ${at}`)
    },
    went: () => moment >= at
  }
}

const CASES = 130
const MAPPING = mappingOf({ ...LOG, arrival: { mode: 'waiting', overHours: 10 } })
/** Four updates a case, mixed, so that every phase has several batches; some rows are bad. */
const TEXT = ((): string => {
  const lines = Array.from({ length: CASES * 4 }, (_, index) => {
    const kase = index % CASES
    const hour = Math.floor(index / CASES)
    if (index % 97 === 50) return `${kase},never,${hour},New,desk,`
    const state = ['New', 'Active', 'Waiting', kase % 3 === 0 ? 'Done' : 'Active'][hour]
    return `${kase},2026-01-0${hour + 1} 10:00,${hour},${state},${hour < 2 ? 'desk' : 'tech'},Ann ${kase % 7}`
  })
  return `case,at,rev,state,group,who\n${lines.join('\n')}\n`
})()

let expected: ReturnType<SqliteLog['all']>
let printed: string
/** Comparing some hundred facts fifty times over is quicker as text. */
const print = (log: SqliteLog) => JSON.stringify([...log.all()])
beforeAll(async () => {
  using at = desk()
  await at.run(at.file('log.csv', TEXT), MAPPING, { acceptRejections: true })
  expected = at.log.all()
  printed = print(at.log)
})

/** Everything that can be cut off: each commit of the job's file and of the log, before and after, and each report of progress. */
async function crashing(at: Desk, tick: () => void, inLog: LogHooks): Promise<'crashed' | 'done'> {
  inLog.before = tick
  inLog.after = tick
  try {
    await at.run(at.file('log.csv', TEXT), MAPPING, {
      acceptRejections: true,
      hooks: { beforeCommit: tick, afterCommit: tick },
      onProgress: tick
    })
    return 'done'
  } catch (error) {
    if (error instanceof Crash) return 'crashed'
    throw error
  } finally {
    inLog.before = quiet
    inLog.after = quiet
  }
}

function crashableDesk(): { at: Desk; inLog: LogHooks } {
  const inLog: LogHooks = { before: quiet, after: quiet }
  const log = sqliteLog({ beforeCommit: () => inLog.before(), afterCommit: () => inLog.after() })
  return { at: desk(log), inLog }
}

test('[IM42] stopped at any moment and started again, no case is there twice and none is missing', async () => {
  expect(expected.size).toBeGreaterThan(100)
  const stopped = new Set<number>()
  for (let moment = 1; ; moment++) {
    const { at, inLog } = crashableDesk()
    using _ = at
    const { tick, went } = bomb(moment)
    const end = await crashing(at, tick, inLog)
    stopped.add(at.log.all().size)
    const answer = await at.run(at.file('log.csv', TEXT), MAPPING, { acceptRejections: true })
    expect(answer).toMatchObject({ ok: true })
    expect(print(at.log)).toBe(printed)
    if (end === 'done' && !went()) {
      expect(moment).toBeGreaterThan(35)
      break
    }
  }
  // It was stopped with nothing published, with a part, and with all of it.
  expect(stopped.size).toBeGreaterThanOrEqual(3)
}, 60_000)

test('[IM42] stopped again and again, it still comes to its end', async () => {
  const { at, inLog } = crashableDesk()
  using _ = at
  for (let starts = 0; starts < 60; starts++) {
    const { tick } = bomb(4)
    if ((await crashing(at, tick, inLog)) === 'done') break
  }
  expect(at.log.all()).toEqual(expected)
}, 30_000)

test('[IM43] what had begun to be published is ended at the next start, without the file', async () => {
  const { at, inLog } = crashableDesk()
  using _ = at
  const file = at.file('log.csv', TEXT)
  inLog.after = () => {
    if (at.log.all().size > 0) throw new Crash('after the first batch')
  }
  await expect(at.run(file, MAPPING, { acceptRejections: true })).rejects.toThrow(Crash)
  expect(at.log.all().size).toBe(100)
  inLog.after = quiet

  rmSync(file)
  const ended = await resumeImports(at.jobsFolder, house(), { log: at.log, now: () => NOW })
  expect(ended).toMatchObject([
    { added: expected.size, known: 0, position: expected.size, total: expected.size }
  ])
  expect(at.log.all()).toEqual(expected)
  expect(await resumeImports(at.jobsFolder, house(), { log: at.log, now: () => NOW })).toEqual([])
})

test('[IM43] a server without imports has nothing to end', async () => {
  expect(
    await resumeImports('/there/is/no/such/folder', house(), { log: sqliteLog(), now: () => NOW })
  ).toEqual([])
})
