import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { findMeta } from '../../../src/engine/store/meta.ts'
import { fold } from '../../../src/shared/case/apply.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import type { CaseEvent, Fact } from '../../../src/shared/case/event.ts'
import { caseScopes, maySee } from '../../../src/shared/case/rights.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import { CaseId } from '../../../src/shared/lib/ids.ts'
import type { OpResult } from '../../../src/shared/protocol/sync.ts'
import type { Reader } from '../../../src/sqlite/db.ts'
import type { Console } from './console.ts'

/** What the account of saved ops says against the server's log, once everything has come to rest. */
export type Verdict = {
  readonly ops: number
  /** Saved, and without an outcome at the server, or with one its author's engine does not know. */
  readonly lost: number
  /** Happened more than once, or answered in two ways; or something was carried out twice. */
  readonly doubled: number
  /** Still waiting somewhere, or not the same everywhere. */
  readonly stuck: number
  /** What is wrong, in words, the first of it. */
  readonly wrong: readonly string[]
}

/** A file somebody else may have open. */
export function openReader(file: string): Reader & { close(): void } {
  const db = new Database(file, { readonly: true })
  db.pragma('busy_timeout = 5000')
  return { prepare: (sql) => db.prepare<unknown[]>(sql), close: () => db.close() }
}

/** The file of the person's queue. */
export function queueFile({ data }: Pick<Console, 'data'>): string {
  const folder = path.join(data, 'queues')
  const [name] = readdirSync(folder).filter((one) => one.endsWith('.db'))
  return path.join(folder, String(name))
}

/** How many ops of a console wait: for an answer, or for the fact they became. */
export function countWaiting(one: Pick<Console, 'data'>): number {
  const db = openReader(queueFile(one))
  const { n } = db.prepare('SELECT count(*) AS n FROM outbox').get() as { n: number }
  db.close()
  return n
}

type Row = {
  seq: number
  case_id: string
  ver: number
  at: number
  by: string
  op_id: string | null
  event: string
}

/** Looks at everything: each saved op, the log, every console, what was carried out. */
export function judgeAll(
  servers: readonly Reader[],
  consoles: readonly Console[],
  asked: ReadonlyMap<string, readonly string[]>
): Verdict {
  const wrong: string[] = []
  const sums = { lost: 0, doubled: 0, stuck: 0 }
  const say = (what: keyof typeof sums, text: string): void => {
    sums[what] += 1
    wrong.push(`${what}: ${text}`)
  }
  const [server, ...others] = servers
  if (!server) throw new Error('no server to look at')
  const log = logOf(server)
  for (const other of others)
    if (canonical(logOf(other)) !== canonical(log)) say('stuck', 'the nodes know different logs')
  checkLog(server, log, (text) => say('lost', text))
  const texts = log.map(({ event }) => JSON.stringify(event))
  for (const one of consoles) {
    const db = openReader(queueFile(one))
    for (const saved of one.saved) checkOp(server, db, saved, texts, one.name, say)
    checkConsole(db, log, (text) => say('stuck', `${one.name}: ${text}`))
    db.close()
  }
  checkEffects(server, log, asked, say)
  return { ops: consoles.reduce((sum, { saved }) => sum + saved.length, 0), ...sums, wrong }
}

/** How what is wrong is said. */
export type Say = (what: 'lost' | 'doubled' | 'stuck', text: string) => void

function checkOp(
  server: Reader,
  own: Reader,
  { opId, mark, type }: Console['saved'][number],
  texts: readonly string[],
  name: string,
  say: Say
): void {
  const what = `${name}'s ${type} ${opId}`
  const results = server
    .prepare('SELECT DISTINCT outcome, seq, refusal FROM op_results WHERE op_id = ?')
    .all(opId) as { outcome: string; seq: number; refusal: string | null }[]
  const kept = own.prepare('SELECT result FROM archive WHERE op_id = ?').get(opId) as
    | { result: string }
    | undefined
  const waits = own.prepare('SELECT state FROM outbox WHERE op_id = ?').get(opId) as
    | { state: string }
    | undefined
  const [result] = results
  if (!result)
    return say(
      waits ? 'stuck' : 'lost',
      `${what} has no outcome at the server (${waits?.state ?? 'gone'} here)`
    )
  if (results.length > 1) say('doubled', `${what} has ${results.length} outcomes`)
  const heard = kept && (JSON.parse(kept.result) as OpResult)
  if (!heard)
    return say(
      waits ? 'stuck' : 'lost',
      `${what} is answered (${result.outcome}), and its author does not know`
    )
  if (heard.outcome !== result.outcome || heard.seq !== result.seq)
    say(
      'doubled',
      `${what}: ${result.outcome} ${result.seq} at the server, ${heard.outcome} ${heard.seq} here`
    )
  const facts = server.prepare('SELECT seq FROM facts WHERE op_id = ?').all(opId) as { seq: number }[]
  const wanted = result.outcome === 'applied' || result.outcome === 'transformed' ? 1 : 0
  if (facts.length !== wanted || (facts[0]?.seq ?? 0) !== result.seq)
    say(facts.length > wanted ? 'doubled' : 'lost', `${what}: ${result.outcome}, and ${facts.length} facts`)
  const times = texts.filter((text) => text.includes(`"${mark}"`)).length
  // A request that is amended repeats what was written in it.
  if (times > 1 && /^case\.(note|reply|open)$/.test(type))
    say('doubled', `the words of ${what} stand in ${times} facts`)
}

