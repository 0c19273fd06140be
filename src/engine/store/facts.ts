import type { CaseEvent, Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Adds a fact and makes its words findable. A fact that is already here is left alone. */
export function putFact(tx: Writer, fact: Fact): void {
  const { changes, lastInsertRowid } = tx
    .prepare('INSERT INTO facts (case_id, ver, seq, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(fact.caseId, fact.ver, fact.seq, JSON.stringify(fact))
  if (changes > 0) putWords(tx, Number(lastInsertRowid), wordsOfEvent(fact.event))
}

/** Makes a text findable. Private-use characters would count as letters there, and hide the word they stand in. */
export function putWords(tx: Writer, rowid: number, text: string): void {
  if (text)
    tx.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)').run(
      rowid,
      text.replace(/[\ue000-\uf8ff]/g, ' ')
    )
}

/** The facts of a case and their words. One by one: asked for a set of rows, the index would look at all it has. */
export function dropFacts(tx: Writer, caseId: CaseId): void {
  const rows = tx.prepare('SELECT id FROM facts WHERE case_id = ?').all(caseId) as { id: number }[]
  for (const { id } of rows) tx.prepare('DELETE FROM words WHERE rowid = ?').run(id)
  if (rows.length > 0) tx.prepare('DELETE FROM facts WHERE case_id = ?').run(caseId)
}

export function listFacts(db: Reader, caseId: CaseId): Fact[] {
  const rows = db.prepare('SELECT body FROM facts WHERE case_id = ? ORDER BY ver').all(caseId) as {
    body: string
  }[]
  return rows.map((row) => JSON.parse(row.body) as Fact)
}

/** A change of a kind this build does not know: kept word for word, and read again after an update (SY16). */
export function putDeferred(tx: Writer, fact: WireFact): void {
  tx.prepare('INSERT INTO deferred VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    fact.seq,
    fact.caseId,
    JSON.stringify(fact)
  )
}

/** Of cases that never got so far as to be shown here; a full fetch brings what of them is still in sight. */
export function dropStrayDeferred(tx: Writer): void {
  tx.prepare('DELETE FROM deferred WHERE case_id NOT IN (SELECT id FROM cases)').run()
}

export function listDeferredCases(db: Reader): CaseId[] {
  const rows = db.prepare('SELECT DISTINCT case_id FROM deferred').all() as { case_id: CaseId }[]
  return rows.map((row) => row.case_id)
}

export function isDeferred(db: Reader, caseId: CaseId): boolean {
  return db.prepare('SELECT 1 FROM deferred WHERE case_id = ? LIMIT 1').get(caseId) !== undefined
}

export function listDeferred(db: Reader, caseId: CaseId): WireFact[] {
  const rows = db.prepare('SELECT body FROM deferred WHERE case_id = ? ORDER BY seq').all(caseId) as {
    body: string
  }[]
  return rows.map((row) => JSON.parse(row.body) as WireFact)
}

/** What of an event people search for. */
export function wordsOfEvent(event: CaseEvent): string {
  switch (event.type) {
    case 'case.opened':
      return `${event.ref} ${event.subject}\n${event.customer.name}\n${event.body}`
    case 'case.customerWrote':
    case 'case.replied':
    case 'case.noted':
      return event.body
    case 'case.transferred':
    case 'escalation.returned':
      return event.note
    case 'case.held':
    case 'case.resolved':
    case 'case.granted':
    case 'approval.approved':
      return event.note ?? ''
    case 'case.reopened':
    case 'approval.declined':
      return event.reason
    case 'case.escalated':
      return Object.values(event.package).join('\n')
    case 'approval.requested':
    case 'approval.amended':
      return Object.values(event.ask.package).join('\n')
    default:
      return ''
  }
}
