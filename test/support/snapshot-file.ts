import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pack } from '../../src/server/snapshots/pack.ts'
import type { Case } from '../../src/shared/case/case.ts'
import { mayBeNews } from '../../src/shared/case/news-for.ts'
import {
  caseColumns,
  grantColumns,
  isCalled,
  isPersonal,
  SAME
} from '../../src/shared/protocol/snapshot/case-columns.ts'
import { SNAPSHOT_SQL } from '../../src/shared/protocol/snapshot/layout.ts'
import { markOf, plus } from '../../src/shared/protocol/snapshot/scope-sum.ts'
import type { Manifest, WireFact } from '../../src/shared/protocol/sync.ts'
import { openScratch } from '../../src/sqlite/db.ts'
import { matrix } from './cases.ts'
import { tempFolder } from './snapshots.ts'

/** A case as a file brings it. */
export type Brought = { readonly kase: Case; readonly facts: readonly WireFact[] }

/** A file of these cases as a server would cut it, with what it consists of and its packed parts. */
export type SnapshotFile = {
  readonly file: string
  readonly manifest: Manifest
  readonly parts: Uint8Array[]
}

let files = 0

export function snapshotFile(
  cases: readonly Brought[],
  cutting: { readonly scope: string; readonly asOf: number; readonly riskShare?: number },
  packing: 'zstd' | 'gzip' = 'zstd'
): SnapshotFile {
  files += 1
  const folder = tempFolder()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${files}.db`)
  const riskShare = cutting.riskShare ?? matrix().riskShare
  writeCases(file, cases, riskShare)
  const sum = cases.reduce((all, { kase }) => plus(all, markOf(kase.id, kase.ver)), 0)
  const kinds = [...new Set(cases.flatMap(({ facts }) => facts.map(({ event }) => event.type)))].sort()
  const packed = path.join(folder, `${files}.snap`)
  const raw = readFileSync(file)
  const cut = { cases: cases.length, sum, kinds }
  const manifest = pack(file, packed, { ...cutting, riskShare }, cut, { packing, partBytes: 16_384 })
  const bytes = readFileSync(packed)
  let at = 0
  const parts = manifest.parts.map((one) => {
    at += one.bytes
    return bytes.subarray(at - one.bytes, at)
  })
  // Packing throws the file away; a test may want to take it as it is.
  writeFileSync(file, raw)
  return { file, manifest, parts }
}

function writeCases(file: string, cases: readonly Brought[], riskShare: number): void {
  const scratch = openScratch(file)
  scratch.exec(SNAPSHOT_SQL)
  const put = (table: string, ...row: readonly unknown[]): void =>
    void scratch.tx.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  for (const { kase, facts: all } of cases) {
    put('cases', kase.id, SAME, ...caseColumns(kase, riskShare, 0))
    for (const fact of all)
      put(
        'facts',
        null,
        fact.caseId,
        fact.ver,
        fact.seq,
        JSON.stringify(fact),
        mayBeNews(fact.event.type) ? 1 : 0
      )
    for (const row of grantColumns(kase)) put('grants', ...row)
    if (isCalled(kase)) put('calls', kase.id)
    if (isPersonal(kase)) put('personal', kase.id)
  }
  scratch.close()
}
