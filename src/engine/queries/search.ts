import { wordsOf } from '../../shared/case/command.ts'
import type { Fact } from '../../shared/case/event.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { CasePage, CaseRow } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { readCase } from '../store/cases.ts'
import { wordsOfEvent } from '../store/facts.ts'
import { toCaseRow } from './case-row.ts'

/** Marks around a hit in a snippet: private-use characters, so that nothing a customer wrote can look like one. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

/** How many of the best pieces of text are looked at: several may belong to one case. */
const LOOK_AT = 200

/** The cases with a text that holds all that was typed, best first; the last word may be the start of one. Empty text finds nothing. */
export function searchCases(db: Reader, place: Place, text: string, limit: number): CasePage {
  const terms = termsOf(text)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const hits = db
    .prepare(`SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ${LOOK_AT}`)
    .all(matchOf(terms)) as { rowid: number }[]
  const rows = new Map<string, CaseRow>()
  for (const { rowid } of hits) {
    if (rows.size >= limit) break
    const piece = findPiece(db, rowid)
    if (!piece || rows.has(piece.caseId)) continue
    const row = findRow(db, piece.caseId)
    if (row)
      rows.set(
        piece.caseId,
        toCaseRow(db, readCase(row.body), row.waiting, place.riskShare, snippetOf(piece.text, terms))
      )
  }
  return {
    rows: [...rows.values()],
    next: null,
    total: rows.size < limit && hits.length < LOOK_AT ? rows.size : null
  }
}

function findRow(
  db: Reader,
  caseId: string
): { readonly body: string; readonly waiting: number } | undefined {
  return db.prepare('SELECT body, waiting FROM cases WHERE id = ?').get(caseId) as
    | { body: string; waiting: number }
    | undefined
}

/** What stands in the index under this row: the words of a fact, or of an op that waits. */
function findPiece(
  db: Reader,
  rowid: number
): { readonly caseId: string; readonly text: string } | undefined {
  if (rowid < 0) {
    const row = db.prepare('SELECT env FROM outbox WHERE op_no = ?').get(-rowid) as
      | { env: string }
      | undefined
    const op = row && (JSON.parse(row.env) as Op)
    return op && { caseId: op.caseId, text: wordsOf(op.command) }
  }
  const row = db.prepare('SELECT body FROM facts WHERE id = ?').get(rowid) as { body: string } | undefined
  const fact = row && (JSON.parse(row.body) as Fact)
  return fact && { caseId: fact.caseId, text: wordsOfEvent(fact.event) }
}

/** The words of a question, without anything FTS5 would take for syntax. Marks stay on their letter, as the index has them. At most 12. */
export function termsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).slice(0, 12)
}

export function matchOf(terms: readonly string[]): string {
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' ')
}

/** As the index sees a word: without marks, in small letters. Most words are plain already, and that is quick to see. */
function plain(word: string): string {
  return (ASCII.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()
}

const ASCII = /^[\x20-\x7e]*$/
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const BEFORE = 60
const LENGTH = 160

/** About 160 characters around the first hit, with every hit between the marks. */
export function snippetOf(text: string, terms: readonly string[]): string {
  const flat = text.replace(/[\ue000\ue001]/g, '').replace(/\s+/g, ' ')
  const wanted = terms.map(plain)
  const last = wanted.length - 1
  const isHit = (word: string): boolean => {
    const seen = plain(word)
    return wanted.some((term, index) => (index === last ? seen.startsWith(term) : seen === term))
  }
  const start = Math.max(0, firstHit(flat, isHit) - BEFORE)
  const piece = flat.slice(start, start + LENGTH)
  const marked = piece.replace(WORD, (word) => (isHit(word) ? `${HIT_START}${word}${HIT_END}` : word))
  return `${start > 0 ? '…' : ''}${marked}${start + LENGTH < flat.length ? '…' : ''}`
}

function firstHit(text: string, isHit: (word: string) => boolean): number {
  for (const found of text.matchAll(WORD)) if (isHit(found[0])) return found.index
  return 0
}
