import Database from 'better-sqlite3'
import pg from 'pg'
import type { OpResult } from '../../../src/shared/protocol/sync.ts'
import type { Console } from './console.ts'
import { openReader, queueFile } from './verdict.ts'

/** What somebody was told became of an op. */
type Promised = { readonly opId: string; readonly name: string; readonly result: OpResult }

/** How many of the ops that consoles save from now on they know to be facts, at every look. */
export function watchAnswers(consoles: readonly Console[]): { count(): number; close(): void } {
  const counted = `SELECT count(*) AS n FROM archive
     WHERE result ->> '$.seq' > 0 AND op_id IN (SELECT value FROM json_each(?))`
  const watched = consoles.map((one) => ({ one, from: one.saved.length, db: openReader(queueFile(one)) }))
  return {
    count: () =>
      watched.reduce((sum, { one, from, db }) => {
        const ops = JSON.stringify(one.saved.slice(from).map(({ opId }) => opId))
        return sum + (db.prepare(counted).get(ops) as { n: number }).n
      }, 0),
    close() {
      for (const { db } of watched) db.close()
    }
  }
}

/** All that the consoles know to be done or refused: it stands on their disks. */
function listPromises(consoles: readonly Console[]): Promised[] {
  return consoles.flatMap((one) => {
    const db = openReader(queueFile(one))
    try {
      const rows = db.prepare('SELECT op_id, result FROM archive').all() as {
        op_id: string
        result: string
      }[]
      return rows.map(({ op_id: opId, result }) => ({
        opId,
        name: one.name,
        result: JSON.parse(result) as OpResult
      }))
    } finally {
      db.close()
    }
  })
}

/**
 * What consoles were told and the server does not know, in words. To be asked while nobody can mend it: a console would tell a
 * server that forgot again.
 */
export async function brokenPromises(consoles: readonly Console[], server: Kept): Promise<string[]> {
  // First what was told, then what is kept: whatever comes in between is kept and not told.
  const promises = listPromises(consoles)
  const kept = await server(promises.map(({ opId }) => opId))
  return promises.flatMap(({ opId, name, result }) =>
    kept(opId, result)
      ? []
      : [`${name} was told ${opId} is ${result.outcome} (${result.seq}), and it was not on the server's disk`]
  )
}

/** Looks up on the disk of a server what it keeps. Gives whether an answer is kept. */
export type Kept = (opIds: readonly string[]) => Promise<(opId: string, result: OpResult) => boolean>

/** Of a server of one file, which nobody has open. */
export function keptIn(file: string): Kept {
  return async () => {
    const db = new Database(file, { readonly: true })
    const rows = db.prepare('SELECT op_id, outcome, seq FROM op_results').all() as {
      op_id: string
      outcome: string
      seq: number
    }[]
    db.close()
    const known = new Set(rows.map((row) => `${row.op_id} ${row.outcome} ${row.seq}`))
    return (opId, { outcome, seq }) => known.has(`${opId} ${outcome} ${seq}`)
  }
}

/** Of nodes that share a database: it has the facts; answers without one lie packed in its changes and are not looked up. */
export function keptAt(url: string): Kept {
  return async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ op_id: string; seq: string }>(
      'SELECT op_id, seq FROM tierline.facts WHERE op_id IS NOT NULL'
    )
    await client.end()
    const known = new Set(rows.map((row) => `${row.op_id} ${row.seq}`))
    return (opId, { seq }) => seq === 0 || known.has(`${opId} ${seq}`)
  }
}
