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
       head_op_no = excluded.head_op_no, head_op_id = excluded.head_op_id, head_hash = excluded.head_hash,
       -- What it said was waiting there is answered op by op.
       waiting = max(0, waiting - max(0, excluded.head_op_no - head_op_no))`
  ).run(device.deviceId, device.personId, device.headOpNo, device.headOpId, device.headHash, device.sinceSeq)
}

/** What an installation said of itself at its last hello. Times in ms. */
export type Noted = {
  readonly app: string
  /** Null: not since this was noted. */
  readonly seenAt: number | null
  readonly cursor: number
  /** Ops it had no answer to, and answers its person had not looked at. */
  readonly waiting: number
  readonly toReview: number
}

export function findNoted(db: Reader, deviceId: string): Noted | undefined {
  const row = db
    .prepare(
      'SELECT app, seen_at AS seenAt, cursor, waiting, to_review AS toReview FROM devices WHERE device_id = ?'
    )
    .get(deviceId)
  return row as Noted | undefined
}

export function putNoted(tx: Writer, deviceId: string, noted: Noted): void {
  const { app, seenAt, cursor, waiting, toReview } = noted
  tx.prepare(
    'UPDATE devices SET app = ?, seen_at = ?, cursor = ?, waiting = ?, to_review = ? WHERE device_id = ?'
  ).run(app, seenAt, cursor, waiting, toReview, deviceId)
}

/** When its connection ended, and how far it had stored what it was told. */
export function putLeft(
  tx: Writer,
  deviceId: string,
  { seenAt, cursor }: { readonly seenAt: number; readonly cursor: number }
): void {
  tx.prepare('UPDATE devices SET seen_at = ?, cursor = ? WHERE device_id = ?').run(seenAt, cursor, deviceId)
}

/** An installation with what it said of itself, and how many of its ops were refused. */
export type Installed = Noted & {
  readonly deviceId: string
  readonly personId: PersonId
  readonly name: string
  readonly refused: number
  /** Its connection, where several nodes take them; it may be of a node that has died. */
  readonly session: string | null
}

/** Every installation there ever was, the one seen last first. */
export function listInstalled(db: Reader): Installed[] {
  return db
    .prepare(
      `SELECT d.device_id AS deviceId, d.person_id AS personId, coalesce(p.body ->> '$.name', d.person_id) AS name,
         d.app, d.seen_at AS seenAt, d.cursor, d.waiting, d.to_review AS toReview,
         (SELECT session FROM device_sessions s WHERE s.device_id = d.device_id) AS session,
         (SELECT count(*) FROM op_results r WHERE r.device_id = d.device_id AND r.outcome IN ('held', 'rejected')) AS refused
       FROM devices d LEFT JOIN people p ON p.person_id = d.person_id
       ORDER BY d.seen_at DESC NULLS LAST, d.device_id`
    )
    .all() as Installed[]
}

/** The connection of an installation that counts, where several nodes take them, and which run of the console it is. */
export type Session = { readonly session: string; readonly instance: string }

export function findSession(db: Reader, deviceId: string): Session | undefined {
  const row = db.prepare('SELECT session, instance FROM device_sessions WHERE device_id = ?').get(deviceId)
  return row as Session | undefined
}

export function putSession(tx: Writer, deviceId: string, { session, instance }: Session): void {
  tx.prepare(
    `INSERT INTO device_sessions VALUES (?, ?, ?)
     ON CONFLICT (device_id) DO UPDATE SET session = excluded.session, instance = excluded.instance`
  ).run(deviceId, session, instance)
}

/** That connection has ended; another one that came meanwhile stays. */
export function dropSession(tx: Writer, deviceId: string, session: string): void {
  tx.prepare('DELETE FROM device_sessions WHERE device_id = ? AND session = ?').run(deviceId, session)
}
