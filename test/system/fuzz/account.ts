import type Database from 'better-sqlite3'
import { fold } from '../../../src/shared/case/apply.ts'
import type { Fact } from '../../../src/shared/case/event.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import { CaseId } from '../../../src/shared/lib/ids.ts'

/**
 * The statements that make a database write down every row anybody changes: in which table, how, and under which key.
 */
export function auditOf(db: Database.Database): string {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  const triggers = names.flatMap((name) => {
    const columns = db.pragma(`table_info("${name}")`) as { name: string; pk: number }[]
    const keys = columns.filter(({ pk }) => pk > 0)
    const keyOf = (row: string): string =>
      `json_array(${keys.map((key) => `${row}."${key.name}"`).join(', ')})`
    return (['INSERT', 'UPDATE', 'DELETE'] as const).map(
      (verb) => `CREATE TRIGGER "audit_${name}_${verb}" AFTER ${verb} ON "${name}" BEGIN
        INSERT INTO audit (place, verb, key) VALUES ('${name}', '${verb}', ${keyOf(verb === 'DELETE' ? 'OLD' : 'NEW')}); END;`
    )
  })
  return `CREATE TABLE audit (id INTEGER PRIMARY KEY, place TEXT NOT NULL, verb TEXT NOT NULL, key TEXT NOT NULL);
    ${triggers.join('\n')}`
}

/** Everything that was sent since the last look and may have changed something, if it was answered so. */
export type Sent = {
  /** Ops that the schema takes, from whom they say, following the op before: each may become one fact. */
  readonly good: Set<string>
  /** Ops that are at least read as ops: each may be given an answer that is kept. */
  readonly read: Set<string>
  /** The hashes of these, by the number of the op. */
  readonly hashes: Map<number, readonly string[]>
  /** Installations that said hello as one should, or sent ops. */
  readonly devices: Set<string>
  /** What was asked over HTTP in the right shape and answered with a yes, and how often. */
  readonly done: Map<Route, number>
}

/** What over HTTP changes anything. */
export type Route =
  | 'command'
  | 'open'
  | 'wrote'
  | 'signIn'
  | 'signOut'
  | 'away'
  | 'matrix'
  | 'held'
  | 'import'

export function nothingSent(): Sent {
  return { good: new Set(), read: new Set(), hashes: new Map(), devices: new Set(), done: new Map() }
}

type Row = { readonly place: string; readonly verb: 'INSERT' | 'UPDATE' | 'DELETE'; readonly key: string }

/** What changed since the last look, and what of it nothing that was sent can answer for. */
export type Looked = { readonly applied: number; readonly breaches: readonly string[] }

