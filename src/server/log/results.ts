import type { PersonId } from '../../shared/lib/ids.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** What became of an op, and whose it was. */
export type KeptResult = OpResult & { readonly deviceId: string; readonly personId: PersonId }

type Row = {
  readonly device_id: string
  readonly op_no: number
  readonly op_id: string
  readonly person_id: string
  readonly outcome: string
  readonly refusal: string | null
  readonly told: string | null
  readonly seq: number
  readonly asked: string
}

export function pushResult(tx: Writer, { deviceId, personId, ...result }: KeptResult): void {
  tx.prepare(
    `INSERT INTO op_results (device_id, op_no, op_id, person_id, outcome, refusal, told, seq, asked)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    deviceId,
    result.opNo,
    result.opId,
    personId,
    result.outcome,
    result.refusal && JSON.stringify(result.refusal),
    result.told && JSON.stringify(result.told),
    result.seq,
    result.asked
  )
}

/** Every time this op was answered, the first one first. */
export function listResultsOf(db: Reader, opId: string): KeptResult[] {
  // Sorted here: hardly ever is there one, and SQLite makes a table to sort in each time.
  const rows = db.prepare('SELECT * FROM op_results WHERE op_id = ?').all(opId) as Row[]
  return rows.sort((a, b) => a.seq - b.seq || a.op_no - b.op_no).map(keptOf)
}

/** What a device was answered, from one of its ops on. */
export function listResultsFrom(db: Reader, deviceId: string, opNo: number): OpResult[] {
  const rows = db
    .prepare('SELECT * FROM op_results WHERE device_id = ? AND op_no >= ? ORDER BY op_no')
    .all(deviceId, opNo)
  return (rows as Row[]).map((row) => {
    const { deviceId: _device, personId: _person, ...result } = keptOf(row)
    return result
  })
}

function keptOf(row: Row): KeptResult {
  return {
    deviceId: row.device_id,
    personId: row.person_id,
    opId: row.op_id,
    opNo: row.op_no,
    outcome: row.outcome,
    refusal: row.refusal && JSON.parse(row.refusal),
    told: row.told && JSON.parse(row.told),
    seq: row.seq,
    asked: row.asked
  } as KeptResult
}