/** Numbers without gaps, and cases that are what their facts make. */
function checkLog(server: Reader, log: readonly Fact[], say: (text: string) => void): void {
  const byCase = new Map<string, Fact[]>()
  log.forEach((fact, index) => {
    const facts = byCase.get(fact.caseId) ?? []
    if (fact.seq !== index + 1) say(`a gap before fact ${fact.seq}`)
    if (fact.ver !== facts.length + 1) say(`a gap in the versions of ${fact.caseId}`)
    byCase.set(fact.caseId, [...facts, fact])
  })
  for (const { case_id, body } of server.prepare('SELECT case_id, body FROM cases').all() as {
    case_id: string
    body: string
  }[])
    if (canonical(fold(CaseId.parse(case_id), byCase.get(case_id) ?? [])) !== canonical(JSON.parse(body)))
      say(`${case_id} is not what its facts make`)
}

/** A console shows what the server shows to somebody with its sight: nothing more, nothing less. */
function checkConsole(db: Reader, log: readonly Fact[], say: (text: string) => void): void {
  const scopes = findMeta(db, 'scopes') ?? []
  const byCase = new Map<string, Fact[]>()
  for (const fact of log) byCase.set(fact.caseId, [...(byCase.get(fact.caseId) ?? []), fact])
  const rows = db.prepare('SELECT id, confirmed, body FROM cases').all() as {
    id: string
    confirmed: string | null
    body: string
  }[]
  const here = new Map(rows.map((row) => [row.id, row]))
  for (const [id, facts] of byCase) {
    const kase = fold(CaseId.parse(id), facts) as Case
    const row = here.get(id)
    const isSeen = maySee(scopes, caseScopes(kase))
    if (isSeen !== (row !== undefined)) say(isSeen ? `lacks ${id}` : `still has ${id}, which is out of sight`)
    if (!row || !isSeen) continue
    if (canonical(JSON.parse(row.body)) !== canonical(kase)) say(`shows another ${id} than the server`)
    const kept = db.prepare('SELECT body FROM facts WHERE case_id = ? ORDER BY ver').all(id) as {
      body: string
    }[]
    if (canonical(kept.map(({ body }) => JSON.parse(body))) !== canonical(facts))
      say(`has other facts of ${id}`)
    here.delete(id)
  }
  for (const id of here.keys()) if (!byCase.has(id)) say(`has ${id}, of which the server knows nothing`)
}

/** What was to be done outside was asked for, always in the same words, and is noted as done once. */
export function checkEffects(
  server: Reader,
  log: readonly Fact[],
  asked: ReadonlyMap<string, readonly string[]>,
  say: Say
): void {
  const effects = server.prepare('SELECT key, kind, state FROM effects').all() as {
    key: string
    kind: string
    state: string
  }[]
  const keys = new Set(effects.map(({ key }) => key))
  for (const { key, state } of effects) {
    if (state !== 'sent') say('stuck', `effect ${key} is ${state}`)
    else if (!asked.has(key)) say('lost', `effect ${key} is noted as sent, and nobody was asked`)
  }
  for (const [key, bodies] of asked) {
    if (!keys.has(key)) say('doubled', `asked for ${key}, which is no effect`)
    if (new Set(bodies).size > 1) say('doubled', `asked for ${key} in different words`)
  }
  const mails = log.filter(
    ({ event }) =>
      event.type === 'case.replied' || (event.type === 'case.escalated' && event.message !== undefined)
  )
  const mailed = effects.filter(({ kind }) => kind === 'mail').length
  if (mails.length !== mailed)
    say(mails.length > mailed ? 'lost' : 'doubled', `${mails.length} letters, ${mailed} effects`)
  const receipts = log.filter(({ event }) => event.type === 'grant.carriedOut')
  const granted = effects.filter(({ kind }) => kind !== 'mail').length
  if (receipts.length !== granted)
    say(receipts.length > granted ? 'doubled' : 'stuck', `${granted} grants, ${receipts.length} receipts`)
}

function logOf(db: Reader): Fact[] {
  const rows = db
    .prepare('SELECT seq, case_id, ver, at, by, op_id, event FROM facts ORDER BY seq')
    .all() as Row[]
  return rows.map(
    ({ seq, case_id: caseId, ver, at, by, op_id: opId, event }) =>
      ({ seq, caseId, ver, at, by, opId, event: JSON.parse(event) as CaseEvent }) as unknown as Fact
  )
}
