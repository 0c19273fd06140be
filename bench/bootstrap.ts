import { closeSync, copyFileSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { listCases } from '../src/engine/queries/case-list.ts'
import { must } from '../src/shared/lib/must.ts'
import { openDb } from '../src/sqlite/db.ts'
import { NINE, queue } from '../test/support/cases.ts'
import { beginFetch, type Cut, cutQueue, rawFile, SCOPE } from './fetched.ts'
import { fillLog, openLogAt } from './server-log.ts'
import { median } from './side-by-side.ts'

const FACTS_EACH = 6
const ROUNDS = 3
const VIEW = { kind: 'queue', queue: queue(SCOPE), which: 'open' } as const

/**
 * `ratio`: from parts in hand to the first page of the list, over copying the same file through to the disk, opening it and
 * reading that page. `unpackRatio`: over unpacking the parts into a file instead of copying it. `beside`: the same for a queue that
 * holds other cases already. Times in ms, sizes in MB.
 */
export type Bootstrap = {
  readonly cases: number
  readonly ratio: number
  readonly unpackRatio: number
  readonly besideRatio: number
  readonly oursMs: number
  readonly besideMs: number
  readonly copyMs: number
  readonly unpackMs: number
  readonly cutMs: number
  readonly fileMb: number
  readonly packedMb: number
}

/** A first fetch of so many cases with six facts each. */
export async function benchBootstrap(folder: string, cases: number): Promise<Bootstrap> {
  const { file, home } = await openLogAt(folder, 'bootstrap-server.db')
  await fillLog(home, cases, FACTS_EACH, 41)
  await home.close()
  const cut = cutQueue(path.join(folder, 'snapshots'), file, cases * FACTS_EACH, cases)
  const raw = await rawFile(folder, cut)
  const ours: number[] = []
  const beside: number[] = []
  const copies: number[] = []
  const unpacked: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    copies.push(reach(path.join(folder, `copy-${round}.db`), (to) => copyFileSync(raw, to)))
    unpacked.push(reach(path.join(folder, `unpacked-${round}.db`), (to) => unpack(cut, to)))
    ours.push(await boot(path.join(folder, `boot-${round}.db`), cut, false))
    beside.push(await boot(path.join(folder, `beside-${round}.db`), cut, true))
  }
  rmSync(file)
  const [oursMs, besideMs] = [median(ours), median(beside)]
  const [copyMs, unpackMs] = [median(copies), median(unpacked)]
  const { manifest, cutMs } = cut
  const packed = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    cases,
    ratio: oursMs / copyMs,
    unpackRatio: oursMs / unpackMs,
    besideRatio: besideMs / copyMs,
    oursMs,
    besideMs,
    copyMs,
    unpackMs,
    cutMs,
    fileMb: manifest.bytes / 1e6,
    packedMb: packed / 1e6
  }
}

/** Everything a console does from the first part to the first page. The parts stand for what the wire brings. */
async function boot(file: string, cut: Cut, isBeside: boolean): Promise<number> {
  const { db, place, take, drop } = beginFetch(file, cut, isBeside ? ['user:ana'] : [], (tx) => {
    if (isBeside)
      tx.prepare("INSERT INTO cases VALUES ('other', '=', ?, '{}', 'L1/tech', '', 0, 1, 1, 1, 0, 'c')").run(
        OTHER
      )
  })
  const start = performance.now()
  await take()
  const page = listCases(db, place, { view: VIEW, after: null, limit: 50 }, NINE)
  const took = performance.now() - start
  if (page.rows.length !== 50) throw new Error('nothing to be seen')
  db.close()
  drop()
  rmSync(file)
  return took
}

const OTHER = JSON.stringify({ id: 'other', ver: 1, owner: 'ana', queue: queue('L1/tech'), escalations: [] })

/** One part after the other, with nothing checked. */
function unpack({ snapshots, manifest }: Cut, to: string): void {
  const handle = openSync(to, 'w')
  manifest.parts.forEach((_one, part) => {
    const data = must(snapshots.read(manifest, part), 'part')
    const how = { chunkSize: manifest.partBytes + 1_024 }
    const raw = manifest.packing === 'zstd' ? zstdDecompressSync(data, how) : gunzipSync(data, how)
    writeSync(handle, raw)
  })
  closeSync(handle)
}

/** From nothing to the first page of the list, in a file that came about in some way. */
function reach(to: string, make: (to: string) => void): number {
  const start = performance.now()
  make(to)
  const handle = openSync(to, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  const db = openDb(to, [])
  const rows = db
    .prepare('SELECT row FROM cases WHERE queue = ? AND ended = 0 ORDER BY due_at, id LIMIT 50')
    .all(SCOPE)
  const took = performance.now() - start
  if (rows.length !== 50) throw new Error('nothing to be seen')
  db.close()
  rmSync(to)
  return took
}
