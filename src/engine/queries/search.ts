import { wordsOf } from '../../shared/case/command.ts'
import type { Fact } from '../../shared/case/event.ts'
import type { Op } from '../../shared/protocol/op.ts'
import type { CasePage } from '../../shared/protocol/views.ts'
import type { Reader } from '../../sqlite/db.ts'
import { wordsOfEvent } from '../store/facts.ts'
import { LISTED, type ListedRow, toCaseRow } from './case-row.ts'

/** Marks around a hit in a snippet: private-use characters, so that nothing a customer wrote can look like one. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

/** How many of the best pieces of text are looked at: several may belong to one case. */
const LOOK_AT = 200

/** One piece of text in the index, best first: the words of a fact, or of an op that waits. */
const HITS = `
  SELECT c.id AS caseId, ${LISTED}, f.body AS fact, o.env AS op
  FROM words w
  LEFT JOIN facts f ON f.id = w.rowid
  LEFT JOIN outbox o ON o.op_no = -w.rowid
  JOIN cases c ON c.id = coalesce(f.case_id, o.case_id)
  WHERE words MATCH ? ORDER BY rank LIMIT ${LOOK_AT}
`
type Hit = ListedRow & {
  readonly caseId: string
  readonly fact: string | null
  readonly op: string | null
}

/** The cases with a text that holds all that was typed, best first; the last word may be the start of one. Empty text finds nothing. */
export function searchCases(db: Reader, text: string, limit: number): CasePage {
  const terms = termsOf(text)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const best = new Map<string, Hit>()
  let looked = 0
  for (const hit of db.prepare(HITS).iterate(matchOf(terms)) as IterableIterator<Hit>) {
    looked += 1
    if (!best.has(hit.caseId)) best.set(hit.caseId, hit)
    if (best.size >= limit) break
  }
  const snip = snipperOf(terms)
  const rows = [...best.values()].map((hit) => toCaseRow(hit, snip(wordsIn(hit))))
  return { rows, next: null, total: rows.length < limit && looked < LOOK_AT ? rows.length : null }
}

function wordsIn({ fact, op }: Hit): string {
  if (fact !== null) return wordsOfEvent((JSON.parse(fact) as Fact).event)
  return op === null ? '' : wordsOf((JSON.parse(op) as Op).command)
}

/** The words of a question, without anything FTS5 would take for syntax. Marks stay on their letter, as the index has them. At most 12. */
export function termsOf(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).slice(0, 12)
}

export function matchOf(terms: readonly string[]): string {
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' ')
}

const BEFORE = 60
const LENGTH = 160
const LETTER = '[\\p{L}\\p{N}\\p{M}]'

/** About 160 characters around the first hit, with every hit between the marks. */
export function snippetOf(text: string, terms: readonly string[]): string {
  return snipperOf(terms)(text)
}

/** Made once for a question and used on every text it found. */
function snipperOf(terms: readonly string[]): (text: string) => string {
  const first = patternOf(terms, 'iu')
  const every = patternOf(terms, 'giu')
  return (text) => {
    const whole = text.normalize('NFC')
    const start = Math.max(0, whole.search(first) - BEFORE)
    const piece = whole
      .slice(start, start + LENGTH)
      .replace(/[\ue000-\uf8ff]/g, ' ')
      .replace(/\s+/g, ' ')
    const marked = piece.replace(every, `${HIT_START}$&${HIT_END}`)
    return `${start > 0 ? '…' : ''}${marked}${start + LENGTH < whole.length ? '…' : ''}`
  }
}

/** The words of a question as the index takes them: whole words with or without accents, the last one also begun. */
function patternOf(terms: readonly string[], flags: string): RegExp {
  const words = terms.map((term, index) => {
    const letters = [...term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
    const spelt = letters.map((letter) => SPELLINGS.get(letter) ?? letter).join('')
    return index === terms.length - 1 ? `${spelt}${LETTER}*` : `${spelt}(?!${LETTER})`
  })
  return new RegExp(`(?<!${LETTER})(?:${words.join('|')})`, flags)
}

/** Each plain letter as a class of all the ways it is written, as `[eèéêë…]`. */
const SPELLINGS = spellings()

function spellings(): ReadonlyMap<string, string> {
  const accented = [...Array(0x24f - 0xc0).keys()].map((code) => String.fromCharCode(code + 0xc0))
  const ways = new Map<string, string>()
  for (const letter of accented.filter((one) => one === one.toLowerCase())) {
    const base = letter.normalize('NFD').charAt(0)
    if (base !== letter) ways.set(base, (ways.get(base) ?? base) + letter)
  }
  return new Map([...ways].map(([base, all]) => [base, `[${all}]`]))
}
