import path from 'node:path'
import { createCore } from '../src/server/core.ts'
import { MIGRATIONS } from '../src/server/log/migrations/all.ts'
import type { Command } from '../src/shared/case/command.ts'
import { CaseId } from '../src/shared/lib/ids.ts'
import { openDb } from '../src/sqlite/db.ts'
import { MINUTE, matrix, NINE, people } from '../test/support/cases.ts'
import { pusher } from './consoles.ts'
import { SCOPE } from './fetched.ts'
import { fillLog, openLogAt } from './server-log.ts'
import { median } from './side-by-side.ts'

const CONSOLES = 128
const ROUNDS = 30
const FACTS = 12_000
const FACTS_EACH = 6

/** `ratio`: of what bare inserts reach. */
export type ServerOps = {
  readonly ratio: number
  readonly opsPerSecond: number
  readonly barePerSecond: number
}

/**
 * So many consoles with one op each, judged and kept in one transaction, again and again; against the rows this comes to, ready
 * made, put into the same tables of another file in transactions of as many. Nobody is told of it meanwhile.
 */
export async function benchServerOps(folder: string): Promise<ServerOps> {
  const { home } = await openLogAt(folder, 'ops-server.db')
  await fillLog(home, FACTS / FACTS_EACH, FACTS_EACH, 5)
  let at = NINE
  const core = createCore({ home, now: () => at, newId: () => 'id' })
  for (const person of people) await core.putPerson(person)
  await core.publishMatrix(matrix(), 'bench')
  const consoles = []
  for (let n = 0; n < CONSOLES; n += 1) {
    at += MINUTE
    consoles.push(await pusher(core, n % 2 ? 'ana' : 'ben', `device-${n}`))
  }
  const caseOf = (n: number): CaseId => CaseId.parse(`case-${String(n + 1).padStart(7, '0')}`)
  const bodies = Array.from({ length: CONSOLES }, (_none, n) => {
    const row = home.db.prepare('SELECT body FROM cases WHERE case_id = ?').get(caseOf(n))
    return (row as { body: string }).body
  })
  const bare = bareRounds(path.join(folder, 'ops-bare.db'), bodies)
  const ours: number[] = []
  const bares: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const messages = consoles.map((one, n) => one.next([noteOn(caseOf(n), round)]))
    const start = performance.now()
    await Promise.all(consoles.map((one, n) => one.push(messages[n])))
    ours.push(performance.now() - start)
    bares.push(bare.round(round))
  }
  bare.close()
  await home.close()
  const perSecond = (times: readonly number[]): number => Math.round((CONSOLES / median(times)) * 1_000)
  const [opsPerSecond, barePerSecond] = [perSecond(ours), perSecond(bares)]
  return { ratio: opsPerSecond / barePerSecond, opsPerSecond, barePerSecond }
}

const TEXT = 'She called again about the second charge, and wants to know when it comes back. '.repeat(3)

function noteOn(caseId: CaseId, round: number): Command {
  return { type: 'case.note', caseId, body: `${round} ${TEXT}` }
}

/** The rows of a note: the fact, who sees it, the case as it is then with its sums, the answer, and how far the device is. */
const ROWS = [
  'INSERT INTO facts (seq, case_id, ver, at, by, op_id, queue, event) VALUES (:seq, :caseId, :ver, 1, :person, :opId, :queue, :event)',
  'INSERT INTO change_scope VALUES (:queue, :seq, 3)',
  'INSERT INTO change_scope VALUES (:owner, :seq, 3)',
  `INSERT INTO cases (case_id, ver, seq, queue, status, body) VALUES (:caseId, :ver, :seq, :queue, 'open', :body)
   ON CONFLICT (case_id) DO UPDATE SET ver = excluded.ver, seq = excluded.seq, queue = excluded.queue, status = excluded.status, body = excluded.body`,
  'UPDATE scope_sums SET sum = :seq WHERE scope = :queue',
  'UPDATE scope_sums SET sum = :seq WHERE scope = :owner',
  "UPDATE scope_sums SET sum = :seq WHERE scope = '*'",
  `INSERT INTO op_results (device_id, op_no, op_id, person_id, outcome, seq, asked) VALUES (:device, :ver, :opId, :person, 'applied', :seq, :asked)`,
  'UPDATE devices SET head_op_no = :ver, head_op_id = :opId, head_hash = :asked WHERE device_id = :device'
]
const PRINT = 'a'.repeat(64)

function bareRounds(file: string, bodies: readonly string[]): { round(n: number): number; close(): void } {
  const db = openDb(file, MIGRATIONS)
  db.write((tx) => {
    const putDevice = tx.prepare(
      "INSERT INTO devices (device_id, person_id, head_op_no, head_hash) VALUES (?, 'ana', 0, '')"
    )
    bodies.forEach((_body, n) => void putDevice.run(`device-${n}`))
    for (const scope of ['*', SCOPE, 'user:ana'])
      tx.prepare('INSERT INTO scope_sums VALUES (?, 0)').run(scope)
  })
  let seq = 0
  return {
    round(n) {
      const event = JSON.stringify({ type: 'case.noted', body: `${n} ${TEXT}`, late: false })
      const rows = bodies.map((body, at) => ({
        seq: seq + at + 1,
        caseId: `case-${at}`,
        ver: n + 1,
        person: 'ana',
        opId: `op-bare-${seq + at + 1}`,
        queue: SCOPE,
        owner: 'user:ana',
        event,
        body,
        device: `device-${at}`,
        asked: PRINT
      }))
      seq += rows.length
      const start = performance.now()
      db.write((tx) => {
        const statements = ROWS.map((sql) => tx.prepare(sql))
        for (const row of rows) for (const statement of statements) statement.run(row)
      })
      return performance.now() - start
    },
    close: () => db.close()
  }
}
