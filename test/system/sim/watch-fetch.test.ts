import { afterEach, beforeEach, expect, test } from 'vitest'
import { putMeta } from '../../../src/engine/store/meta.ts'
import { MIGRATIONS } from '../../../src/engine/store/migrations/all.ts'
import { type Db, openDb } from '../../../src/sqlite/db.ts'
import { newCase, queue } from '../../support/cases.ts'
import type { Console } from '../../support/world.ts'
import type { Story } from './story.ts'
import { watchFetch } from './watch-fetch.ts'

let db: Db
let one: Console
let story: Story
beforeEach(() => {
  db = openDb(':memory:', MIGRATIONS)
  one = { name: 'lea', db, epoch: 1 } as Console
  story = { fetching: new Map() } as unknown as Story
  db.write((tx) => {
    putMeta(tx, 'scopes', ['L2/billing'])
    putMeta(tx, 'fetch', { asOf: 9, scopes: ['L2/tech'], sight: ['L2/billing', 'L2/tech'] })
  })
})
afterEach(() => db.close())

function tell(id: string, key: string): void {
  const body = JSON.stringify(newCase({ queue: queue(key) }, id))
  db.write((tx) => {
    tx.prepare(
      `INSERT INTO cases (id, confirmed, body, row, queue, owner, ended, due_at, risk_at, updated_at, waiting, customer)
       VALUES (?, '=', ?, '{}', ?, '', 0, 0, 0, 0, 0, '')`
    ).run(id, body, key)
    tx.prepare("INSERT INTO facts (case_id, ver, seq, body) VALUES (?, 1, 5, '{}')").run(id)
  })
}

test('[SM6] what a console is told before its file, of a scope it did not keep, is noticed', () => {
  tell('from-before', 'L2/tech')
  watchFetch(story, one)
  tell('kept', 'L2/billing')
  expect(() => watchFetch(story, one)).not.toThrow()
  tell('early', 'L2/tech')
  expect(() => watchFetch(story, one)).toThrow('SY17: lea was told of a case before its file {"id":"early"')
})

test('[SM6] another fetch begins with what is there by then', () => {
  watchFetch(story, one)
  tell('early', 'L2/tech')
  expect(() => watchFetch(story, { ...one, epoch: 2 })).not.toThrow()
})
