import type { Case } from '../../shared/case/case.ts'
import type { Fact } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { SimilarCase } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import { findCase, readCase } from '../store/cases.ts'
import { wordsOfEvent } from '../store/facts.ts'
import { termsOf } from './search.ts'

const MOST_TERMS = 24
/** A word in more of what was said than this is no sign of what a case is about, unless little was said so far. */
const COMMON_SHARE = 0.05
const COMMON_LEAST = 20
/** One word in common is chance. */
const LEAST_SHARED = 2
const LOOK_AT = 100

/** Resolved cases like this one: same category first, then by how well the telling words they share match. None rather than any. */
export function listSimilar(db: Reader, caseId: CaseId, limit: number): SimilarCase[] {
  const kase = findCase(db, caseId)
  if (!kase) return []
  const terms = tellingWords(db, kase)
  if (terms.length < LEAST_SHARED) return []
  const rows = db
    .prepare(
      `SELECT c.body AS body, json_group_array(json(f.body)) AS facts
       FROM (SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${LOOK_AT}) w
       JOIN facts f ON f.id = w.rowid JOIN cases c ON c.id = f.case_id
       WHERE c.ended = 1 AND c.id <> ? GROUP BY c.id ORDER BY (json_extract(c.body, '$.category') = ?) DESC, min(w.rank)`
    )
    .all(terms.map((term) => `"${term}"`).join(' OR '), caseId, kase.category) as Found[]
  const found = new Map<string, SimilarCase>()
  for (const row of rows) {
    if (found.size === limit) break
    if (sharedWith(row, terms) < LEAST_SHARED) continue
    const like = toSimilar(db, readCase(row.body))
    // Of several that read the same the best will do.
    const reads = JSON.stringify([like.subject, like.resolution, like.note])
    if (!found.has(reads)) found.set(reads, like)
  }
  return [...found.values()]
}

type Found = { readonly body: string; readonly facts: string }

function toSimilar(db: Reader, like: Case): SimilarCase {
  const ended = resolutionOf(db, like.id)
  return {
    id: like.id,
    ref: like.ref,
    subject: like.subject,
    tier: like.queue.tier,
    resolution: like.state.status === 'resolved' ? like.state.resolution : ended.resolution,
    note: ended.note
  }
}

/** What the case is about, in the words of its first message that few others use. */
function tellingWords(db: Reader, kase: Case): string[] {
  const first = db.prepare('SELECT body FROM facts WHERE case_id = ? AND ver = 1').get(kase.id) as
    | { body: string }
    | undefined
  const opened = first ? (JSON.parse(first.body) as Fact).event : undefined
  const text = `${kase.subject} ${opened?.type === 'case.opened' ? opened.body : ''}`
  const { n } = db.prepare('SELECT coalesce(max(id), 0) AS n FROM facts').get() as { n: number }
  const common = Math.max(COMMON_LEAST, Math.floor(n * COMMON_SHARE))
  // Counted no further than that: a common word costs as much as it takes to see that it is common.
  const count = db.prepare('SELECT count(*) AS n FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)')
  const telling = (term: string): boolean => (count.get(`"${term}"`, common) as { n: number }).n < common
  return [...longWords(text)]
    .slice(0, 2 * MOST_TERMS)
    .filter(telling)
    .slice(0, MOST_TERMS)
}

function sharedWith({ body, facts }: Found, terms: readonly string[]): number {
  const said = (JSON.parse(facts) as Fact[]).map(({ event }) => wordsOfEvent(event)).join(' ')
  const words = longWords(`${readCase(body).subject} ${said}`)
  return terms.filter((term) => words.has(term)).length
}

/** The longer words of a text, written as the index reads them: without capitals and accents. */
function longWords(text: string): Set<string> {
  const words = text
    .split(/\s+/)
    .flatMap((word) => termsOf(word))
    .map((term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
  return new Set(words.filter((term) => term.length > 4 && !/^x+$/.test(term)))
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
