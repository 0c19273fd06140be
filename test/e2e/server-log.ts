import path from 'node:path'
import Database from 'better-sqlite3'

type Event = { readonly type: string; readonly body?: string; readonly amountMinor?: number }

/** What the server's log holds of the case with this subject, in order. Only read, beside the running server. */
export function eventsOf(data: string, subject: string): Event[] {
  const db = new Database(path.join(data, 'server.db'), { readonly: true })
  try {
    const rows = db
      .prepare(
        `SELECT event FROM facts WHERE case_id IN
           (SELECT case_id FROM facts WHERE ver = 1 AND event ->> 'subject' = ?) ORDER BY ver`
      )
      .all(subject) as { event: string }[]
    return rows.map((row) => JSON.parse(row.event) as Event)
  } finally {
    db.close()
  }
}

export const typesOf = (data: string, subject: string): string[] =>
  eventsOf(data, subject).map((event) => event.type)
