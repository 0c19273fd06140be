import { wordsOfEvent } from '../../../src/engine/store/facts.ts'
import { findMeta, getNumber } from '../../../src/engine/store/meta.ts'
import { openFunctional } from '../../../src/shared/case/apply-move.ts'
import type { Case, HierarchicalEscalation } from '../../../src/shared/case/case.ts'
import type { CaseEvent, Fact } from '../../../src/shared/case/event.ts'
import { maySee } from '../../../src/shared/case/rights.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import { type PersonId, SYSTEM } from '../../../src/shared/lib/ids.ts'
import { must } from '../../../src/shared/lib/must.ts'
import { markOf } from '../../../src/shared/protocol/snapshot/scope-sum.ts'
import type { Reader } from '../../../src/sqlite/db.ts'
import type { Console, World } from '../../support/world.ts'
import { canonicalOf, canonicalText, factOf, parsedOf, scopesOf, stateAfter, stateOf } from './read-before.ts'

/**
 * What must hold, said a second time and more simply than the product says it: the server's log is read from the start
 * and everything is compared with what it makes. Each check throws with the invariant's name.
 */

type ServerRow = {
  seq: number
  case_id: string
  ver: number
  at: number
  by: string
  op_id: string | null
  event: string
}

export function logOf(world: World): Fact[] {
  const rows = world.truth
    .prepare('SELECT seq, case_id, ver, at, by, op_id, event FROM facts ORDER BY seq')
    .all() as ServerRow[]
  return rows.map((row) =>
    factOf(
      Object.values(row).join(' '),
      () =>
        ({
          seq: row.seq,
          caseId: row.case_id,
          ver: row.ver,
          at: row.at,
          by: row.by,
          opId: row.op_id,
          event: JSON.parse(row.event) as CaseEvent
        }) as Fact
    )
  )
}

export function fail(invariant: string, why: string, details?: unknown): never {
  throw new Error(`${invariant}: ${why}${details === undefined ? '' : ` ${JSON.stringify(details)}`}`)
}

/** I6: seq without gaps, versions without gaps in each case, and the server's tables are what the log makes. I4 and I5 on the way. */
export function checkLog(world: World, log: readonly Fact[]): Map<string, Fact[]> {
  const byCase = new Map<string, Fact[]>()
  const states = new Map<string, Case>()
  const fired = new Set<string>()
  log.forEach((fact, index) => {
    if (fact.seq !== index + 1) fail('I6', 'a gap in seq', { expected: index + 1, got: fact.seq })
    const facts = byCase.get(fact.caseId) ?? []
    const before = states.get(fact.caseId)
    if (fact.ver !== facts.length + 1) fail('I6', 'a gap in ver', fact)
    checkGuard(before, fact)
    checkOnce(before, fact, fired)
    facts.push(fact)
    byCase.set(fact.caseId, facts)
    states.set(fact.caseId, stateAfter(before, fact))
  })
  const rows = world.truth.prepare('SELECT case_id, body FROM cases').all() as {
    case_id: string
    body: string
  }[]
  if (rows.length !== byCase.size) fail('I6', 'cases without facts, or facts without a case')
  for (const row of rows) {
    const facts = byCase.get(row.case_id) ?? []
    const made = stateOf(facts)
    if (!made || canonicalOf(made) !== canonicalText(row.body))
      fail('I6', 'the log and the table differ', { caseId: row.case_id })
  }
  checkOrder(world)
  checkServerSums(world)
  return byCase
}

/** I3 for rows that act by themselves: once for each time a case was opened or reopened (ES26). */
function checkOnce(before: Case | undefined, fact: Fact, fired: Set<string>): void {
  const { event } = fact
  if (!before || !('automatic' in event) || !event.automatic) return
  const key = `${fact.caseId} ${event.automatic.rowId} ${before.reopenCount}`
  if (fired.has(key)) fail('I3', 'a row acted twice', fact)
  fired.add(key)
}

/** Had a say in it, themself or through somebody in their place; time may have had several. */
function hasSaid(one: HierarchicalEscalation, by: PersonId): boolean {
  return by !== SYSTEM && one.decisions.some((each) => each.by === by || each.inPlaceOf === by)
}

