import type { Case } from '../../shared/case/case.ts'
import type { Fact } from '../../shared/case/event.ts'
import { isNewsFor } from '../../shared/case/news-for.ts'
import type { CaseId, EscalationId, PersonId } from '../../shared/lib/ids.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Notice } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'
import { type Asked, listAsked } from './noticed-request.ts'

const MOST = 50
/** Whoever sees everything has many that are somebody else's. */
const LOOK_AT = 1_000

/**
 * What this person is told, the newest first, as far as the cases are on this machine: what came of what they asked, who
 * asks for them, and every request that came to wait for their decision, with what became of it.
 */
export function listNotices(db: Reader, place: Place, serverNow: number): Notice[] {
  const askedOf = askedOnce(db, place, serverNow)
  const notices = new Map<number, Notice>()
  // Who is away now is in no fact: what waits for them in somebody's place may have been asked long ago.
  for (const { kase, escalationId } of listInPlace(db)) {
    const asked = askedOf(kase, escalationId).find(({ request }) => request.waits)
    if (asked) notices.set(asked.fact.seq, noticeOf(kase, asked.fact, asked))
  }
  for (const { fact, kase } of factsThatMayBeNews(db, place.person)) {
    if (notices.size >= MOST) break
    const { event } = fact
    const asked =
      'escalationId' in event
        ? askedOf(kase, event.escalationId).find((one) => one.fact.seq === fact.seq)
        : undefined
    const caller = event.type === 'case.callAnswered' ? findCaller(db, fact) : undefined
    if (asked || isNewsFor(place.person, fact, kase, caller))
      notices.set(fact.seq, noticeOf(kase, fact, asked))
  }
  return [...notices.values()].sort((a, b) => b.at - a.at || b.seq - a.seq)
}

function noticeOf(kase: Case, { seq, at, by, event }: Fact, asked: Asked | undefined): Notice {
  const { id: caseId, ref, subject } = kase
  const one =
    'escalationId' in event ? kase.escalations.find(({ id }) => id === event.escalationId) : undefined
  return {
    seq,
    caseId,
    ref,
    subject,
    at: asked?.at ?? at,
    by,
    event,
    ask: asked?.ask ?? (one?.kind === 'hierarchical' ? one.ask : null),
    request: asked?.request ?? null
  }
}

/** The times a request came to wait for this person: several facts are about the same one. */
function askedOnce(
  db: Reader,
  place: Place,
  serverNow: number
): (kase: Case, id: EscalationId) => readonly Asked[] {
  const known = new Map<string, readonly Asked[]>()
  return (kase, id) => {
    const found = known.get(id)
    if (found) return found
    const asked = listAsked(db, place, kase, id, serverNow)
    known.set(id, asked)
    return asked
  }
}

function listInPlace(db: Reader): { readonly kase: Case; readonly escalationId: EscalationId }[] {
  const rows = db
    .prepare(
      `SELECT c.body AS kase, a.escalation_id AS id FROM approvals a JOIN cases c ON c.id = a.case_id WHERE a.while_away <> '' LIMIT ${MOST}`
    )
    .all() as { kase: string; id: EscalationId }[]
  return rows.map(({ kase, id }) => ({ kase: readCase(kase), escalationId: id }))
}

/**
 * The newest facts that may be news to this person, newest first. Most are about what others asked of others: a case and a
 * fact that name neither the person nor a role of theirs are left out before they are read. An answered call names nobody.
 */
function* factsThatMayBeNews(
  db: Reader,
  person: Person
): Iterable<{ readonly fact: Fact; readonly kase: Case }> {
  const rows = db
    .prepare(
      `WITH news AS (
         SELECT case_id, seq, body FROM facts INDEXED BY facts_news WHERE news = 1 ORDER BY seq DESC LIMIT ${LOOK_AT})
       SELECT news.body AS fact, c.body AS kase FROM news JOIN cases c ON c.id = news.case_id
       WHERE news.body ->> '$.event.type' IN ('case.managerCalled', 'case.callAnswered')
         OR EXISTS (SELECT 1 FROM json_each(?) names WHERE instr(news.body, names.value) OR instr(c.body, names.value))
       ORDER BY news.seq DESC`
    )
    .iterate(JSON.stringify(namesOf(person))) as Iterable<{ fact: string; kase: string }>
  for (const row of rows) yield { fact: JSON.parse(row.fact) as Fact, kase: readCase(row.kase) }
}

/** By what a fact or a case names this person, as it is written there: by id, or by a role with authority. */
function namesOf({ id, role }: Person): string[] {
  const roles =
    role === 'supervisor' || role === 'escalation_manager' ? ['supervisor', 'escalation_manager'] : []
  return [id, ...roles].map((name) => JSON.stringify(name))
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
