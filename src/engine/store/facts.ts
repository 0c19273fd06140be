import type { CaseEvent, Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Adds a fact and makes its words findable. A fact that is already here is left alone. */
export function putFact(tx: Writer, fact: Fact): void {
  const { changes, lastInsertRowid } = tx
    .prepare('INSERT INTO facts (case_id, ver, seq, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(fact.caseId, fact.ver, fact.seq, JSON.stringify(fact))
  const text = wordsOfEvent(fact.event)
  if (changes > 0 && text) tx.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)').run(lastInsertRowid, text)
}

export function listFacts(db: Reader, caseId: CaseId): Fact[] {
  const rows = db.prepare('SELECT body FROM facts WHERE case_id = ? ORDER BY ver').all(caseId) as { body: string }[]
  return rows.map((row) => JSON.parse(row.body) as Fact)
}

/** A change of a kind this build does not know: kept word for word, and read again after an update (SY16). */
export function putDeferred(tx: Writer, seq: number, caseId: CaseId, body: unknown): void {
  tx.prepare('INSERT INTO deferred VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(seq, caseId, JSON.stringify(body))
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
