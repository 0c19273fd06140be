import { wordsOf } from '../../shared/case/command.ts'
import type { CasePage, CaseRow } from '../../shared/protocol/views.ts'
import type { Db, Reader } from '../../sqlite/db.ts'
import { getFact, wordsOfEvent, wordsOfOpening } from '../store/facts.ts'
import { getOp } from '../store/outbox.ts'
import { indexed } from '../store/words.ts'
import { LISTED, type ListedRow, toCaseRow } from './case-row.ts'
import { snipperOf } from './snippet.ts'

/** How many of the best pieces of text are looked at: several may belong to one case. */
const LOOK_AT = 200

/**
 * One piece of text in the index, best first: the words of a fact, or of an op that waits. Most texts are an event's body,
 * which SQLite takes out for less than it costs to bring the whole fact here.
 */
const HITS = `
  SELECT c.id AS caseId, w.rowid AS id, f.ver = 1 AS isOpening, f.body ->> '$.event.body' AS said, ${LISTED}
  FROM words w
  LEFT JOIN facts f ON f.id = w.rowid
  LEFT JOIN outbox o ON o.op_no = -w.rowid
  JOIN cases c ON c.id = coalesce(f.case_id, o.case_id)
  WHERE words MATCH ? ORDER BY rank LIMIT ${LOOK_AT}
`
type Hit = ListedRow & {
  readonly caseId: string
  readonly id: number
  readonly isOpening: number | null
  readonly said: string | null
}

/** The cases with a text that holds all that was typed, best first; the last word may be the start of one. Empty text finds nothing. */
export function searchCases(db: Db, text: string, limit: number): CasePage {
  const terms = termsOf(text)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const best = new Map<string, Hit>()
  let looked = 0
  for (const hit of indexed(db).prepare(HITS).iterate(matchOf(terms)) as IterableIterator<Hit>) {
    looked += 1
    if (!best.has(hit.caseId)) best.set(hit.caseId, hit)
    if (best.size >= limit) break
  }
  const snip = snipperOf(terms)
  const rows = [...best.values()].map((hit) => {
    const row = toCaseRow(hit)
    return { ...row, snippet: snip(textOf(db, hit, row)) }
  })
  return { rows, next: null, total: rows.length < limit && looked < LOOK_AT ? rows.length : null }
}

/** Who the case is from and what it is called never changes, so the row has what else the opening said. */
function textOf(db: Reader, { id, isOpening, said }: Hit, row: CaseRow): string {
  if (said === null) return id > 0 ? wordsOfEvent(getFact(db, id).event) : wordsOf(getOp(db, -id).command)
  return isOpening ? wordsOfOpening(row.ref, row.subject, row.customerName, said) : said
}

/** The words of a question, without anything FTS5 would take for syntax. Marks stay on their letter, as the index has them. At most 12. */
export function termsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).slice(0, 12)
}

export function matchOf(terms: readonly string[]): string {
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' ')
}
