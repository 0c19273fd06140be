import { z } from 'zod'
import { isAway } from '../../shared/people/person.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { CasePage, View } from '../../shared/protocol/views.ts'
import type { Db, Reader } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { countDrafts, listGoneWithDraft } from '../store/drafts.ts'
import { findGone } from '../store/gone.ts'
import { LISTED, type ListedRow, toCaseRow, toGoneRow } from './case-row.ts'
import { searchCases } from './search.ts'

type Row = ListedRow & { readonly id: string; readonly sort: number }
type Asked = { readonly view: View; readonly after: string | null; readonly limit: number }

/**
 * One page of a list. Pages go on after the last row's sort value and id, so a page costs the same at the start of a
 * queue and 100,000 rows into it; totals come from kept counts, never from counting (EN5).
 */
export function listCases(db: Db, place: Place, { view, after, limit }: Asked, serverNow: number): CasePage {
  if (view.kind === 'search') return searchCases(db, view.text, limit)
  const from = after === null ? undefined : toMark(after)
  const rows = rowsOf(db, place, view, from, limit + 1, serverNow)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const shown = page.map((row) => toCaseRow(row))
  const isEnd = rows.length <= limit
  return {
    rows: isEnd && view.kind === 'drafts' ? [...shown, ...goneWithDraft(db)] : shown,
    next: last && rows.length > limit ? JSON.stringify([last.sort, last.id]) : null,
    total: totalOf(db, place, view, serverNow)
  }
}

function goneWithDraft(db: Reader): CasePage['rows'] {
  return listGoneWithDraft(db)
    .flatMap((caseId) => findGone(db, caseId) ?? [])
    .map(toGoneRow)
}

const Mark = z.tuple([z.number(), z.string()])
type Mark = z.infer<typeof Mark>
const MarkText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue('not a page mark')
    return z.NEVER
  }
})

/** A mark comes back from a page, so it is read like any other request. */
function toMark(after: string): Mark {
  return MarkText.pipe(Mark).parse(after)
}

const FIRST: Mark = [-1, '']
const NEWEST: Mark = [Number.MAX_SAFE_INTEGER, '\uffff']

