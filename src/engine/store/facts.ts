import type { CaseEvent, Fact } from '../../shared/case/event.ts'
import { mayBeNews } from '../../shared/case/news-for.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { WireFact } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** Adds a fact; whoever does sees to its words (EN28). A fact that is already here is left alone. */
export function putFact(tx: Writer, fact: Fact): void {
  tx.prepare(
    'INSERT INTO facts (case_id, ver, seq, news, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  ).run(fact.caseId, fact.ver, fact.seq, mayBeNews(fact.event.type) ? 1 : 0, JSON.stringify(fact))
}

/** Gives the ids they had, for their words. */
export function dropFacts(tx: Writer, caseId: CaseId): number[] {
  const rows = tx.prepare('SELECT id FROM facts WHERE case_id = ?').all(caseId) as { id: number }[]
  if (rows.length > 0) tx.prepare('DELETE FROM facts WHERE case_id = ?').run(caseId)
  return rows.map((row) => row.id)
}

export function listFacts(db: Reader, caseId: CaseId): Fact[] {
  const rows = db.prepare('SELECT body FROM facts WHERE case_id = ? ORDER BY ver').all(caseId) as {
    body: string
  }[]
  return rows.map((row) => JSON.parse(row.body) as Fact)
}

/** A row of the index stands for it, so it is there. */
export function getFact(db: Reader, id: number): Fact {
  const row = db.prepare('SELECT body FROM facts WHERE id = ?').get(id) as { body: string }
  return JSON.parse(row.body) as Fact
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

export function hasDeferred(db: Reader): boolean {
  return db.prepare('SELECT 1 FROM deferred LIMIT 1').get() !== undefined
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
      return wordsOfOpening(event.ref, event.subject, event.customer.name, event.body)
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
      return [...Object.values(event.package), event.message ?? ''].join('\n')
    case 'approval.requested':
    case 'approval.amended':
      return Object.values(event.ask.package).join('\n')
    default:
      return ''
  }
}

export function wordsOfOpening(ref: string, subject: string, customerName: string, body: string): string {
  return `${ref} ${subject}\n${customerName}\n${body}`
}
