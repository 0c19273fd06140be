import type { Fact } from '../../shared/case/event.ts'
import type { CasePage } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'
import { wordsOfEvent } from '../store/facts.ts'
import type { Op } from '../../shared/protocol/op.ts'
import { wordsOf } from '../../shared/case/command.ts'
import { toCaseRow } from './case-row.ts'

/** Marks around a hit in a snippet: private-use characters, so that nothing a customer wrote can look like one. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

/** How many of the best pieces of text are looked at: several may belong to one case. */
const LOOK_AT = 200

type Hit = { readonly rowid: number; readonly caseId: string }

/** The cases whose words hold all that was typed, best first; the last word may be the start of one. Empty text finds nothing. */
export function searchCases(db: Reader, place: Place, text: string, limit: number): CasePage {
  const terms = termsOf(text)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const hits = db
    .prepare(
      `SELECT w.rowid AS rowid, coalesce(f.case_id, o.case_id) AS caseId
       FROM (SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${LOOK_AT}) w
       LEFT JOIN facts f ON f.id = w.rowid LEFT JOIN outbox o ON o.op_no = -w.rowid ORDER BY w.rank`
    )
    .all(matchOf(terms)) as Hit[]
  const best = new Map<string, number>()
  for (const hit of hits) if (hit.caseId && !best.has(hit.caseId)) best.set(hit.caseId, hit.rowid)
  const rows = []
  for (const [caseId, rowid] of best) {
    if (rows.length >= limit) break
    const row = db.prepare('SELECT body, waiting FROM cases WHERE id = ?').get(caseId) as { body: string; waiting: number } | undefined
    if (row) rows.push(toCaseRow(db, readCase(row.body), row.waiting, place.riskShare, snippetOf(textOf(db, rowid), terms)))
  }
  return { rows, next: null, total: hits.length < LOOK_AT ? rows.length : null }
}

/** The words of a question, without anything FTS5 would take for syntax. At most 12. */
export function termsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12)
}

export function matchOf(terms: readonly string[]): string {
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' ')
}

function textOf(db: Reader, rowid: number): string {
  if (rowid < 0) {
    const row = db.prepare('SELECT env FROM outbox WHERE op_no = ?').get(-rowid) as { env: string } | undefined
    return row ? wordsOf((JSON.parse(row.env) as Op).command) : ''
  }
  const row = db.prepare('SELECT body FROM facts WHERE id = ?').get(rowid) as { body: string } | undefined
  return row ? wordsOfEvent((JSON.parse(row.body) as Fact).event) : ''
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** About 160 characters around the first hit, with every hit between the marks. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const flat = text.replace(/[\ue000\ue001]/g, '').replace(/\s+/g, ' ')
  const wanted = terms.map(plain)
  const isHit = (word: string): boolean => wanted.some((term, index) => (index === wanted.length - 1 ? plain(word).startsWith(term) : plain(word) === term))
  const words = [...flat.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const first = words.find((word) => isHit(word[0]))
  const start = Math.max(0, (first?.index ?? 0) - 60)
  const piece = flat.slice(start, start + 160)
  const marked = piece.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (isHit(word) ? `${HIT_START}${word}${HIT_END}` : word))
  return `${start > 0 ? '…' : ''}${marked}${start + 160 < flat.length ? '…' : ''}`
}
