// The process a run is aimed at: the real server on a real socket and a real file, with a clock that is told what time it is, and
// with triggers that write down every row anybody changes. Started by child.ts.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { makeTokens } from '../../../src/server/auth/tokens.ts'
import { startServer } from '../../../src/server/index.ts'
import { markDemo } from '../../../src/server/log/meta.ts'
import { must } from '../../../src/shared/lib/must.ts'
import { matrix, NINE, opened, people, queue } from '../../support/cases.ts'
import { auditOf } from './account.ts'

/** What the run asks of the server's process, each answered under its number. */
export type Asked = { readonly id: number } & (
  | { readonly what: 'advance'; readonly ms: number }
  | { readonly what: 'settle' }
  | { readonly what: 'heap' }
  | { readonly what: 'stop' }
)

/** What it says: that it is ready, an answer, or a line of its log. */
export type Said =
  | { readonly ready: Ready }
  | { readonly id: number; readonly value: unknown }
  | { readonly logged: Readonly<Record<string, unknown>> }

/** Where it listens, where its file is, and keys to its door by what they are. */
export type Ready = {
  readonly url: string
  readonly file: string
  /** By person. */
  readonly tokens: Readonly<Record<string, string>>
  readonly integration: string
  readonly expired: string
}

const FIRST_CASES = 30
const QUEUES = ['L1/billing', 'L1/billing', 'L1/tech', 'L2/billing', 'L2/tech', 'L3/core']

if (process.send) await serve((said: Said) => process.send?.(said))

async function serve(say: (said: Said) => void): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'tierline-fuzz-'))
  const clock = { now: NINE }
  const now = (): number => clock.now
  const logger = pino({ level: 'info' }, { write: (text: string) => say({ logged: JSON.parse(text) }) })
  const server = await startServer({ data, host: '127.0.0.1', port: 0, logger, now })
  const { core, home } = server
  await home.write((tx) => markDemo(tx))
  for (const person of people) await core.putPerson(person)
  const published = await core.publishMatrix(matrix(), 'ada')
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  for (let n = 0; n < FIRST_CASES; n += 1) {
    const { subject, body, customer, channel, category } = opened()
    const made = await core.intake.open({
      subject,
      body,
      customer,
      channel,
      category,
      queue: queue(must(QUEUES[n % QUEUES.length], 'queue'))
    })
    if (!made.ok) throw new Error(made.error.message)
  }
  const tokens = makeTokens(home, now, () => undefined)
  const theirs = await Promise.all(
    people.map(async ({ id }) => [id, await tokens.issue('person', id)] as const)
  )
  const expired = await tokens.issue('person', 'ana')
  const integration = await tokens.issue('integration', 'gateway')
  const file = path.join(data, 'server.db')
  const auditing = new Database(file)
  auditing.exec(auditOf(auditing))
  auditing
    .prepare(
      'UPDATE tokens SET expires_at = 1 WHERE hash = (SELECT hash FROM tokens WHERE holder = ? ORDER BY rowid DESC LIMIT 1)'
    )
    .run('ana')
  auditing.close()
  process.on('message', (asked: Asked) => void answer(asked).then((value) => say({ id: asked.id, value })))
  process.on('disconnect', () => process.exit(0))
  say({ ready: { url: server.url, file, tokens: Object.fromEntries(theirs), integration, expired } })

  async function answer(asked: Asked): Promise<unknown> {
    switch (asked.what) {
      case 'advance':
        clock.now += asked.ms
        return clock.now
      case 'settle':
        // Whatever was asked before this has been done.
        return home.write(() => null)
      case 'heap':
        return heapInUse()
      case 'stop':
        setTimeout(() => process.exit(0), 2_000).unref()
        return server.stop()
    }
  }
}

/** Bytes that are still held on to after everything that can go has gone. */
async function heapInUse(): Promise<number> {
  const { gc } = globalThis
  if (!gc) throw new Error('this process needs --expose-gc')
  for (let n = 0; n < 4; n += 1) {
    gc()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
