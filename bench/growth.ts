import path from 'node:path'
import { takeFrame } from '../src/engine/sync/take-frame.ts'
import { createCore } from '../src/server/core.ts'
import { headSeq } from '../src/server/log/facts.ts'
import type { Command } from '../src/shared/case/command.ts'
import { CaseId } from '../src/shared/lib/ids.ts'
import { type Frame, LIMITS, type Pulled } from '../src/shared/protocol/sync.ts'
import { matrix, NINE, people } from '../test/support/cases.ts'
import { type Random, seeded } from '../test/support/random.ts'
import { pusher } from './consoles.ts'
import { beginFetch, cutQueue } from './fetched.ts'
import { STORE } from './queue-file.ts'
import { fillLog, openLogAt } from './server-log.ts'
import { median } from './side-by-side.ts'

const FACTS_EACH = 6
const ROUNDS = 40
const TEXT = 'She called again about the second charge, and wants to know when it comes back. '.repeat(3)

/**
 * What one change costs with a long log over what it costs with a short one, in ms per change: judged and kept (`push`), read for somebody who
 * missed it (`pull`), and taken in by a console that holds all of it (`take`). On both sides things happen to as many cases, the newest
 * ones: the past grows, and what is worked on does not.
 */
export type Growth = { readonly facts: readonly [short: number, long: number] } & Readonly<
  Record<'push' | 'pull' | 'take', { readonly ratio: number; readonly ms: readonly [number, number] }>
>

export async function benchGrowth(folder: string, short: number, long: number): Promise<Growth> {
  const sides = [await side(folder, 'short', short, short), await side(folder, 'long', long, short)] as const
  const took = sides.map(() => ({ push: [] as number[], pull: [] as number[], take: [] as number[] }))
  for (let round = 0; round < ROUNDS; round += 1) {
    // In turns, so that whatever else this machine is busy with slows both.
    for (const which of round % 2 ? [1, 0] : [0, 1]) {
      const once = await sides[which]?.round()
      for (const what of ['push', 'pull', 'take'] as const) took[which]?.[what].push(once?.[what] ?? 0)
    }
  }
  for (const one of sides) await one.close()
  const of = (what: 'push' | 'pull' | 'take') => {
    const ms = took.map((times) => median(times[what]) / LIMITS.ops) as [number, number]
    return { ratio: ms[1] / ms[0], ms }
  }
  return { facts: [short, long], push: of('push'), pull: of('pull'), take: of('take') }
}

/** A server with so many facts, and a console that holds them; `lately` of them are of cases somebody works on. */
async function side(folder: string, name: string, facts: number, lately: number) {
  const cases = Math.floor(facts / FACTS_EACH)
  const open = Math.floor(lately / FACTS_EACH)
  const { file, home } = await openLogAt(folder, `growth-${name}.db`)
  await fillLog(home, cases, FACTS_EACH, 13)
  const cut = cutQueue(path.join(folder, `growth-${name}`), file, cases * FACTS_EACH, cases)
  const { db, place, take, drop } = beginFetch(path.join(folder, `growth-${name}-queue.db`), cut)
  await take()
  drop()
  const core = createCore({ home, now: () => NINE, newId: () => 'id' })
  for (const person of people) await core.putPerson(person)
  await core.publishMatrix(matrix(), 'bench')
  const one = await pusher(core, 'ana', 'device-growth')
  const dice = seeded(29)
  return {
    async round(): Promise<Record<'push' | 'pull' | 'take', number>> {
      const message = one.next(Array.from({ length: LIMITS.ops }, () => noteOn(dice, cases, open)))
      const cursor = headSeq(home.db)
      const start = performance.now()
      await one.push(message)
      const pushed = performance.now()
      const asked = { cursor, scopeVer: one.welcome.scopeVer, max: LIMITS.pull }
      const pulled = (await one.session.receive('sync:pull', asked)) as Pulled
      const read = performance.now()
      if (!pulled.ok) throw new Error(pulled.message)
      const frame: Frame = { ...pulled.frame, storeId: STORE, scopeVer: 1, sums: null }
      const before = performance.now()
      const taken = takeFrame(db, place, frame, NINE)
      if (taken.kind !== 'taken' || frame.changes.length !== LIMITS.ops) throw new Error('not taken')
      return { push: pushed - start, pull: read - pushed, take: performance.now() - before }
    },
    async close() {
      db.close()
      await home.close()
    }
  }
}

function noteOn(dice: Random, cases: number, open: number): Command {
  const caseId = CaseId.parse(`case-${String(cases - dice.below(open)).padStart(7, '0')}`)
  return { type: 'case.note', caseId, body: TEXT }
}
