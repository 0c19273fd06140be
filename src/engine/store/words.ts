import type { Fact } from '../../shared/case/event.ts'
import type { Db, Reader, Writer } from '../../sqlite/db.ts'
import { wordsOfEvent } from './facts.ts'
import { getNumber, putMeta } from './meta.ts'

/*
 * The index of what people wrote. The row of a text is the fact's id, or minus the op number. Words of an op go in with the
 * op, and those of a few facts with the facts. The words of many wait for a quiet moment, or for the first question (EN28):
 * facts up to `indexedTo` are in the index, and those after it are not.
 */

/** The words of so many facts go in with them. More come only when a console catches up, and then the lists come first. */
const AT_ONCE = 64
/** Done in some 15 ms, so a person who clicks meanwhile notices nothing. */
const SLICE = 1_000

/** Private-use characters would count as letters in the index, and hide the word they stand in. */
export function putWords(tx: Writer, rowid: number, text: string): void {
  if (text)
    tx.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)').run(
      rowid,
      text.replace(/[\ue000-\uf8ff]/g, ' ')
    )
}

export function dropWords(tx: Writer, rowid: number): void {
  tx.prepare('DELETE FROM words WHERE rowid = ?').run(rowid)
}

/** The words of facts that are gone. One by one: asked for a set of rows, the index would look at all it has. */
export function dropWordsOf(tx: Writer, factIds: readonly number[]): void {
  for (const id of factIds) dropWords(tx, id)
  // SQLite gives the highest ids out again, and what comes under them must not pass for indexed.
  const newest = newestFact(tx)
  if (getNumber(tx, 'indexedTo') > newest) putMeta(tx, 'indexedTo', newest)
}

export function isBehind(db: Reader): boolean {
  return getNumber(db, 'indexedTo') < newestFact(db)
}

function newestFact(db: Reader): number {
  return (db.prepare('SELECT coalesce(max(id), 0) AS id FROM facts').get() as { id: number }).id
}

/** With the facts that just came: their words too, unless too many wait. */
export function indexFew(tx: Writer, most = AT_ONCE): void {
  const behind = newestFact(tx) - getNumber(tx, 'indexedTo')
  if (behind > 0 && behind <= most) indexNext(tx, behind)
}

/** Makes the oldest of the facts that wait findable. */
export function indexSlice(db: Db): void {
  db.write((tx) => indexNext(tx, SLICE))
}

function indexNext(tx: Writer, most: number): void {
  const facts = tx
    .prepare('SELECT id, body FROM facts WHERE id > ? ORDER BY id LIMIT ?')
    .all(getNumber(tx, 'indexedTo'), most) as { id: number; body: string }[]
  for (const { id, body } of facts) putWords(tx, id, wordsOfEvent((JSON.parse(body) as Fact).event))
  const last = facts.at(-1)
  if (last) putMeta(tx, 'indexedTo', last.id)
}

/** The same database, once every word in it can be found. */
export function indexed(db: Db): Reader {
  while (isBehind(db)) indexSlice(db)
  return db
}
