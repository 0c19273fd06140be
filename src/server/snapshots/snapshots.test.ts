import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { escalate, HOUR, matrix, NINE, queue } from '../../../test/support/cases.ts'
import { online, server } from '../../../test/support/server.ts'
import { tempFolder, testSnapshots } from '../../../test/support/snapshots.ts'
import type { Manifest } from '../../shared/protocol/sync.ts'
import { listScopeSums } from '../log/scope-sums.ts'
import { doCutJob } from './cut-job.ts'
import { type CutJob, makeSnapshots, type SnapshotsGiven } from './snapshots.ts'

const BOTH = ['zstd', 'gzip'] as const

/** Jobs that end when the test says so. */
function slow(over: Partial<SnapshotsGiven> = {}) {
  const jobs: { job: CutJob; done(): Promise<void>; fail(): Promise<void> }[] = []
  const reports: string[] = []
  const clock = { now: NINE }
  const folder = tempFolder()
  let db: Parameters<typeof doCutJob>[0]
  const snapshots = makeSnapshots({
    folder,
    cut: (job) =>
      new Promise<void>((resolve, reject) => {
        const next = () => new Promise<void>((go) => setImmediate(go))
        jobs.push({
          job,
          done: () => {
            doCutJob(db, job)
            resolve()
            return next()
          },
          fail: () => {
            reject(new Error('no space'))
            return next()
          }
        })
      }),
    now: () => clock.now,
    report: (event) => void reports.push(event),
    partBytes: 16_384,
    ...over
  })
  return {
    snapshots,
    jobs,
    reports,
    clock,
    folder,
    of: (given: typeof db) => {
      db = given
    }
  }
}
const cutting = (scope: string, asOf = 1) => ({ scope, asOf, riskShare: matrix().riskShare })

test('[SY26] a file holds what its scope saw at its place, whatever happened since', async () => {
  const host = await server()
  const [stays, leaves] = [await host.open(), await host.open()]
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: leaves })
  const asOf = ana.welcome.seq + 1
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: leaves })
  await ana.act({ type: 'case.note', caseId: stays, body: 'later' })
  await host.open()
  const billing = host.snapshots.find(cutting('L1/billing', asOf), BOTH)
  const hers = host.snapshots.find(cutting('user:ana', asOf), BOTH)
  const above = host.snapshots.find(cutting('L2/billing', asOf), BOTH)
  const about = [billing, hers, above].map((one) => one.state === 'ready' && one.manifest)
  expect(about).toMatchObject([{ cases: 2 }, { cases: 1 }, { cases: 0 }])
  // And where nothing has happened since, the sum is the one that is kept.
  const now = host.snapshots.find(cutting('L1/billing', 6), BOTH)
  expect(now).toMatchObject({
    manifest: { cases: 2, sum: listScopeSums(host.db, ['L1/billing'])['L1/billing'] }
  })
})

test('[SY26] a file is made once for all who ask, one at a time, and the others wait their turn', async () => {
  const host = await server()
  await host.open()
  const { snapshots, jobs, of } = slow()
  of(host.db)
  const first = snapshots.find(cutting('L1/billing'), BOTH)
  expect(first).toEqual({ state: 'wait', retryAfterMs: expect.any(Number) })
  snapshots.find(cutting('L1/billing'), BOTH)
  snapshots.find(cutting('user:ana'), BOTH)
  expect(jobs.map(({ job }) => job.scope)).toEqual(['L1/billing'])
  await jobs[0]?.done()
  expect(jobs.map(({ job }) => job.scope)).toEqual(['L1/billing', 'user:ana'])
  expect(snapshots.find(cutting('L1/billing'), BOTH)).toMatchObject({
    state: 'ready',
    manifest: { cases: 1 }
  })
})

test('[SY31] too many files asked for are not even noted, and one that could not be made is left for a while', async () => {
  const host = await server()
  const { snapshots, jobs, of, clock, reports } = slow()
  of(host.db)
  for (let n = 0; n < 100; n += 1) snapshots.find(cutting(`user:${n}`), BOTH)
  for (let n = 0; n < 100; n += 1) await jobs[n]?.done()
  expect(jobs).toHaveLength(64)
  snapshots.find(cutting('user:late'), BOTH)
  await jobs[64]?.fail()
  expect(reports.at(-1)).toBe('snapshot.failed')
  snapshots.find(cutting('user:late'), BOTH)
  expect(jobs).toHaveLength(65)
  clock.now += 5_000
  snapshots.find(cutting('user:late'), BOTH)
  await jobs[65]?.done()
  expect(snapshots.find(cutting('user:late'), BOTH)).toMatchObject({ state: 'ready' })
})

test('[SY31] a file that is not there although it was made, or has no place to be made in, harms nobody: it is tried again', async () => {
  const reports: string[] = []
  const clock = { now: NINE }
  const base = tempFolder()
  mkdirSync(base, { recursive: true })
  const folder = path.join(base, 'snapshots')
  const snapshots = makeSnapshots({
    folder,
    cut: async () => undefined,
    now: () => clock.now,
    report: (event) => void reports.push(event)
  })
  const wait = { state: 'wait', retryAfterMs: expect.any(Number) }
  const ask = async (scope: string) => {
    const found = snapshots.find(cutting(scope), BOTH)
    await new Promise<void>((go) => setImmediate(go))
    return found
  }
  expect(await ask('L1/billing')).toEqual(wait)
  writeFileSync(`${folder}-is-away`, '')
  renameSync(folder, `${folder}-was`)
  renameSync(`${folder}-is-away`, folder)
  expect(await ask('L1/tech')).toEqual(wait)
  expect(reports).toEqual(['snapshot.failed', 'snapshot.failed'])
  clock.now += 3_000
  for (const scope of ['L1/billing', 'L1/tech']) expect(await ask(scope)).toEqual(wait)
  expect(reports).toHaveLength(4)
})

