import { z } from 'zod'
import { RowReason } from '../../../shared/protocol/imports.ts'
import type { Reader, Writer } from '../../../sqlite/db.ts'
import type { Rejection } from '../rejection.ts'

const Row = z.object({
  line: z.number(),
  until: z.number().nullable(),
  why: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  externalId: z.string().nullable()
})

export function pushRejection(tx: Writer, { line, until, why, column, value, externalId }: Rejection): void {
  tx.prepare(
    'INSERT INTO rejections (line, until, code, why, column_name, value, external_id) VALUES (?, ?, ?, ?, ?, ?, ?)'
  ).run(line, until ?? null, why.code, JSON.stringify(why), column ?? null, value ?? null, externalId ?? null)
}

/** They are numbered from 1 and none is ever taken away, so the last number is how many there are. */
export function countRejections(from: Reader): number {
  return z
    .object({ n: z.number() })
    .parse(from.prepare('SELECT coalesce(max(no), 0) AS n FROM rejections').get()).n
}

/** How many rows were rejected for which reason, the most frequent first. */
export function rejectionsByCode(from: Reader): Record<string, number> {
  const rows = from
    .prepare('SELECT code, count(*) AS n FROM rejections GROUP BY code ORDER BY n DESC, code')
    .all()
  const counts = z.array(z.object({ code: z.string(), n: z.number() })).parse(rows)
  return Object.fromEntries(counts.map(({ code, n }) => [code, n]))
}

/** Rejections in the order of the file, after leaving out the first `skip`. */
export function someRejections(from: Reader, limit: number, skip = 0): Rejection[] {
  const rows = from
    .prepare(
      'SELECT line, until, why, column_name AS column, value, external_id AS externalId FROM rejections ORDER BY line, no LIMIT ? OFFSET ?'
    )
    .all(limit, skip)
  return rows.map((row) => rejectionOf(Row.parse(row)))
}

/** Every rejection in the order of the file, one by one: there may be more than fit in memory. */
export function* listRejections(from: Reader): Generator<Rejection> {
  const rows = from
    .prepare(
      'SELECT line, until, why, column_name AS column, value, external_id AS externalId FROM rejections ORDER BY line, no'
    )
    .iterate()
  for (const row of rows) yield rejectionOf(Row.parse(row))
}

/** The first row of this case that was rejected, if one was. */
export function firstRejectedLine(from: Reader, externalId: string): number | undefined {
  const row = from.prepare('SELECT min(line) AS line FROM rejections WHERE external_id = ?').get(externalId)
  return z.object({ line: z.number().nullable() }).parse(row).line ?? undefined
}

function rejectionOf({ line, until, why, column, value, externalId }: z.infer<typeof Row>): Rejection {
  return {
    line,
    why: RowReason.parse(JSON.parse(why)),
    ...(until === null ? {} : { until }),
    ...(column === null ? {} : { column }),
    ...(value === null ? {} : { value }),
    ...(externalId === null ? {} : { externalId })
  }
}
