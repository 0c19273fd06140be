import type { Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { SimilarCase } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findCase, readCase } from '../store/cases.ts'
import { termsOf } from './search.ts'

/** Words that stand in half of all messages say nothing about what a case is about. */
const MOST_TERMS = 24

/** Resolved cases like this one: same category first, then by how many of its telling words they share. */
export function listSimilar(db: Reader, caseId: CaseId, limit: number): SimilarCase[] {
  const kase = findCase(db, caseId)
  if (!kase) return []
  const first = db.prepare('SELECT body FROM facts WHERE case_id = ? AND ver = 1').get(caseId) as
    | { body: string }
    | undefined
  const opened = first ? (JSON.parse(first.body) as Fact).event : undefined
  const text = `${kase.subject} ${opened?.type === 'case.opened' ? opened.body : ''}`
  const terms = [...new Set(termsOfLong(text))].slice(0, MOST_TERMS)
  if (terms.length === 0) return []
  const rows = db
    .prepare(
      `SELECT c.body AS body FROM (SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 100) w
       JOIN facts f ON f.id = w.rowid JOIN cases c ON c.id = f.case_id
       WHERE c.ended = 1 AND c.id <> ? GROUP BY c.id ORDER BY (json_extract(c.body, '$.category') = ?) DESC, min(w.rank) LIMIT ?`
    )
    .all(terms.map((term) => `"${term}"`).join(' OR '), caseId, kase.category, limit) as { body: string }[]
  return rows.map((row) => {
    const like = readCase(row.body)
    const resolved = like.state.status === 'resolved' ? like.state.resolution : null
    return {
      id: like.id,
      ref: like.ref,
      subject: like.subject,
      tier: like.queue.tier,
      resolution: resolved ?? resolutionOf(db, like.id).resolution,
      note: resolutionOf(db, like.id).note
    }
  })
}

function termsOfLong(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((word) => termsOf(word))
    .filter((term) => term.length > 4 && !/^X+$/.test(term))
    .map((term) => term.toLowerCase())
}

function resolutionOf(db: Reader, caseId: CaseId): { resolution: string | null; note: string | null } {
  const row = db
    .prepare(
      "SELECT body FROM facts WHERE case_id = ? AND json_extract(body, '$.event.type') = 'case.resolved' ORDER BY ver DESC LIMIT 1"
    )
    .get(caseId) as { body: string } | undefined
  const event = row ? (JSON.parse(row.body) as Fact).event : undefined
  return event?.type === 'case.resolved'
    ? { resolution: event.resolution, note: event.note ?? null }
    : { resolution: null, note: null }
}
