import type pg from 'pg'
import type { SharedLog } from '../shared-log.ts'
import type { Sql } from './tables.ts'

type On = <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>

/** Whole copies of a workspace's tables, in parts. One counts when all its parts are there. */
export function pgCheckpoints(
  sql: Sql,
  on: On
): Pick<SharedLog, 'newestCheckpoint' | 'readPart' | 'putCheckpoint'> {
  return {
    newestCheckpoint: () =>
      on(async (client) => {
        const { rows } = await client.query<{
          n: string
          hash: string
          schema: number
          parts: number
          sha256: string
        }>(sql.newestCheckpoint)
        const [row] = rows
        return row && { ...row, n: Number(row.n) }
      }),
    readPart: ({ n }, part) =>
      on(async (client) => {
        const { rows } = await client.query<{ bytes: Buffer }>(sql.part, [n, part])
        return rows[0]?.bytes ?? Buffer.alloc(0)
      }),
    async putCheckpoint(checkpoint, readPart) {
      const { n, hash, schema, parts, sha256 } = checkpoint
      await on((client) => client.query(sql.dropCheckpoint, [n]))
      for (let part = 0; part < parts; part += 1) {
        const bytes = await readPart(part)
        const values = [n, part, parts, hash, schema, sha256, bytes]
        await on((client) => client.query(sql.putPart, values))
      }
      await on((client) => client.query(sql.dropOlder, [n]))
    }
  }
}
