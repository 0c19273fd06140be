// `node bench/homes.ts`: what a durable op costs on the homes, side by side: a file; a database with one node, and with two.
// Ends with one line of JSON. The figures are this machine's; what counts is how they stand to each other.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import { type Core, createCore, nameStore } from '../src/server/core.ts'
import type { Home } from '../src/server/home/home.ts'
import { openPgHome } from '../src/server/home/open-shared-home.ts'
import { sqliteHome } from '../src/server/home/sqlite-home.ts'
import { openLog } from '../src/server/open-log.ts'
import type { CaseId } from '../src/shared/lib/ids.ts'
import { OpId } from '../src/shared/lib/ids.ts'
import { must } from '../src/shared/lib/must.ts'
import { matrix, people, queue } from '../test/support/cases.ts'
import { newDatabase, startCluster } from '../test/support/postgres.ts'

const SECONDS = 5

type Measured = { readonly opsPerSecond: number; readonly medianMs: number; readonly p95Ms: number }

async function begin(home: Home): Promise<Core> {
  await nameStore(home, v7)
  const core = createCore({ home, now: () => Date.now(), newId: v7 })
  await Promise.all(people.map((person) => core.putPerson(person)))
  await core.publishMatrix(matrix(), 'bench')
  return core
}

async function openCases(core: Core, count: number): Promise<CaseId[]> {
  const customer = { id: 'c', name: 'Rosa', language: 'it', segment: 'B2C' } as const
  const made = await Promise.all(
    Array.from({ length: count }, () =>
      core.intake.open({
        subject: 's',
        body: 'b',
        customer,
        channel: 'email',
        category: 'billing',
        queue: queue('L1/billing')
      })
    )
  )
  return made.flatMap((one) => (one.ok ? [one.value.caseId] : []))
}

/** So many people at a time, each writing a note and waiting until it is durable. */
async function measure(cores: readonly Core[], cases: readonly CaseId[], atOnce: number): Promise<Measured> {
  const ana = must(people[0], 'ana')
  const times: number[] = []
  const until = performance.now() + SECONDS * 1_000
  const work = async (n: number): Promise<void> => {
    const core = must(cores[n % cores.length], 'node')
    const caseId = must(cases[n % cases.length], 'case')
    while (performance.now() < until) {
      const from = performance.now()
      const command = {
        type: 'case.note' as const,
        caseId,
        body: 'She called again about the second charge.'
      }
      await core.command(ana, { opId: OpId.parse(v7()), command })
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_none, n) => work(n)))
  times.sort((a, b) => a - b)
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return { opsPerSecond: Math.round(times.length / SECONDS), medianMs: at(0.5), p95Ms: at(0.95) }
}

const folder = mkdtempSync(path.join(tmpdir(), 'tierline-bench-homes-'))
const cluster = await startCluster({ durable: true })
const report = (): void => undefined
try {
  const results: Record<string, Measured> = {}
  const file = sqliteHome(openLog(path.join(folder, 'file')))
  const onFile = await begin(file)
  const fileCases = await openCases(onFile, 200)
  const url = await newDatabase(cluster.url(), 'bench')
  const one = await openPgHome({ url, cache: path.join(folder, 'one'), report })
  const other = await openPgHome({ url, cache: path.join(folder, 'other'), report })
  const onOne = await begin(one)
  const onOther = createCore({ home: other, now: () => Date.now(), newId: v7 })
  const cases = await openCases(onOne, 200)
  for (const atOnce of [1, 32, 256]) {
    results[`file, ${atOnce} at once`] = await measure([onFile], fileCases, atOnce)
    results[`one node, ${atOnce} at once`] = await measure([onOne], cases, atOnce)
    results[`two nodes, ${atOnce} at once`] = await measure([onOne, onOther], cases, atOnce)
  }
  console.table(results)
  const from = performance.now()
  const third = await openPgHome({ url, cache: path.join(folder, 'third'), report })
  const facts = (third.db.prepare('SELECT count(*) AS n FROM facts').get() as { n: number }).n
  const fromChangesMs = Math.round(performance.now() - from)
  await third.checkpoint()
  await third.close()
  const again = performance.now()
  const fourth = await openPgHome({ url, cache: path.join(folder, 'fourth'), report })
  const fromCheckpointMs = Math.round(performance.now() - again)
  await Promise.all([fourth.close(), one.close(), other.close(), file.close()])
  console.log(JSON.stringify({ ...results, beginning: { facts, fromChangesMs, fromCheckpointMs } }))
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
