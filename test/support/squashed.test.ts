import { expect, test } from 'vitest'
import { MIGRATIONS as OF_ENGINE } from '../../src/engine/store/migrations/all.ts'
import { MIGRATIONS as OF_SERVER } from '../../src/server/log/migrations/all.ts'
import { type Db, openDb } from '../../src/sqlite/db.ts'
import { everyRow } from './every-row.ts'
import { squashed } from './squashed.ts'

/** What a database is made of, whatever the words it was said in. */
function partsOf(db: Db): unknown {
  const parts = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all()
  return { parts, rows: everyRow(db), version: db.prepare('PRAGMA user_version').get() }
}

test.each([
  ['a console', OF_ENGINE],
  ['a server', OF_SERVER]
])('[SM1] the steps of %s squashed make the same database as one after the other', (_of, migrations) => {
  const [long, short] = [openDb(':memory:', migrations), openDb(':memory:', squashed(migrations))]
  expect(partsOf(short)).toEqual(partsOf(long))
  expect(squashed(migrations)).toHaveLength(1)
  for (const db of [long, short]) db.close()
})
