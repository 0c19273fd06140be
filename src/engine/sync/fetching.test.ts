import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ana, queue as queueOf } from '../../../test/support/cases.ts'
import type { Asked } from '../../../test/support/hand-wire.ts'
import { rowCounts } from '../../../test/support/queue.ts'
import { settled } from '../../../test/support/scheduler.ts'
import { type SnapshotFile, snapshotFile } from '../../../test/support/snapshot-file.ts'
import { tempFolder, testStaging } from '../../../test/support/snapshots.ts'
import { setup } from '../../../test/support/sync-desk.ts'
import { personScopes } from '../../shared/case/rights.ts'
import { hashOf } from '../../shared/lib/hash.ts'
import { must } from '../../shared/lib/must.ts'
import { SNAPSHOT_SCHEMA } from '../../shared/protocol/snapshot/layout.ts'
import type { Manifest, Part } from '../../shared/protocol/sync.ts'
import { findMeta, getNumber } from '../store/meta.ts'

/** A console that is told to fetch L1/billing with some cases and user:ana with none. */
function fetching() {
  const folder = tempFolder()
  const made = setup({}, { staging: testStaging(folder) })
  const { log, wire } = made
  for (const one of ['c2', 'c3']) log.open(one)
  const asOf = log.seq
  const cases = ['c1', 'c2', 'c3'].map((one) => ({ kase: log.kase(one), facts: log.facts(one) }))
  const files: Record<string, SnapshotFile> = {
    'L1/billing': snapshotFile(cases, { scope: 'L1/billing', asOf }),
    'user:ana': snapshotFile([], { scope: 'user:ana', asOf })
  }
  const fetch = { asOf, scopes: ['L1/billing', 'user:ana'] }
  const file = (scope: string): SnapshotFile => files[scope] as SnapshotFile
  const greet = () => wire.greet({ seq: asOf, storeId: 'store-2', kept: [], fetch, sums: {} })
  const partOf = ({ payload }: Asked): Part => payload as Part
  const dataOf = (asked: Asked) => must(file(partOf(asked).scope).parts[partOf(asked).part], 'part')
  /** Answers what is asked, as a server would, until something else is asked. */
  const serve = async (most = 1_000): Promise<number> => {
    let parts = 0
    for (let one = wire.asked[0]; one && parts < most; one = wire.asked[0]) {
      if (one.name === 'sync:snap')
        await one.answer({ ok: true, manifest: file((one.payload as { scope: string }).scope).manifest })
      else if (one.name === 'sync:part') {
        await one.answer({ ok: true, data: dataOf(one) })
        parts += 1
      } else return parts
    }
    return parts
  }
  const manifests = async (): Promise<void> => {
    for (let one = wire.asked[0]; one?.name === 'sync:snap'; one = wire.asked[0])
      await one.answer({ ok: true, manifest: file((one.payload as { scope: string }).scope).manifest })
  }
  return { ...made, folder, asOf, file, files, fetch, greet, manifests, serve, dataOf }
}
const ids = ({ db }: ReturnType<typeof setup>['queue']) =>
  (db.prepare('SELECT id FROM cases ORDER BY id').all() as { id: string }[]).map((row) => row.id)

test('[EN17] [SY26] files are fetched part by part, several at a time, and then the cursor stands at their place', async () => {
  const { queue, wire, greet, serve, asOf, file } = fetching()
  const hello = await greet()
  expect(hello).toMatchObject({ cursor: 1, fetching: null, scopes: ['L1/billing', 'user:ana'] })
  expect(wire.sync.progress()).toEqual({ done: 0, total: 0 })
  await wire.next('sync:snap').answer({ ok: true, manifest: file('L1/billing').manifest })
  await wire.next('sync:snap').answer({ ok: true, manifest: file('user:ana').manifest })
  expect(wire.asked.map((one) => one.name)).toEqual(Array(4).fill('sync:part'))
  expect(getNumber(queue.db, 'cursor')).toBe(0)
  await serve(5)
  expect(wire.sync.progress()).toMatchObject({ total: 3 })
  await serve()
  expect(wire.next('sync:pull').payload).toMatchObject({ cursor: asOf })
  expect(ids(queue)).toEqual(['c1', 'c2', 'c3'])
  expect([findMeta(queue.db, 'scopes'), findMeta(queue.db, 'fetch')]).toEqual([personScopes(ana), null])
  expect(wire.sync.progress()).toBeNull()
})