/** I4: no guarded transition from a wrong state, no second owner, no yes to one's own or to a changed request. */
function checkGuard(before: Case | undefined, fact: Fact): void {
  const { event, by } = fact
  if (!before)
    return event.type === 'case.opened' ? undefined : fail('I4', 'something before the opening', fact)
  const ended = before.state.status === 'resolved' || before.state.status === 'closed'
  const mine = before.owner === by
  switch (event.type) {
    case 'case.claimed':
    case 'escalation.accepted':
      if (before.owner !== null || ended) fail('I4', 'claimed what was not free', fact)
      return
    case 'case.pended':
    case 'case.held':
    case 'case.resolved':
    case 'escalation.returned':
    case 'case.granted':
    case 'approval.requested':
      if (!mine || ended) fail('I4', `${event.type} by somebody who does not own it`, fact)
      return
    case 'case.escalated': {
      const isAutomatic = event.automatic !== undefined && by === SYSTEM
      if (ended || !(mine || isAutomatic)) fail('I4', 'escalated by somebody who does not own it', fact)
      return
    }
    case 'case.reopened':
      if (before.state.status !== 'resolved') fail('I4', 'reopened what was not resolved', fact)
      return
    case 'case.closed':
      if (before.state.status !== 'resolved') fail('I4', 'closed what was not resolved', fact)
      return
    case 'approval.approved':
    case 'approval.declined': {
      const one = before.escalations.find((each) => each.id === event.escalationId)
      if (one?.kind !== 'hierarchical' || one.state.status !== 'requested')
        return fail('I4', 'an answer to nothing', fact)
      if (one.by === by) fail('I4', "an answer to one's own request", fact)
      const isAnswered = hasSaid(one, by) || (event.inPlaceOf !== undefined && hasSaid(one, event.inPlaceOf))
      if (one.state.step !== event.step || isAnswered) fail('I4', 'an answer out of turn', fact)
      return
    }
    case 'grant.carriedOut': {
      const one = (event.what === 'grant' ? before.grants : before.allowed)?.[event.index]
      if (by !== SYSTEM || !one || one.carriedOut)
        fail('I3', 'carried out twice, or what was not granted', fact)
      return
    }
    case 'escalation.withdrawn': {
      const one = before.escalations.find((each) => each.id === event.escalationId)
      // Who has the case now may end a request for authority on it (ES18).
      const isTheirs = one?.by === by || (one?.kind === 'hierarchical' && mine)
      if (one?.state.status !== 'requested' || !isTheirs)
        fail('I4', 'withdrew what was not to withdraw', fact)
      if (one?.kind === 'functional' && openFunctional(before)?.id !== one.id)
        fail('I4', 'withdrew an older escalation', fact)
      return
    }
    default:
      return
  }
}

/** I5: what one device did stands in the log in the order it was done. I3: one fact for one op. */
function checkOrder(world: World): void {
  const rows = world.truth
    .prepare('SELECT device_id, op_no, op_id, seq, outcome FROM op_results ORDER BY device_id, op_no')
    .all() as { device_id: string; op_no: number; op_id: string; seq: number; outcome: string }[]
  let device = ''
  let last = 0
  let number = 0
  for (const row of rows) {
    if (row.device_id !== device) [device, last, number] = [row.device_id, 0, 0]
    if (row.op_no !== number + 1) fail('I5', 'a gap in the op numbers of a device', row)
    number = row.op_no
    const fact = world.truth.prepare('SELECT seq FROM facts WHERE op_id = ?').all(row.op_id) as {
      seq: number
    }[]
    const wanted = row.outcome === 'applied' || row.outcome === 'transformed' ? 1 : 0
    if (fact.length !== wanted || (fact[0]?.seq ?? 0) !== row.seq)
      fail('I3', 'outcome and facts of an op differ', { row, fact })
    if (row.seq > 0 && row.seq <= last) fail('I5', 'two ops of a device changed places', row)
    if (row.seq > 0) last = row.seq
  }
}