function rowsOf(
  db: Reader,
  place: Place,
  view: Exclude<View, { kind: 'search' }>,
  from: Mark | undefined,
  limit: number,
  serverNow: number
): Row[] {
  const { person } = place
  const [sort, id] = from ?? FIRST
  switch (view.kind) {
    case 'queue': {
      const key = queueKey(view.queue)
      if (view.which === 'unowned') {
        return all(
          db,
          `SELECT id, ${LISTED}, due_at AS sort FROM cases c WHERE ended = 0 AND owner = '' AND queue = ? AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
          [key, sort, id, limit]
        )
      }
      if (view.which === 'ended') {
        const [newest, lastId] = from ?? NEWEST
        return all(
          db,
          `SELECT id, ${LISTED}, updated_at AS sort FROM cases c WHERE ended = 1 AND queue = ? AND (updated_at, id) < (?, ?) ORDER BY updated_at DESC, id DESC LIMIT ?`,
          [key, newest, lastId, limit]
        )
      }
      return all(
        db,
        `SELECT id, ${LISTED}, due_at AS sort FROM cases c WHERE queue = ? AND ended = 0 AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
        [key, sort, id, limit]
      )
    }
    case 'work':
      return all(
        db,
        // Each half along its own index: neither reads more than a page.
        `SELECT * FROM (SELECT id, ${LISTED}, due_at AS sort FROM cases c WHERE owner = ? AND ended = 0 AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?)
         UNION ALL
         SELECT * FROM (SELECT id, ${LISTED}, due_at AS sort FROM helping h JOIN cases c ON c.id = h.case_id WHERE (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?)
         ORDER BY sort, id LIMIT ?`,
        [person.id, sort, id, limit, sort, id, limit, limit]
      )
    case 'atRisk':
      return all(
        db,
        `SELECT id, ${LISTED}, risk_at AS sort FROM cases c WHERE ended = 0 AND risk_at <= ? AND (risk_at, id) > (?, ?) ORDER BY risk_at, id LIMIT ?`,
        [serverNow, sort, id, limit]
      )
    case 'asked':
      return all(
        db,
        `SELECT id, ${LISTED}, due_at AS sort FROM asked a JOIN cases c ON c.id = a.case_id WHERE (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
        [sort, id, limit]
      )
    case 'called':
      return all(
        db,
        `SELECT id, ${LISTED}, due_at AS sort FROM calls a JOIN cases c ON c.id = a.case_id WHERE (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
        [sort, id, limit]
      )
    case 'approvals':
      return all(
        db,
        `SELECT c.id, ${LISTED}, min(a.due_at) AS sort FROM approvals a JOIN cases c ON c.id = a.case_id WHERE ${WAITS_FOR_ME} GROUP BY c.id HAVING (sort, c.id) > (?, ?) ORDER BY sort, c.id LIMIT ?`,
        [awayNow(place.people, serverNow), sort, id, limit]
      )
    case 'drafts':
      return all(
        db,
        `SELECT c.id, ${LISTED}, -max(d.updated_at) AS sort FROM drafts d JOIN cases c ON c.id = d.case_id GROUP BY c.id HAVING (sort, c.id) > (?, ?) ORDER BY sort, c.id LIMIT ?`,
        [from ? sort : -Number.MAX_SAFE_INTEGER, id, limit]
      )
  }
}

function all(db: Reader, sql: string, values: unknown[]): Row[] {
  return db.prepare(sql).all(...values) as Row[]
}

function totalOf(
  db: Reader,
  place: Place,
  view: Exclude<View, { kind: 'search' }>,
  serverNow: number
): number {
  switch (view.kind) {
    case 'queue':
      return countOf(db, `${view.which}:${queueKey(view.queue)}`)
    case 'work':
      return countWork(db, place)
    case 'atRisk':
      return countAtRisk(db, serverNow)
    case 'asked':
      return countAsked(db)
    case 'called':
      return countCalled(db)
    case 'approvals':
      return countApprovals(db, place, serverNow, 'DISTINCT case_id')
    case 'drafts':
      return countDrafts(db)
  }
}

export function countOf(db: Reader, key: string): number {
  return (db.prepare('SELECT n FROM counts WHERE key = ?').get(key) as { n: number } | undefined)?.n ?? 0
}

/** What I own, and what I was pulled into. */
export function countWork(db: Reader, { person }: Place): number {
  return countOf(db, `owner:${person.id}`) + countRows(db, 'SELECT count(*) AS n FROM helping')
}

export function countAtRisk(db: Reader, serverNow: number): number {
  return (
    db.prepare('SELECT count(*) AS n FROM cases WHERE ended = 0 AND risk_at <= ?').get(serverNow) as {
      n: number
    }
  ).n
}

/** Of the requests kept as mine, those I may decide now: the others wait for somebody to be away. */
const WAITS_FOR_ME = `(a.while_away = '' OR a.while_away IN (SELECT value FROM json_each(?)))`

/** Who is away, as the parameter of `WAITS_FOR_ME`. */
function awayNow(people: Place['people'], serverNow: number): string {
  return JSON.stringify(people.filter((one) => isAway(one, serverNow)).map((one) => one.id))
}

export function countApprovals(
  db: Reader,
  place: Place,
  serverNow: number,
  what: '*' | 'DISTINCT case_id'
): number {
  const row = db
    .prepare(`SELECT count(${what}) AS n FROM approvals a WHERE ${WAITS_FOR_ME}`)
    .get(awayNow(place.people, serverNow)) as { n: number }
  return row.n
}

export function countAsked(db: Reader): number {
  return countRows(db, 'SELECT count(*) AS n FROM asked')
}

export function countCalled(db: Reader): number {
  return countRows(db, 'SELECT count(*) AS n FROM calls')
}

function countRows(db: Reader, sql: string): number {
  return (db.prepare(sql).get() as { n: number }).n
}