test('[SY27] a cut leaves what has come, and only the rest is fetched, also by another process', async () => {
  const { wire, greet, serve, file, queue, folder } = fetching()
  await greet()
  const before = await serve(6)
  wire.events().onClose('lost')
  wire.asked.length = 0
  await wire.clock.step()
  expect(await greet()).toMatchObject({ storeId: 'store-2', cursor: 0, scopes: [], fetching: { asOf: 3 } })
  const all = file('L1/billing').parts.length + file('user:ana').parts.length
  expect(before + (await serve())).toBe(all)
  expect(ids(queue)).toEqual(['c1', 'c2', 'c3'])
  // What another process finds in the folder it checks before it counts.
  const other = testStaging(folder)
  const { manifest, parts } = file('L1/billing')
  expect(other.open([manifest])).toHaveLength(parts.length)
  for (const part of [0, 2]) expect(await other.put({ manifest, part }, parts[part] as Uint8Array)).toBe(true)
  const left = testStaging(folder).open([manifest])
  expect(left.map((one) => one.part)).toEqual(
    parts.map((_one, part) => part).filter((part) => part !== 0 && part !== 2)
  )
})

test('[SY27] a part that is not what it should be is fetched again, and the call ends when it stays so', async () => {
  for (const times of [1, 3]) {
    const { wire, greet, manifests, serve, dataOf, queue } = fetching()
    await greet()
    await manifests()
    const first = wire.next('sync:part')
    const bad = Uint8Array.from(dataOf(first))
    bad[10] = (bad[10] ?? 0) ^ 1
    const again = () => wire.asked.find((one) => (one.payload as Part).part === (first.payload as Part).part)
    for (let time = 0; time < times; time += 1) await again()?.answer({ ok: true, data: bad })
    if (times === 3) expect(wire.sync.status().state).toBe('offline')
    else {
      await serve()
      expect(ids(queue)).toEqual(['c1', 'c2', 'c3'])
    }
  }
})

test('[SY31] put off, it waits on the same line as long as it was told to, and asks again', async () => {
  const { wire, greet, serve, queue } = fetching()
  await greet()
  const busy = { ok: false, why: 'BUSY', message: 'being made', retryAfterMs: 900 }
  await wire.next('sync:snap').answer(busy)
  await wire.clock.forward(899)
  expect(wire.asked).toEqual([])
  await wire.clock.forward(1)
  await serve(1)
  await wire.next('sync:part').answer(busy)
  await wire.clock.forward(900)
  await serve()
  expect([ids(queue), wire.dials.length]).toEqual([['c1', 'c2', 'c3'], 1])
})

test('[SY27] when there is another file by now, what was there of the old one is dropped and the new one fetched', async () => {
  const { wire, greet, manifests, serve, files, file, folder, queue, asOf, log } = fetching()
  await greet()
  await manifests()
  await serve(2)
  const cases = ['c1', 'c2', 'c3'].map((one) => ({ kase: log.kase(one), facts: log.facts(one) }))
  const old = file('L1/billing').manifest
  files['L1/billing'] = snapshotFile(cases, { scope: 'L1/billing', asOf, riskShare: 0.5 })
  for (const one of [...wire.asked]) await one.answer({ ok: false, why: 'CHANGED', message: 'no such part' })
  await manifests()
  expect(readdirSync(folder).filter((name) => name.includes(old.etag))).toEqual([])
  await serve()
  expect(ids(queue)).toEqual(['c1', 'c2', 'c3'])
})

test('[SY33] a file of a newer layout is not taken, and the person is told to update', async () => {
  for (const [schema, name] of [
    [SNAPSHOT_SCHEMA + 1, 'UpdateNeeded'],
    [SNAPSHOT_SCHEMA - 1, 'ServerRefused']
  ] as const) {
    const { wire, greet, file, queue } = fetching()
    await greet()
    await wire.next('sync:snap').answer({ ok: true, manifest: bent(file('L1/billing').manifest, { schema }) })
    expect(wire.sync.status()).toMatchObject({
      state: 'refused',
      problem: { name, message: expect.stringMatching(/needs an update/) }
    })
    expect(rowCounts(queue.db, 'cases')).toEqual({ cases: 1 })
  }
})