/** I7 and I9: at its cursor a machine shows the log up to there, filtered by its sight; nothing more, nothing less. */
export function checkPrefix(one: Console, log: readonly Fact[]): void {
  const { db } = one
  checkOverlay(one)
  const fetch = findMeta(db, 'fetch')
  const cursor = getNumber(db, 'cursor')
  // While something is fetched this is what it goes on with; the rest of its sight is what it was.
  const scopes = findMeta(db, 'scopes') ?? []
  checkSums(one, scopes)
  const wanted = visibleAt(log, cursor, scopes)
  const rows = db.prepare('SELECT id, confirmed, body FROM cases WHERE confirmed IS NOT NULL').all() as {
    id: string
    confirmed: string
    body: string
  }[]
  const here = new Map(rows.map((row) => [row.id, row.confirmed === '=' ? row.body : row.confirmed]))
  for (const [id, { kase, facts }] of wanted) {
    const json = here.get(id)
    if (json === undefined) fail('I7', `${one.name} lacks a case it sees`, { id, cursor })
    if (canonicalText(json) !== canonicalOf(kase))
      fail('I7', `${one.name} shows another state`, { id, cursor, here: JSON.parse(json), kase })
    const kept = db.prepare('SELECT body FROM facts WHERE case_id = ? ORDER BY ver').all(id) as {
      body: string
    }[]
    if (
      kept.length !== facts.length ||
      kept.some(({ body }, at) => canonicalText(body) !== canonicalOf(must(facts[at], 'fact')))
    )
      fail('I7', `${one.name} has other facts`, { id, cursor })
  }
  if (fetch) return checkSight(one, fetch.sight)
  const strangers = db.prepare('SELECT DISTINCT case_id FROM facts').all() as { case_id: string }[]
  for (const { case_id } of strangers)
    if (!wanted.has(case_id)) fail('I9', `${one.name} kept a case out of its sight`, { case_id, cursor })
  for (const id of here.keys())
    if (!wanted.has(id)) fail('I9', `${one.name} kept a case out of its sight`, { id, cursor })
  checkWords(one)
}

/** I9, while something is fetched: what is here already is of the new sight. */
function checkSight({ db, name }: Console, scopes: readonly string[]): void {
  const rows = db.prepare('SELECT id, confirmed, body FROM cases WHERE confirmed IS NOT NULL').all() as {
    id: string
    confirmed: string
    body: string
  }[]
  for (const row of rows) {
    const kase = parsedOf<Case>(row.confirmed === '=' ? row.body : row.confirmed)
    if (!maySee(scopes, scopesOf(kase)))
      fail('I9', `${name} still has a case of its old sight`, { id: row.id })
  }
}

/** SY4: the record made here and its fact are one, so nobody reads the same thing twice. */
function checkOverlay({ db, name }: Console): void {
  const twice = db
    .prepare(
      "SELECT o.op_id FROM outbox o JOIN facts f ON f.case_id = o.case_id AND json_extract(f.body, '$.opId') = o.op_id WHERE o.happening <> ''"
    )
    .all()
  if (twice.length > 0) fail('SY4', `${name} shows an op and its fact`, twice)
}

/** ES14: every yes was to the request as it stood. What was said yes to is in the command its author still has. */
export function checkSubjects(
  consoles: readonly Console[],
  byCase: ReadonlyMap<string, readonly Fact[]>
): void {
  for (const facts of byCase.values()) {
    facts.forEach((fact, index) => {
      const { event } = fact
      if (event.type !== 'approval.approved' && event.type !== 'approval.declined') return
      const said = consoles.flatMap(
        ({ db }) => db.prepare('SELECT env FROM archive WHERE op_id = ?').all(fact.opId) as { env: string }[]
      )[0]
      if (!said) return
      const before = stateOf(facts.slice(0, index))
      const one = before?.escalations.find((each) => each.id === event.escalationId)
      const { command } = JSON.parse(said.env) as { command: { subjectHash?: string } }
      if (one?.kind !== 'hierarchical' || one.subjectHash !== command.subjectHash)
        fail('I4', 'an answer to another request than the one that stood', fact)
    })
  }
}

/** The index holds the words of the facts here, as far as it has come, and nothing of what went away. */
function checkWords({ db, name }: Console): void {
  const facts = db.prepare('SELECT id, body FROM facts WHERE id <= ?').all(getNumber(db, 'indexedTo')) as {
    id: number
    body: string
  }[]
  const wanted = new Set(
    facts.filter((row) => wordsOfEvent(parsedOf<Fact>(row.body).event)).map((row) => row.id)
  )
  const kept = db.prepare('SELECT id FROM words_docsize WHERE id > 0').all() as { id: number }[]
  if (kept.length !== wanted.size || kept.some((row) => !wanted.has(row.id)))
    fail('I9', `${name}'s index holds other words than its facts`)
  const left = db
    .prepare('SELECT id FROM words_docsize WHERE id < 0 AND -id NOT IN (SELECT op_no FROM outbox)')
    .all()
  if (left.length > 0) fail('I9', `${name}'s index holds the words of an op that is gone`, left)
}

