import { z } from 'zod'
import type { Reader, Writer } from '../../../sqlite/db.ts'
import { isLive, PastCase } from '../past-case.ts'
import { Row } from '../row.ts'

const Found = z.object({ no: z.number(), externalId: z.string(), line: z.number() })
export type StagedCase = z.infer<typeof Found>
const Count = z.object({ n: z.number() })

/** The case of this id, if a row of it was staged before. */
export function findStaged(from: Reader, externalId: string): StagedCase | undefined {
  const row = from
    .prepare('SELECT no, external_id AS externalId, line FROM cases WHERE external_id = ?')
    .get(externalId)
  return row === undefined ? undefined : Found.parse(row)
}

export function putStaged(tx: Writer, externalId: string, line: number): number {
  return Number(
    tx.prepare('INSERT INTO cases (external_id, line) VALUES (?, ?)').run(externalId, line).lastInsertRowid
  )
}

export function pushRow(tx: Writer, caseNo: number, row: Row): void {
  tx.prepare('INSERT INTO rows (case_no, row) VALUES (?, ?)').run(caseNo, JSON.stringify(row))
}

export function listStaged(from: Reader, afterNo: number, limit: number): StagedCase[] {
  const rows = from
    .prepare('SELECT no, external_id AS externalId, line FROM cases WHERE no > ? ORDER BY no LIMIT ?')
    .all(afterNo, limit)
  return z.array(Found).parse(rows)
}

export function rowsOf(from: Reader, caseNo: number): Row[] {
  const rows = from.prepare('SELECT row FROM rows WHERE case_no = ? ORDER BY no').all(caseNo)
  return z
    .array(z.object({ row: z.string() }))
    .parse(rows)
    .map(({ row }) => Row.parse(JSON.parse(row)))
}

export function countStaged(from: Reader): number {
  return Count.parse(from.prepare('SELECT count(*) AS n FROM cases').get()).n
}

/** How many passed the check. */
export function countReady(from: Reader): number {
  return Count.parse(from.prepare('SELECT count(*) AS n FROM cases WHERE past IS NOT NULL').get()).n
}

export function putPast(tx: Writer, caseNo: number, past: PastCase): void {
  tx.prepare('UPDATE cases SET past = ?, live_since = ? WHERE no = ?').run(
    JSON.stringify(past),
    isLive(past) ? past.openedAt : null,
    caseNo
  )
}

/** The numbers of the cases that are still to be done, oldest first. */
export function listLive(from: Reader): number[] {
  const rows = from.prepare('SELECT no FROM cases WHERE live_since IS NOT NULL ORDER BY live_since, no').all()
  return z
    .array(z.object({ no: z.number() }))
    .parse(rows)
    .map(({ no }) => no)
}

export function putArrival(tx: Writer, caseNo: number, at: number): void {
  tx.prepare('UPDATE cases SET arrives_at = ? WHERE no = ?').run(at, caseNo)
}

const Ready = z.object({ no: z.number(), past: z.string(), arrivesAt: z.number().nullable() })
export type ReadyCase = { readonly no: number; readonly past: PastCase; readonly arrivesAt: number | null }

/** The next cases that passed the check. */
export function listReady(from: Reader, afterNo: number, limit: number): ReadyCase[] {
  const rows = from
    .prepare(
      'SELECT no, past, arrives_at AS arrivesAt FROM cases WHERE past IS NOT NULL AND no > ? ORDER BY no LIMIT ?'
    )
    .all(afterNo, limit)
  return z
    .array(Ready)
    .parse(rows)
    .map((row) => ({ ...row, past: PastCase.parse(JSON.parse(row.past)) }))
}

/** The number of the `count`-th case that passed the check; 0 for none. */
export function noOfReady(from: Reader, count: number): number {
  const row = from
    .prepare('SELECT no FROM cases WHERE past IS NOT NULL ORDER BY no LIMIT 1 OFFSET ?')
    .get(count - 1)
  return count === 0 || row === undefined ? 0 : z.object({ no: z.number() }).parse(row).no
}

/** Once published, the staged rows have done their work; the rejections stay. */
export function dropStaged(tx: Writer): void {
  tx.prepare('DELETE FROM rows').run()
  tx.prepare('DELETE FROM cases').run()
}