test('[SY27] what is not the file that was asked for, or does not add up, is not begun', async () => {
  const wrong: Partial<Manifest>[] = [{ scope: 'L2/billing' }, { asOf: 2 }, { etag: 'a'.repeat(64) }]
  for (const over of wrong) {
    const { wire, greet, file } = fetching()
    await greet()
    const { manifest } = file('L1/billing')
    await wire
      .next('sync:snap')
      .answer({ ok: true, manifest: over.etag ? { ...manifest, ...over } : bent(manifest, over) })
    expect(wire.sync.status().state).toBe('offline')
  }
})

test('[SY28] what was gathered of scopes one may no longer see does not stay on the disk', async () => {
  const { wire, greet, manifests, serve, folder, asOf } = fetching()
  await greet()
  await manifests()
  await serve(2)
  expect(readdirSync(folder)).toHaveLength(2)
  wire.events().onClose('lost')
  wire.asked.length = 0
  await wire.clock.step()
  const fetch = { asOf, scopes: ['user:ana'] }
  await wire.greet({
    seq: asOf,
    storeId: 'store-2',
    scopeVer: 2,
    kept: [],
    fetch,
    sums: {},
    scopes: ['user:ana']
  })
  expect(readdirSync(folder)).toHaveLength(1)
  wire.events().onEvent('sync:rehello', { why: 'scopes' })
  await settled()
  wire.asked.splice(0, 1)
  await wire.greet({ seq: asOf, storeId: 'store-2', kept: ['user:ana'], fetch: null, sums: {} })
  expect(existsSync(folder)).toBe(false)
})

test('[SY28] what is kept is read up to the place of the fetch and no further before the files are taken', async () => {
  const { wire, queue, log, serve, frame, asOf, file, manifests } = fetching()
  const tech = log.open('t1', { queue: queueOf('L1/tech') })
  expect(tech).toBeDefined()
  const fetch = { asOf, scopes: ['L1/billing'] }
  await wire.greet({ seq: log.seq, kept: ['user:ana'], fetch, sums: {} })
  expect(wire.next('sync:pull').payload).toMatchObject({ cursor: 1 })
  await wire.next('sync:pull').answer({ ok: true, frame: frame([], { from: 1, to: asOf }) })
  expect(getNumber(queue.db, 'cursor')).toBe(asOf)
  await wire.next('sync:snap').answer({ ok: true, manifest: file('L1/billing').manifest })
  await serve()
  expect(wire.next('sync:pull').payload).toMatchObject({ cursor: asOf })
  expect(ids(queue)).toEqual(['c1', 'c2', 'c3'])
  expect(manifests).toBeDefined()
})

test('[SY29] a scope whose sum is another one is asked for anew, and said to be so', async () => {
  const { wire, online, queue, frame } = setup()
  await online()
  const sums = { ...findMeta(queue.db, 'sums'), 'L1/billing': 7 }
  wire.events().onEvent('sync:frame', { ...frame([], { from: 1, to: 2 }), sums })
  await settled()
  expect(wire.next('sync:hello').payload).toMatchObject({
    cursor: 2,
    scopes: ['user:ana'],
    differs: ['L1/billing']
  })
})

test('[SY30] poked, it pulls; what it stored it says after so many bytes or a second', async () => {
  const { wire, online, frame } = setup()
  await online()
  wire.events().onEvent('sync:frame', { ...frame([], { from: 1, to: 2 }), bytes: 300_000 })
  wire.events().onEvent('sync:frame', { ...frame([], { from: 2, to: 3 }), bytes: 10 })
  await settled()
  expect(wire.told).toEqual([{ cursor: 2 }])
  await wire.clock.forward(1_000)
  expect(wire.told).toEqual([{ cursor: 2 }, { cursor: 3 }])
  wire.events().onEvent('sync:poke', { seq: 90 })
  await settled()
  expect(wire.next('sync:pull').payload).toMatchObject({ cursor: 3 })
})

test('[SY30] after a sign-out that comes upon a frame nothing is said of it, and the closed file is asked nothing', async () => {
  const { queue, wire, frame, online } = setup()
  await online()
  wire.events().onEvent('sync:frame', frame([], { from: 1, to: 2 }))
  await settled()
  expect(getNumber(queue.db, 'cursor')).toBe(2)
  wire.sync.stop()
  queue.db.close()
  await wire.clock.forward(2_000)
  expect(wire.told).toEqual([])
})

/** The same with something else in it, and an etag that fits. */
function bent(manifest: Manifest, over: Partial<Manifest>): Manifest {
  const { etag: _etag, ...rest } = { ...manifest, ...over }
  return { ...rest, etag: hashOf(rest) }
}
