import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { createStaging } from '../src/engine/staging.ts'
import { putMeta } from '../src/engine/store/meta.ts'
import { takeFetched } from '../src/engine/sync/take-fetched.ts'
import { doCutJob } from '../src/server/snapshots/cut-job.ts'
import { makeSnapshots, type Snapshots } from '../src/server/snapshots/snapshots.ts'
import { must } from '../src/shared/lib/must.ts'
import type { Manifest } from '../src/shared/protocol/sync.ts'
import { openReadOnly } from '../src/sqlite/db.ts'
import { matrix, NINE } from '../test/support/cases.ts'
import { openQueue } from './queue-file.ts'

/** The queue all cases of a bench's log are in. */
export const SCOPE = 'L1/billing'
const AT_ONCE = 4

/** The file of that queue as a server cuts it, as of the end of a log. */
export type Cut = {
  readonly snapshots: Snapshots
  readonly manifest: Manifest
  readonly cutMs: number
}

export function cutQueue(folder: string, logFile: string, asOf: number, cases: number): Cut {
  const log = openReadOnly(logFile)
  try {
    const start = performance.now()
    const snapshots = makeSnapshots({
      folder,
      cut: (job) => log.standStill(() => doCutJob(log, job)),
      now: () => NINE,
      report: () => undefined
    })
    const found = snapshots.find({ scope: SCOPE, asOf, riskShare: matrix().riskShare }, ['zstd', 'gzip'])
    if (found.state !== 'ready' || found.manifest.cases !== cases) throw new Error('the file was not cut')
    return { snapshots, manifest: found.manifest, cutMs: performance.now() - start }
  } finally {
    log.close()
  }
}

/** A queue in the middle of a fetch, with its parts in hand. `prepare`: what it holds besides, in the same write. */
export function beginFetch(
  file: string,
  { snapshots, manifest }: Pick<Cut, 'snapshots' | 'manifest'>,
  held: readonly string[] = [],
  prepare: Parameters<ReturnType<typeof openQueue>['db']['write']>[0] = () => undefined
): ReturnType<typeof openQueue> & { take(): Promise<void>; drop(): void } {
  const { db, place } = openQueue(file)
  db.write((tx) => {
    prepare(tx)
    putMeta(tx, 'fetch', { asOf: manifest.asOf, scopes: [SCOPE], sight: [SCOPE, 'user:ana'] })
    putMeta(tx, 'scopes', [...held])
  })
  const parts = manifest.parts.map((_one, part) => must(snapshots.read(manifest, part), 'part'))
  const staging = createStaging({ folder: `${file}.fetch`, pause: () => setImmediate() })
  return {
    db,
    place,
    async take() {
      const missing = staging.open([manifest])
      const worker = async (): Promise<void> => {
        for (let next = missing.shift(); next; next = missing.shift())
          if (!(await staging.put(next, must(parts[next.part], 'part')))) throw new Error('a broken part')
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      takeFetched(db, place, await staging.merge([manifest]), [manifest], NINE)
    },
    drop: () => staging.drop()
  }
}

/** The file as it is before anybody takes it in. */
export async function rawFile(folder: string, { snapshots, manifest }: Cut): Promise<string> {
  const staging = createStaging({ folder: path.join(folder, 'raw'), pause: () => setImmediate() })
  for (const one of staging.open([manifest]))
    await staging.put(one, must(snapshots.read(manifest, one.part), 'part'))
  return staging.merge([manifest])
}
