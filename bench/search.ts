import path from 'node:path'
import { matchOf, searchCases, termsOf } from '../src/engine/queries/search.ts'
import { must } from '../src/shared/lib/must.ts'
import { fill, openQueue } from './queue-file.ts'
import { type Compared, compare } from './side-by-side.ts'
import { makeStories } from './stories.ts'

/** Each with four texts worth finding. */
const CASES = 5_000
const QUESTIONS = 60
const ROUNDS = 300

/** A search as the person gets it, against the bare question to FTS5 with the bodies of its cases; `unheard`: every question is a new one. */
export function benchSearch(folder: string): { readonly search: Compared; readonly unheard: Compared } {
  const { db } = openQueue(path.join(folder, 'search.db'))
  const stories = makeStories(5)
  fill(
    db,
    Array.from({ length: CASES }, () => stories.next(4)),
    true
  )
  const { dice, vocabulary } = stories
  const word = (from: number, to: number): string => must(vocabulary[from + dice.below(to - from)], 'word')
  const ask = (length: number): string[] =>
    Array.from({ length }, (_none, n) => (n % 2 ? `${word(20, 400)} ${word(20, 400)}` : word(100, 2_000)))
  const bare = db.prepare(
    'SELECT c.body AS body FROM words w JOIN facts f ON f.id = w.rowid JOIN cases c ON c.id = f.case_id WHERE words MATCH ? ORDER BY rank LIMIT 50'
  )
  const compareAsking = (questions: readonly string[]): Compared => {
    const asked = (round: number): string => questions[round % questions.length] ?? ''
    return compare(
      ROUNDS,
      (round) => void searchCases(db, asked(round), 50),
      (round) => void bare.all(matchOf(termsOf(asked(round))))
    )
  }
  const search = compareAsking(ask(QUESTIONS))
  const unheard = compareAsking([...new Set(ask(2 * ROUNDS))].slice(0, ROUNDS))
  db.close()
  return { search, unheard }
}
