import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Change, PlainFact } from './shared-log.ts'

/** A value of a column. Bytes travel as hex. */
type Value = string | number | null

/** What became of a row: the new one with all its columns in the order of the table, or gone. */
export type RowChange = {
  readonly table: string
  /** The values of the primary key. */
  readonly key: readonly Value[]
  readonly row: readonly Value[] | null
}

/** Rows as they travel and are kept: compact, and the same bytes for the same rows. */
export function encodeRows(rows: readonly RowChange[]): Buffer {
  return deflateRawSync(
    JSON.stringify(rows.map(({ table, key, row }) => (row ? [table, key, row] : [table, key])))
  )
}

/** Throws for bytes no build of this schema wrote. */
export function decodeRows(bytes: Buffer): RowChange[] {
  const rows = JSON.parse(inflateRawSync(bytes).toString('utf8')) as [string, Value[], Value[]?][]
  return rows.map(([table, key, row = null]) => ({ table, key, row }))
}

/** What a change is, so that it cannot be another one, nor stand behind another one. SHA-256, hex. */
export function hashOfChange(change: Omit<Change, 'hash'>): string {
  const { n, commitId, node, schema, firstSeq, lastSeq, before, rows } = change
  const head = JSON.stringify([n, commitId, node, schema, firstSeq, lastSeq, before])
  return createHash('sha256').update(head).update(rows).digest('hex')
}

/** The facts among rows. `columns`: those of the table, in order. */
export function factsAmong(rows: readonly RowChange[], columns: readonly string[]): PlainFact[] {
  const at = (row: readonly Value[], column: string): Value => row[columns.indexOf(column)] ?? null
  return rows
    .flatMap(({ table, row }) => (table === 'facts' && row ? [row] : []))
    .map((row) => {
      const body = plainJson(JSON.parse(String(at(row, 'event'))))
      return {
        seq: Number(at(row, 'seq')),
        caseId: String(at(row, 'case_id')),
        ver: Number(at(row, 'ver')),
        at: Number(at(row, 'at')),
        by: String(at(row, 'by')),
        opId: at(row, 'op_id') as string | null,
        type: String((body as { type: unknown }).type),
        body
      }
    })
    .sort((a, b) => a.seq - b.seq)
}

/** Without what a database's JSON cannot hold (U+0000, halves of characters): a copy for queries, not what counts. */
function plainJson(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return value.map(plainJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [plainText(name), plainJson(one)]))
}

function plainText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD')
}
