import { findPlace, type Place, toPlace } from '../src/engine/place.ts'
import { putCase } from '../src/engine/store/cases.ts'
import { putFact } from '../src/engine/store/facts.ts'
import { putMeta } from '../src/engine/store/meta.ts'
import { MIGRATIONS } from '../src/engine/store/migrations/all.ts'
import { indexed } from '../src/engine/store/words.ts'
import type { Fact } from '../src/shared/case/event.ts'
import { must } from '../src/shared/lib/must.ts'
import { type Db, openDb } from '../src/sqlite/db.ts'
import { ana, matrix, people } from '../test/support/cases.ts'
import type { Story } from './stories.ts'

export const STORE = 'store-bench'

/** The queue of one person, as after their first sign-in: empty, and in step with its server. */
export function openQueue(file: string): { readonly db: Db; readonly place: Place } {
  const db = openDb(file, MIGRATIONS)
  db.write((tx) => {
    putMeta(tx, 'deviceId', 'device-bench')
    putMeta(tx, 'storeId', STORE)
    putMeta(tx, 'scopeVer', 1)
    putMeta(tx, 'matrix', matrix())
    putMeta(tx, 'people', { ver: 1, list: [...people] })
    putMeta(tx, 'person', ana)
  })
  return { db, place: must(findPlace(db), 'place') }
}

/** Puts whole cases there, as a first fetch does; `withFacts` also what happened, and its words. */
export function fill(db: Db, stories: readonly Story[], withFacts: boolean): void {
  const place = toPlace(ana, matrix(), people)
  for (let from = 0; from < stories.length; from += 2_000) {
    db.write((tx) => {
      for (const { kase, facts } of stories.slice(from, from + 2_000)) {
        putCase(tx, { confirmed: kase, body: kase }, 0, place)
        if (!withFacts) continue
        for (const fact of facts) putFact(tx, { ...fact, seq: fact.ver } as Fact)
      }
    })
  }
  indexed(db)
}
