import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { nameStore } from '../src/server/core.ts'
import type { Home } from '../src/server/home/home.ts'
import { sqliteHome } from '../src/server/home/sqlite-home.ts'
import { putCase } from '../src/server/log/cases.ts'
import { pushFact } from '../src/server/log/facts.ts'
import { MIGRATIONS } from '../src/server/log/migrations/all.ts'
import { putScopeSums } from '../src/server/log/scope-sums.ts'
import { putSight } from '../src/server/log/sight.ts'
import type { Fact } from '../src/shared/case/event.ts'
import { caseScopes } from '../src/shared/case/rights.ts'
import { openDb, type Writer } from '../src/sqlite/db.ts'
import { makeStories } from './stories.ts'

/** A server's log on disk, ready to be asked. */
export async function openLogAt(
  folder: string,
  name: string
): Promise<{ readonly file: string; readonly home: Home }> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  const home = sqliteHome(openDb(file, MIGRATIONS))
  let ids = 0
  await nameStore(home, () => `store-${++ids}`)
  return { file, home }
}

/** Puts so many cases there with so many facts each, all open and in L1/billing, without what else the server does with a fact. */
export async function fillLog(home: Home, cases: number, factsEach: number, seed: number): Promise<void> {
  const stories = makeStories(seed)
  let seq = 0
  for (let left = cases; left > 0; left -= 1_000)
    await home.write((tx) => {
      for (let n = 0; n < Math.min(left, 1_000); n += 1)
        seq = putStory(tx, stories.next(factsEach - 1, true), seq)
    })
}

function putStory(
  tx: Writer,
  { kase, facts }: ReturnType<ReturnType<typeof makeStories>['next']>,
  last: number
): number {
  let seq = last
  const scopes = caseScopes(kase)
  for (const one of facts) {
    seq += 1
    pushFact(tx, { ...one, seq } as Fact, kase)
    putSight(tx, kase.id, seq, one.ver === 1 ? [] : scopes, scopes)
  }
  putCase(tx, kase, seq)
  putScopeSums(tx, kase.id, { ver: 0, scopes: [] }, { ver: kase.ver, scopes })
  return seq
}
