import path from 'node:path'
import Database from 'better-sqlite3'

type Event = {
  readonly type: string
  readonly body?: string
  readonly amountMinor?: number
  readonly [field: string]: unknown
}

/** What the server's log holds of the case with this subject, in order. Only read, beside the running server. */
export function eventsOf(data: string, subject: string): Event[] {
  return inLog(data, (db) => {
    const rows = db
      .prepare(
        `SELECT event FROM facts WHERE case_id IN
           (SELECT case_id FROM facts WHERE ver = 1 AND event ->> 'subject' = ?) ORDER BY ver`
      )
      .all(subject) as { event: string }[]
    return rows.map((row) => JSON.parse(row.event) as Event)
  })
}

/** The name of the case with this subject. */
export function caseIdOf(data: string, subject: string): string {
  return inLog(data, (db) => {
    const found = db.prepare(`SELECT case_id AS id FROM facts WHERE ver = 1 AND event ->> 'subject' = ?`)
    return (found.get(subject) as { id: string }).id
  })
}

/** How many facts there are in all. */
export function factCount(data: string): number {
  return inLog(
    data,
    (db) => (db.prepare('SELECT count(*) AS count FROM facts').get() as { count: number }).count
  )
}

function inLog<T>(data: string, read: (db: Database.Database) => T): T {
  const db = new Database(path.join(data, 'server.db'), { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

export const typesOf = (data: string, subject: string): string[] =>
  eventsOf(data, subject).map((event) => event.type)
