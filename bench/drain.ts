import path from 'node:path'
import { pino } from 'pino'
import type { Desk } from '../src/engine/desk.ts'
import { listUnanswered, outboxSize } from '../src/engine/store/outbox.ts'
import { makeTokens } from '../src/server/auth/tokens.ts'
import { type RunningServer, startServer } from '../src/server/index.ts'
import type { CaseId } from '../src/shared/lib/ids.ts'
import { LIMITS } from '../src/shared/protocol/sync.ts'
import { matrix, people, queue } from '../test/support/cases.ts'
import { deskOn } from '../test/support/desks.ts'
import { openBare } from './bare.ts'
import { median } from './side-by-side.ts'

const OPS = 1_000
const CASES = 200
const ROUNDS = 3

/** `ratio`: over the same ops put into one file and taken out of another, durably and in groups of as many. */
export type Drained = { readonly ms: number; readonly bareMs: number; readonly ratio: number }

/**
 * A console that did a thousand things without a network, from the moment the network is back until the last one is answered: connecting,
 * greeting, pushing, judging, and the facts that come back. A real server and a real socket, both with disks that are waited for, in one process.
 */
export async function benchDrain(folder: string): Promise<Drained> {
  const data = path.join(folder, 'drain')
  const running = await startServer({
    data,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' })
  })
  try {
    const cases = await setUp(running)
    const tokens = makeTokens(running.home, Date.now, () => undefined)
    const token = await tokens.issue('person', 'ana')
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { took, ops } = await drainOnce(running, token, cases, path.join(folder, `drain-${round}.db`))
      ours.push(took)
      bare.push(bareOnce(path.join(folder, `drain-bare-${round}`), ops))
    }
    const [ms, bareMs] = [median(ours), median(bare)]
    return { ms, bareMs, ratio: ms / bareMs }
  } finally {
    await running.stop()
  }
}

async function setUp({ core }: RunningServer): Promise<CaseId[]> {
  await Promise.all(people.map((person) => core.putPerson(person)))
  await core.publishMatrix(matrix(), 'bench')
  const customer = { id: 'c', name: 'Rosa', language: 'it', segment: 'B2C' } as const
  const made = await Promise.all(
    Array.from({ length: CASES }, () =>
      core.intake.open({
        subject: 'Charged twice',
        body: 'I was charged twice in May.',
        customer,
        channel: 'email',
        category: 'billing',
        queue: queue('L1/billing')
      })
    )
  )
  return made.flatMap((one) => (one.ok ? [one.value.caseId] : []))
}

async function drainOnce(
  { url, db }: RunningServer,
  token: string,
  cases: readonly CaseId[],
  file: string
): Promise<{ took: number; ops: string[] }> {
  let desk: Desk | undefined
  let look = (): void => undefined
  const until = (isSo: (at: Desk) => boolean): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (desk && isSo(desk)) resolve()
      }
      look()
    })
  desk = deskOn({ file, url, token, onChange: () => look() })
  const head = (): number => (db.prepare('SELECT max(seq) AS n FROM facts').get() as { n: number }).n
  const cursor = ({ db: own }: Desk): number =>
    Number((own.prepare("SELECT value FROM meta WHERE key = 'cursor'").get() as { value: string }).value)
  desk.sync.start()
  await until((at) => at.sync.status().state === 'online' && cursor(at) === head())
  desk.sync.stop()
  for (let n = 0; n < OPS; n += 1) {
    const caseId = cases[n % cases.length]
    const acted = desk.act({
      type: 'case.note',
      caseId,
      body: `She called again about this. ${'x'.repeat(300)}`
    })
    if (!acted.ok) throw new Error(acted.error.type)
  }
  const ops = listUnanswered(desk.db, OPS).map((op) => JSON.stringify(op))
  const before = head()
  const start = performance.now()
  desk.sync.start()
  await until((at) => outboxSize(at.db).ops === 0)
  const took = performance.now() - start
  if (ops.length !== OPS || head() - before !== OPS) throw new Error('not everything was done')
  desk.close()
  return { took, ops }
}

/** The floor: every op durable on the other side and gone from this one, in groups of as many as a push holds. */
function bareOnce(name: string, ops: readonly string[]): number {
  const table = 'CREATE TABLE ops (no INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT'
  const [console, server] = [openBare(`${name}-console.db`, table), openBare(`${name}-server.db`, table)]
  const put = 'INSERT INTO ops VALUES (?, ?)'
  const putHere = console.prepare(put)
  const putThere = server.prepare(put)
  const drop = console.prepare('DELETE FROM ops WHERE no = ?')
  console.transaction(() => ops.forEach((body, no) => void putHere.run(no, body)))()
  const start = performance.now()
  for (let from = 0; from < ops.length; from += LIMITS.ops) {
    const group = ops.slice(from, from + LIMITS.ops)
    server.transaction(() => group.forEach((body, n) => void putThere.run(from + n, body))).immediate()
    console.transaction(() => group.forEach((_body, n) => void drop.run(from + n))).immediate()
  }
  const took = performance.now() - start
  console.close()
  server.close()
  return took
}
