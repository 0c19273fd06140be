import type { Happening } from '../../shared/case/event.ts'
import type { CaseId, OpId } from '../../shared/lib/ids.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { dropWords, putWords } from './words.ts'

/** `answered`: the server said yes, and the fact with number `seq` has not arrived yet. */
export type Waiting = {
  readonly op: Op
  readonly state: 'ready' | 'sent' | 'answered'
  readonly seq: number
  readonly landed: boolean
  readonly happening: Happening | null
}

type Row = { env: string; state: Waiting['state']; seq: number; landed: number; happening: string }
const COLUMNS = 'env, state, seq, landed, happening'

/** Our own rows, written from parsed ops by this very code. */
function toWaiting(row: Row): Waiting {
  return {
    op: JSON.parse(row.env) as Op,
    state: row.state,
    seq: row.seq,
    landed: row.landed === 1,
    happening: row.happening ? (JSON.parse(row.happening) as Happening) : null
  }
}

export function pushOutbox(tx: Writer, op: Op, happening: Happening | null, words: string): void {
  tx.prepare(
    'INSERT INTO outbox (op_no, op_id, case_id, env, state, seq, landed, is_note, happening) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)'
  ).run(
    op.opNo,
    op.opId,
    op.caseId,
    JSON.stringify(op),
    'ready',
    op.command.type === 'case.note' ? 1 : 0,
    happening ? JSON.stringify(happening) : ''
  )
  putWords(tx, -op.opNo, words)
}

/** What a waiting op looks like from now on; null when it no longer applies to the case as it is. */
export function putHappening(tx: Writer, opNo: number, happening: Happening | null): void {
  tx.prepare('UPDATE outbox SET happening = ? WHERE op_no = ?').run(
    happening ? JSON.stringify(happening) : '',
    opNo
  )
}

export function listWaitingOn(db: Reader, caseId: CaseId): Waiting[] {
  const rows = db
    .prepare(`SELECT ${COLUMNS} FROM outbox WHERE case_id = ? ORDER BY op_no`)
    .all(caseId) as Row[]
  return rows.map(toWaiting)
}

/** The cases something of mine waits on, read once for all that comes: most of it is others' work on other cases. */
export type Mine = ReadonlySet<CaseId>

export function listMine(db: Reader): Mine {
  const rows = db.prepare('SELECT DISTINCT case_id FROM outbox').all() as { case_id: CaseId }[]
  return new Set(rows.map((row) => row.case_id))
}

/** Unanswered ops, oldest first. */
export function listUnanswered(db: Reader, limit: number): Op[] {
  const rows = db
    .prepare("SELECT env FROM outbox WHERE state <> 'answered' ORDER BY op_no LIMIT ?")
    .all(limit) as { env: string }[]
  return rows.map((row) => JSON.parse(row.env) as Op)
}

export function listOutbox(db: Reader): Waiting[] {
  const rows = db
    .prepare(`SELECT ${COLUMNS} FROM outbox WHERE state <> 'answered' ORDER BY op_no`)
    .all() as Row[]
  return rows.map(toWaiting)
}

/** How many ops the server has not answered, and how many bytes they are. Kept, never counted. */
export function outboxSize(db: Reader): { readonly ops: number; readonly bytes: number } {
  return db.prepare('SELECT ops, bytes FROM outbox_size').get() as { ops: number; bytes: number }
}

/** Every op whose words are to be found: also those the server said yes to, until their facts are here. */
export function listAllOps(db: Reader): Op[] {
  const rows = db.prepare('SELECT env FROM outbox ORDER BY op_no').all() as { env: string }[]
  return rows.map((row) => JSON.parse(row.env) as Op)
}

/** The last unanswered op on a case that is not a note: what a new one builds on. */
export function findLastWaiting(db: Reader, caseId: CaseId): OpId | undefined {
  const row = db
    .prepare(
      "SELECT op_id FROM outbox WHERE case_id = ? AND is_note = 0 AND state <> 'answered' ORDER BY op_no DESC LIMIT 1"
    )
    .get(caseId) as { op_id: OpId } | undefined
  return row?.op_id
}

export function findWaiting(db: Reader, opId: OpId): Waiting | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM outbox WHERE op_id = ?`).get(opId) as Row | undefined
  return row && toWaiting(row)
}

/** A row of the index stands for it, so it is there. */
export function getOp(db: Reader, opNo: number): Op {
  const row = db.prepare('SELECT env FROM outbox WHERE op_no = ?').get(opNo) as { env: string }
  return JSON.parse(row.env) as Op
}

export function markSent(tx: Writer, upTo: number): void {
  tx.prepare("UPDATE outbox SET state = 'sent' WHERE state = 'ready' AND op_no <= ?").run(upTo)
}

/** The server said yes; the op stays on screen until its fact is here. */
export function markAnswered(tx: Writer, opNo: number, seq: number): void {
  tx.prepare("UPDATE outbox SET state = 'answered', seq = ? WHERE op_no = ?").run(seq, opNo)
}

/** The fact an op became has arrived, perhaps before the answer. */
export function markLanded(tx: Writer, opId: OpId): void {
  tx.prepare('UPDATE outbox SET landed = 1 WHERE op_id = ?').run(opId)
}

/** A case comes whole: which ops have landed is seen anew in what comes. A server that was set back may lack facts it once sent. */
export function unmarkLanded(tx: Writer, caseId: CaseId): void {
  tx.prepare('UPDATE outbox SET landed = 0 WHERE case_id = ? AND landed = 1').run(caseId)
}

export function dropOutbox(tx: Writer, opNo: number): void {
  tx.prepare('DELETE FROM outbox WHERE op_no = ?').run(opNo)
  dropWords(tx, -opNo)
}

/** Answered ops after `opNo`: a server that was rolled back no longer knows them. */
export function dropAnsweredAfter(tx: Writer, opNo: number): void {
  const rows = tx.prepare("SELECT op_no FROM outbox WHERE state = 'answered' AND op_no > ?").all(opNo) as {
    op_no: number
  }[]
  for (const row of rows) dropOutbox(tx, row.op_no)
}

/** The answered ops whose facts have all arrived once the cursor stands at `cursor`; gives the cases they were on. */
export function dropArrived(tx: Writer, cursor: number): CaseId[] {
  const rows = tx
    .prepare("SELECT op_no, case_id FROM outbox WHERE state = 'answered' AND seq <= ?")
    .all(cursor) as { op_no: number; case_id: CaseId }[]
  for (const row of rows) dropOutbox(tx, row.op_no)
  return rows.map((row) => row.case_id)
}

/** The op of this name that was made here before, answered or not. */
export function findMade(db: Reader, opId: OpId): Op | undefined {
  const row = db
    .prepare(
      'SELECT env FROM outbox WHERE op_id = ? UNION ALL SELECT env FROM archive WHERE op_id = ? LIMIT 1'
    )
    .get(opId, opId) as { env: string } | undefined
  return row && (JSON.parse(row.env) as Op)
}
