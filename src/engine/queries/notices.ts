import type { Fact } from '../../shared/case/event.ts'
import { isNewsFor } from '../../shared/case/news-for.ts'
import type { CaseId, PersonId } from '../../shared/lib/ids.ts'
import type { Notice } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'

const MOST = 50
/** Whoever sees everything has many that are somebody else's. */
const LOOK_AT = 1_000

/** What this person is told, the newest first: as far as the cases are on this machine. */
export function listNotices(db: Reader, { person }: Place): Notice[] {
  const rows = db
    .prepare(
      `SELECT f.body AS fact, c.body AS kase FROM facts f INDEXED BY facts_news JOIN cases c ON c.id = f.case_id
       WHERE f.body ->> '$.event.type' IN
         ('approval.approved', 'approval.declined', 'approval.expired', 'approval.handedOn', 'approval.reminded',
          'escalation.returned', 'case.managerCalled', 'case.callAnswered', 'case.swarmed', 'case.notified')
       ORDER BY f.seq DESC LIMIT ${LOOK_AT}`
    )
    .iterate() as Iterable<{ fact: string; kase: string }>
  const notices: Notice[] = []
  for (const row of rows) {
    const fact = JSON.parse(row.fact) as Fact
    const kase = readCase(row.kase)
    const { event } = fact
    const caller = event.type === 'case.callAnswered' ? findCaller(db, fact) : undefined
    if (!isNewsFor(person, fact, kase, caller)) continue
    const escalation =
      'escalationId' in event ? kase.escalations.find(({ id }) => id === event.escalationId) : undefined
    notices.push({
      seq: fact.seq,
      caseId: kase.id,
      ref: kase.ref,
      subject: kase.subject,
      at: fact.at,
      by: fact.by,
      event,
      ask: escalation?.kind === 'hierarchical' ? escalation.ask : null
    })
    if (notices.length === MOST) break
  }
  return notices
}

/** Who called last before this answer. */
function findCaller(db: Reader, { caseId, ver }: { caseId: CaseId; ver: number }): PersonId | undefined {
  const row = db
    .prepare(
      `SELECT body ->> '$.by' AS by FROM facts
       WHERE case_id = ? AND ver < ? AND body ->> '$.event.type' = 'case.managerCalled' ORDER BY ver DESC LIMIT 1`
    )
    .get(caseId, ver) as { by: PersonId } | undefined
  return row?.by
}
