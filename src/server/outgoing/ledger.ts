import { type Db, openDb } from '../../sqlite/db.ts'
import type { Courier } from '../timers/deliver-effects.ts'

/** Rows are added and never changed, and the database itself sees to that. */
const LEDGER = [
  {
    version: 10,
    sql: `
      CREATE TABLE entries (
        number  INTEGER PRIMARY KEY,
        key     TEXT NOT NULL UNIQUE, -- a second try finds the first one's entry
        kind    TEXT NOT NULL,
        payload TEXT NOT NULL,
        at      INTEGER NOT NULL
      ) STRICT;
      CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are not changed'); END;
      CREATE TRIGGER entries_last BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are not deleted'); END;
    `
  }
] as const

const FIRST_NUMBER = 1001

/** Stands for a company's accounts in a demo: what was granted is booked under a number, each key once. */
export type Ledger = Courier & { close(): void }

export function openLedger(file: string, now: () => number): Ledger {
  const db = openDb(file, LEDGER)
  return {
    deliver: ({ key, kind, payload }) => {
      const number = findNumber(db, key) ?? book(db, key, kind, JSON.stringify(payload), now())
      return { receipt: `L-${number}` }
    },
    // A file of its own, which a restore of the log leaves as it is.
    remembers: () => true,
    close: () => db.close()
  }
}

function findNumber(db: Db, key: string): number | undefined {
  const row = db.prepare('SELECT number FROM entries WHERE key = ?').get(key)
  return (row as { number: number } | undefined)?.number
}

function book(db: Db, key: string, kind: string, payload: string, at: number): number {
  const row = db.write((tx) =>
    tx
      .prepare(
        `INSERT INTO entries SELECT coalesce(max(number) + 1, ${FIRST_NUMBER}), ?, ?, ?, ? FROM entries RETURNING number`
      )
      .get(key, kind, payload, at)
  )
  return (row as { number: number }).number
}