/** SY29: the kept sums are what adding up gives, by scope. */
function checkSums({ db, name }: Console, scopes: readonly string[]): void {
  const kept = findMeta(db, 'sums') ?? {}
  if (canonical(Object.keys(kept).sort()) !== canonical([...scopes].sort()))
    fail('SY29', `${name} keeps sums of other scopes`, { kept, scopes })
  const cases = confirmedOf(db)
  for (const scope of scopes) {
    const sum = cases
      .filter((kase) => maySee([scope], scopesOf(kase)))
      .reduce((all, kase) => (all + markOf(kase.id, kase.ver)) % 2 ** 48, 0)
    if (sum !== kept[scope]) fail('SY29', `${name} keeps another sum`, { scope, sum, kept: kept[scope] })
  }
}

function confirmedOf(db: Reader): Case[] {
  const rows = db.prepare('SELECT confirmed, body FROM cases WHERE confirmed IS NOT NULL').all() as {
    confirmed: string
    body: string
  }[]
  return rows.map((row) => parsedOf<Case>(row.confirmed === '=' ? row.body : row.confirmed))
}

/** SY29, on the other side. */
function checkServerSums(world: World): void {
  const db = world.truth
  const sums = db.prepare('SELECT scope, sum FROM scope_sums WHERE sum <> 0 ORDER BY scope').all()
  const all = new Map<string, number>()
  const cases = (db.prepare('SELECT body FROM cases').all() as { body: string }[]).map(({ body }) =>
    parsedOf<Case>(body)
  )
  for (const kase of cases)
    for (const scope of ['*', ...scopesOf(kase)])
      all.set(scope, ((all.get(scope) ?? 0) + markOf(kase.id, kase.ver)) % 2 ** 48)
  const wanted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([scope, sum]) => ({ scope, sum }))
  if (canonical(sums) !== canonical(wanted)) fail('SY29', 'the server keeps other sums', { sums, wanted })
}

function visibleAt(
  log: readonly Fact[],
  cursor: number,
  scopes: readonly string[]
): Map<string, { kase: Case; facts: Fact[] }> {
  const byCase = new Map<string, Fact[]>()
  for (const fact of log) {
    if (fact.seq > cursor) break
    const facts = byCase.get(fact.caseId) ?? []
    facts.push(fact)
    byCase.set(fact.caseId, facts)
  }
  const visible = new Map<string, { kase: Case; facts: Fact[] }>()
  for (const [id, facts] of byCase) {
    const kase = stateOf(facts)
    if (kase && maySee(scopes, scopesOf(kase))) visible.set(id, { kase, facts })
  }
  return visible
}

/** I8: nothing that happened in its sight is missing. */
export function checkHeard({ db, name }: Console, log: readonly Fact[]): void {
  const cursor = getNumber(db, 'cursor')
  for (const { facts } of visibleAt(log, log.length, findMeta(db, 'scopes') ?? []).values()) {
    const missing = facts.find(({ seq }) => seq > cursor)
    if (missing) fail('I8', `${name} has not heard everything`, { cursor, missing })
  }
}

/** The lists' kept counts are what counting gives. */
export function checkCounts({ db, name }: Console): void {
  const kept = db.prepare('SELECT key, n FROM counts WHERE n <> 0 ORDER BY key').all()
  const real = db
    .prepare(
      `SELECT key, count(*) AS n FROM (
         SELECT CASE ended WHEN 1 THEN 'ended:' ELSE 'open:' END || queue AS key FROM cases
         UNION ALL SELECT 'unowned:' || queue FROM cases WHERE ended = 0 AND owner = ''
         UNION ALL SELECT 'owner:' || owner FROM cases WHERE ended = 0 AND owner <> '')
       GROUP BY key ORDER BY key`
    )
    .all()
  if (canonical(kept) !== canonical(real)) fail('I8', `${name} counts wrong`, { kept, real })
}

export function outcomesOf(
  db: Reader,
  opId: string
): { outcome: string; seq: number; refusal: string | null }[] {
  return db.prepare('SELECT DISTINCT outcome, seq, refusal FROM op_results WHERE op_id = ?').all(opId) as {
    outcome: string
    seq: number
    refusal: string | null
  }[]
}
