import { rmSync } from 'node:fs'
import type { Reader } from '../../sqlite/db.ts'
import { cutInto } from './cut.ts'
import { pack } from './pack.ts'
import type { CutJob } from './snapshots.ts'

/** Makes a file and its manifest, in this thread. What is left of an earlier try is thrown away. */
export function doCutJob(db: Reader, { packing, partBytes, to, scratch, ...cutting }: CutJob): void {
  rmSync(scratch, { force: true })
  try {
    pack(scratch, to, cutting, cutInto(scratch, db, cutting), { packing, partBytes })
  } finally {
    rmSync(scratch, { force: true })
  }
}
