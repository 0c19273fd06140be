import { findMeta, getNumber } from '../../../src/engine/store/meta.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import { maySee } from '../../../src/shared/case/rights.ts'
import type { Console } from '../../support/world.ts'
import { lookAtOne } from './conclude.ts'
import { fail, logOf } from './oracle.ts'
import { parsedOf, scopesOf } from './read-before.ts'
import type { Story } from './story.ts'

/**
 * After a commit of a console. What a fetch is about to bring is looked at on its way, and everything in the moment it has come:
 * a little later answers and frames would have mended what is wrong.
 */
export function watchFetch(story: Story, one: Console): void {
  const before = story.fetching.get(one)
  const row = one.db.prepare("SELECT value FROM meta WHERE key = 'fetch'").get() as
    | { value: string }
    | undefined
  const text = row?.value ?? 'null'
  const { epoch } = one
  if (text !== 'null') {
    if (before?.text === text && before.epoch === epoch) return checkKeptOnly(one, before.facts)
    story.fetching.set(one, { text, epoch, facts: newestFact(one) })
    return
  }
  if (!before) return
  story.fetching.delete(one)
  // Another hello may have said that nothing is to be fetched after all; a process that died with its commit said nothing.
  const { asOf } = JSON.parse(before.text) as { asOf: number }
  if (before.epoch !== epoch || getNumber(one.db, 'cursor') !== asOf) return
  story.saw('fetched')
  lookAtOne(story, one, logOf(story.world), true)
}

function newestFact({ db }: Console): number {
  return (db.prepare('SELECT coalesce(max(id), 0) AS id FROM facts').get() as { id: number }).id
}

/** SY17: before the place of its fetch a console is told of what it kept and of nothing else. `since`: the newest fact it had then. */
function checkKeptOnly({ db, name }: Console, since: number): void {
  const kept = findMeta(db, 'scopes') ?? []
  const rows = db
    .prepare(
      `SELECT id, confirmed, body FROM cases WHERE confirmed IS NOT NULL AND
         id IN (SELECT case_id FROM facts WHERE id > ?)`
    )
    .all(since) as { id: string; confirmed: string; body: string }[]
  for (const { id, confirmed, body } of rows)
    if (!maySee(kept, scopesOf(parsedOf<Case>(confirmed === '=' ? body : confirmed))))
      fail('SY17', `${name} was told of a case before its file`, { id, since, kept })
}