/** Reads what the triggers wrote down. Judges by what was sent, and never by what the server says it did. */
export function openAccount(db: Database.Database) {
  const since = db.prepare('SELECT id, place, verb, key FROM audit WHERE id > ? ORDER BY id')
  const factAt = db.prepare('SELECT case_id, by, op_id FROM facts WHERE seq = ?')
  const resultAt = db.prepare('SELECT op_id FROM op_results WHERE device_id = ? AND op_no = ?')
  const heldKind = db.prepare('SELECT kind FROM held_work WHERE op_id = ?').pluck()
  const factsOfOp = db.prepare('SELECT count(*) FROM facts WHERE op_id = ?').pluck()
  let lastId = Number(db.prepare('SELECT coalesce(max(id), 0) FROM audit').pluck().get())
  let version = -1

  return {
    look(sent: Sent): Looked {
      const now = Number(db.pragma('data_version', { simple: true }))
      if (now === version) return { applied: 0, breaches: [] }
      version = now
      const rows = since.all(lastId) as (Row & { id: number })[]
      lastId = rows.at(-1)?.id ?? lastId
      return judge(rows, sent)
    }
  }

  function judge(rows: readonly Row[], sent: Sent): Looked {
    const breaches: string[] = []
    const cases = new Set<string>()
    const seqs = new Set<number>()
    let [applied, byCustomers] = [0, 0]
    const intake = (sent.done.get('open') ?? 0) + (sent.done.get('wrote') ?? 0)
    const newFacts = rows.filter(({ place, verb }) => place === 'facts' && verb === 'INSERT')
    for (const { key } of newFacts) {
      const [seq = 0] = JSON.parse(key) as number[]
      const fact = factAt.get(seq) as { case_id: string; by: string; op_id: string | null }
      cases.add(fact.case_id)
      seqs.add(seq)
      const { by, op_id: opId } = fact
      if (by === 'customer') byCustomers += 1
      else if (opId === null && by === 'system') continue
      else if (opId !== null && (sent.good.has(opId) || sent.done.has('held')) && factsOfOp.get(opId) === 1)
        applied += 1
      else breaches.push(`a fact nobody validly asked for: ${JSON.stringify(fact)}`)
    }
    if (byCustomers > intake) breaches.push(`${byCustomers} facts by customers, ${intake} asked for`)
    for (const row of rows)
      if (!isMeant(row, sent, cases, seqs)) breaches.push(`${row.verb} ${row.place} ${row.key}`)
    return { applied, breaches }
  }

  function isMeant({ place, verb, key }: Row, sent: Sent, cases: Set<string>, seqs: Set<number>): boolean {
    const [first, second] = JSON.parse(key) as unknown[]
    const has = (...routes: Route[]): boolean => routes.some((route) => sent.done.has(route))
    switch (place) {
      case 'facts':
        return verb === 'INSERT'
      case 'cases':
        return verb !== 'DELETE' && cases.has(String(first))
      case 'case_scope':
        return cases.has(String(second))
      case 'change_scope':
        return verb === 'INSERT' && seqs.has(Number(second))
      case 'grants':
      case 'due':
        return cases.has(String(first))
      case 'scope_sums':
        return seqs.size > 0
      case 'effects':
        return verb === 'UPDATE' || (verb === 'INSERT' && seqs.size > 0)
      case 'automatic_due':
        return true // looked at when time has come, and nothing else is known by it
      case 'op_results': {
        const kept = resultAt.get(first, second) as { op_id: string } | undefined
        return verb === 'INSERT' && kept !== undefined && (sent.read.has(kept.op_id) || has('command'))
      }
      case 'devices':
        return verb !== 'DELETE' && (sent.devices.has(String(first)) || has('command'))
      case 'offline_grants':
        return sent.devices.size > 0
      case 'held_work':
        // What may have been carried out before is held when its time comes.
        return sent.read.size > 0 || has('held') || heldKind.get(first) === 'effect'
      case 'tokens':
        return verb === 'UPDATE' || has('signIn', 'signOut')
      case 'people':
        return verb === 'UPDATE' && has('away')
      case 'meta':
        return has('away')
      case 'matrices':
      case 'matrix_plans':
        return has('matrix')
      case 'imports':
        return has('import')
      default:
        return false
    }
  }
}

/** What the log alone makes of every case is what the table says, and the log has no gaps. Gives what is wrong. */
export function wrongInLog(db: Database.Database): string[] {
  const wrong: string[] = []
  const byCase = new Map<string, Fact[]>()
  let seq = 0
  type Kept = { seq: number; case_id: string; at: number; by: string; op_id: string | null; event: string }
  for (const row of db
    .prepare('SELECT seq, case_id, at, by, op_id, event FROM facts ORDER BY seq')
    .all() as Kept[]) {
    seq += 1
    if (row.seq !== seq) wrong.push(`a gap before fact ${row.seq}`)
    const { case_id: caseId, at, by, op_id: opId, event } = row
    const facts = byCase.get(caseId) ?? []
    facts.push({
      seq: row.seq,
      caseId,
      ver: facts.length + 1,
      at,
      by,
      opId,
      event: JSON.parse(event)
    } as unknown as Fact)
    byCase.set(caseId, facts)
    seq = row.seq
  }
  const kept = db.prepare('SELECT case_id, body FROM cases').all() as { case_id: string; body: string }[]
  if (kept.length !== byCase.size) wrong.push(`${kept.length} cases, and facts of ${byCase.size}`)
  for (const { case_id, body } of kept) {
    const made = fold(CaseId.parse(case_id), byCase.get(case_id) ?? [])
    if (canonical(made) !== canonical(JSON.parse(body))) wrong.push(`${case_id} is not what its facts make`)
  }
  return wrong
}
