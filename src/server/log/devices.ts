import type { OpId, PersonId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** One installation of the console, bound to one person, and the last op it was answered about. */
export type Device = {
  readonly deviceId: string
  readonly personId: PersonId
  readonly headOpNo: number
  readonly headOpId: OpId | null
  /** The hash of that op: the next one must chain to it. */
  readonly headHash: string
  /** Where the log stood when it said hello for the first time. */
  readonly sinceSeq: number
}

export function findDevice(db: Reader, deviceId: string): Device | undefined {
  const row = db
    .prepare(
      `SELECT device_id AS deviceId, person_id AS personId, head_op_no AS headOpNo, head_op_id AS headOpId, head_hash AS headHash,
         since_seq AS sinceSeq
       FROM devices WHERE device_id = ?`
    )
    .get(deviceId)
  return row as Device | undefined
}

export function putDevice(tx: Writer, device: Device): void {
  tx.prepare(
    `INSERT INTO devices (device_id, person_id, head_op_no, head_op_id, head_hash, since_seq)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (device_id) DO UPDATE SET
       head_op_no = excluded.head_op_no, head_op_id = excluded.head_op_id, head_hash = excluded.head_hash`
  ).run(device.deviceId, device.personId, device.headOpNo, device.headOpId, device.headHash, device.sinceSeq)
}