test('[SY26] everybody fetches as of one place, until so much has happened or so much time gone by', () => {
  const { snapshots, clock } = slow()
  expect(snapshots.placeFor(100, 0)).toBe(100)
  expect(snapshots.placeFor(2_099, 100)).toBe(100)
  expect(snapshots.placeFor(2_099, 101)).toBe(2_099)
  expect(snapshots.placeFor(4_099, 0)).toBe(4_099)
  clock.now += HOUR / 6
  expect(snapshots.placeFor(4_100, 0)).toBe(4_100)
  // A log that was set back knows nothing of places it has not reached.
  expect(snapshots.placeFor(50, 0)).toBe(50)
})

test('[SY26] files of places nobody is sent to any more are thrown away, and all of an earlier run', async () => {
  const host = await server()
  await host.open()
  const { snapshots, jobs, of, folder } = slow()
  of(host.db)
  snapshots.placeFor(1, 1)
  snapshots.find(cutting('L1/billing', 1), BOTH)
  await jobs[0]?.done()
  const { manifest } = snapshots.find(cutting('L1/billing', 1), BOTH) as { manifest: Manifest }
  for (const place of [2, 3]) snapshots.placeFor(place, place)
  expect(snapshots.read(manifest, 0)).toHaveLength(manifest.parts[0]?.bytes ?? 0)
  snapshots.placeFor(4, 4)
  expect([snapshots.read(manifest, 0), readdirSync(folder)]).toEqual([undefined, []])
  writeFileSync(path.join(folder, 'left over'), 'x')
  makeSnapshots({ folder, cut: () => undefined, now: () => 0, report: () => undefined })
  expect(existsSync(path.join(folder, 'left over'))).toBe(false)
})

test('[SY26] a console that reads gzip alone gets that', async () => {
  const host = await server()
  await host.open()
  const one = host.snapshots.find(cutting('L1/billing'), ['gzip'])
  const other = host.snapshots.find(cutting('L1/billing'), BOTH)
  expect([one, other]).toMatchObject([{ manifest: { packing: 'gzip' } }, { manifest: { packing: 'zstd' } }])
})

test('[SV28] [SY13] everything is fetched queue by queue, also what was in a queue that is empty by now', async () => {
  const host = await server()
  const id = await host.open({ queue: queue('L1/tech') })
  const max = host.console('max')
  const { fetch } = await max.hello()
  expect(fetch).toEqual({ asOf: 1, scopes: ['L1/tech'] })
  const ana = await online(host, 'max')
  await ana.act({ type: 'case.transfer', caseId: id, to: queue('L1/billing'), note: '' })
  const again = host.console('max')
  expect((await again.hello()).fetch).toEqual({ asOf: 1, scopes: ['L1/billing', 'L1/tech'] })
  expect((await again.fetch()).cases).toMatchObject([{ caseId: id, facts: { length: 1 } }])
  const nothing = (await server()).console('max')
  expect((await nothing.hello()).fetch).toEqual({ asOf: 0, scopes: ['*'] })
  expect((await nothing.fetch()).cases).toEqual([])
})

test('[SY27] a place somebody else chose is taken on while it is near, one at a time, and its files are kept', async () => {
  const host = await server()
  await host.open()
  const { snapshots, clock, jobs, of } = slow()
  of(host.db)
  snapshots.placeFor(3_000, 0)
  expect(snapshots.takesOn(3_000, 3_100)).toBe(true)
  expect([1_000, 3_001].map((place) => snapshots.takesOn(place, 3_000))).toEqual([false, false])
  expect([2_000, 2_001, 2_000].map((place) => snapshots.takesOn(place, 3_000))).toEqual([true, false, true])
  snapshots.find(cutting('L1/billing', 2_000), BOTH)
  await jobs[0]?.done()
  const { manifest } = snapshots.find(cutting('L1/billing', 2_000), BOTH) as { manifest: Manifest }
  for (const place of [3_001, 3_002, 3_003]) snapshots.placeFor(place, place)
  expect(snapshots.read(manifest, 0)).toHaveLength(manifest.parts[0]?.bytes ?? 0)
  clock.now += HOUR / 6
  expect(snapshots.takesOn(2_001, 3_003)).toBe(true)
  expect(snapshots.read(manifest, 0)).toBeUndefined()
})

test('[SY27] a server started anew makes the same file again, whatever has happened to its cases since', async () => {
  const host = await server()
  const [first, second] = [await host.open(), await host.open()]
  const ana = await online(host, 'ana')
  await ana.act({ type: 'case.claim', caseId: first })
  await ana.act({ type: 'case.reply', caseId: first, body: 'We look into it.' })
  const asOf = 4
  const before = host.snapshots.find(cutting('L1/billing', asOf), BOTH)
  await ana.act({ ...escalate('l1-billing', 'L2/billing'), caseId: first })
  await ana.act({ type: 'case.note', caseId: second, body: 'later' })
  const anew = testSnapshots(host.db, () => NINE)
  expect(before).toMatchObject({ state: 'ready', manifest: { cases: 2 } })
  expect(anew.find(cutting('L1/billing', asOf), BOTH)).toEqual(before)
})
