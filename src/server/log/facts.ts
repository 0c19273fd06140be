import type { Case } from '../../shared/case/case.ts'
import type { Fact, Happening } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import { type Queue, queueKey } from '../../shared/people/queue.ts'
import { Tier } from '../../shared/people/tier.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import { remembered } from './as-one.ts'

/** A fact as it is read: `bytes` is about what it weighs on the wire. */
export type KeptFact = { readonly fact: WireFact; readonly queue: Queue; readonly bytes: number }

type Row = {
  readonly seq: number
  readonly case_id: string
  readonly ver: number
  readonly at: number
  readonly by: string
  readonly op_id: string | null
  readonly queue: string
  readonly event: string
}

const ENVELOPE_BYTES = 180

const headIn = remembered((): { seq?: number } => ({}))

/** The number of the newest fact, 0 in an empty log. */
export function headSeq(db: Reader): number {
  const known = headIn(db)
  if (known?.seq !== undefined) return known.seq
  const row = db.prepare('SELECT max(seq) AS head FROM facts').get() as { head: number | null }
  const seq = row.head ?? 0
  if (known) known.seq = seq
  return seq
}

export function pushFact(tx: Writer, fact: Fact, kase: Case): void {
  tx.prepare(
    'INSERT INTO facts (seq, case_id, ver, at, by, op_id, queue, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  ).run(
    fact.seq,
    fact.caseId,
    fact.ver,
    fact.at,
    fact.by,
    fact.opId,
    queueKey(kase.queue),
    JSON.stringify(fact.event)
  )
  const known = headIn(tx)
  if (known) known.seq = fact.seq
}

export function findFact(db: Reader, seq: number): KeptFact | undefined {
  const row = db.prepare('SELECT * FROM facts WHERE seq = ?').get(seq)
  return row ? keptOf(row as Row) : undefined
}

/** Whether something has become a fact already under this id. */
export function isOpLogged(db: Reader, opId: string): boolean {
  return db.prepare('SELECT 1 FROM facts WHERE op_id = ?').get(opId) !== undefined
}

/** Facts of everybody in (from, to], at most `limit`. */
export function listFacts(db: Reader, from: number, to: number, limit: number): KeptFact[] {
  const rows = db
    .prepare('SELECT * FROM facts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?')
    .all(from, to, limit)
  return (rows as Row[]).map(keptOf)
}

/** The facts of one case up to and with `asOf`, oldest first. */
export function listFactsOf(db: Reader, caseId: CaseId, asOf: number): KeptFact[] {
  const rows = db.prepare('SELECT * FROM facts WHERE case_id = ? AND seq <= ? ORDER BY ver').all(caseId, asOf)
  return (rows as Row[]).map(keptOf)
}

/** What was set on a case since it was opened, oldest first. */
export function listChangesOf(db: Reader, caseId: CaseId): Happening[] {
  const rows = db
    .prepare(
      `SELECT * FROM facts WHERE case_id = ? AND event ->> '$.type' IN
         ('case.opened', 'case.prioritySet', 'case.categorySet', 'case.flagged', 'case.wentPrivate') ORDER BY ver`
    )
    .all(caseId)
  // Our own rows: they were parsed before they came in.
  return (rows as Row[]).map(
    ({ at, by, op_id, event }) => ({ at, by, opId: op_id, event: JSON.parse(event) }) as Happening
  )
}

/** The cases that were public once and were taken out of it. */
export function listTakenPrivate(db: Reader): CaseId[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT case_id AS id FROM facts INDEXED BY facts_private WHERE event ->> '$.type' = 'case.wentPrivate'`
    )
    .all()
  return (rows as { id: CaseId }[]).map(({ id }) => id)
}

function keptOf(row: Row): KeptFact {
  const { seq, case_id: caseId, ver, at, by, op_id: opId, event } = row
  // Our own row, written by `pushFact`: the ids and the event were parsed before they came in.
  const fact = { seq, caseId, ver, at, by, opId, event: JSON.parse(event) } as WireFact
  return { fact, queue: queueOf(row.queue), bytes: event.length + ENVELOPE_BYTES }
}

/** The queue a fact was laid in, as its column says it. */
export function queueOf(key: string): Queue {
  const [tier, team = ''] = key.split('/')
  return { tier: Tier.parse(tier), team }
}
