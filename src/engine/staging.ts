import { createHash, hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync
} from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { must } from '../shared/lib/must.ts'
import { LIMITS, type Manifest, type Packing } from '../shared/protocol/sync.ts'
import { openScratch } from '../sqlite/db.ts'
import { toFault } from '../sqlite/fault.ts'
import { partWriter, type WritePart } from './part-writer.ts'
import { mergeSlice } from './store/fetched.ts'
import type { PartOf, Staging } from './sync/staging.ts'

/** Cases merged at once, in some 10 ms: a person who clicks meanwhile notices nothing. */
const SLICE = 200
/** What packs a thousandfold is not what was asked for. A part comes out in one piece. */
const OUT = { maxOutputLength: LIMITS.part, chunkSize: LIMITS.part + 1_024 }
/** In the engine's own turn: a part takes half a millisecond, and the way to another thread and back nearly as much again. */
const UNPACK: Readonly<Record<Packing, ((data: Uint8Array) => Buffer) | undefined>> = {
  // Node 20 has no zstd.
  zstd: zlib.zstdDecompressSync && ((data) => zlib.zstdDecompressSync(data, OUT)),
  gzip: (data) => zlib.gunzipSync(data, OUT)
}

/** `pause`: lets other work of this process go first. `write`: tests do it without leaving their turn. */
export type StagingGiven = {
  readonly folder: string
  readonly pause: () => Promise<void>
  readonly write?: WritePart
}

/** Gathers the files of a fetch in a folder of their own. A file that is whole is the SQLite file itself; parts lie at their places in it. */
export function createStaging({ folder, pause, write }: StagingGiven): Staging {
  /** Parts on their way to the disk, also those of a call that has ended meanwhile. */
  const writing = new Set<Promise<void>>()
  let writePart = write ?? partWriter()
  const fileOf = ({ scope, etag }: Manifest): string => path.join(folder, `${nameOf(scope)}-${etag}.db`)
  const merged = path.join(folder, 'merged.db')

  function prune(isKept: (name: string) => boolean): void {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder))
      if (!isKept(name)) rmSync(path.join(folder, name), { force: true })
  }

  return {
    packings: (['zstd', 'gzip'] as const).filter((packing) => UNPACK[packing] !== undefined),
    keepOnly(scopes) {
      const names = scopes.map(nameOf)
      prune((name) => names.some((one) => name.startsWith(`${one}-`)))
    },
    open(manifests) {
      guarded(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
      const files = new Set(manifests.map((one) => path.basename(fileOf(one))))
      prune((name) => files.has(name))
      // A file may come anew: what is on its way into the one of before must not take what comes for this one along.
      writePart = write ?? partWriter()
      return manifests.flatMap((manifest) => missingOf(fileOf(manifest), manifest))
    },
    async put({ manifest, part }, data) {
      const { bytes, sha256 } = must(manifest.parts[part], `part ${part}`)
      if (data.length !== bytes || hash('sha256', data) !== sha256) return false
      const unpacked = must(UNPACK[manifest.packing], manifest.packing)(data)
      if (unpacked.length !== sizeOf(manifest, part)) return false
      const written = writePart(fileOf(manifest), unpacked, part * manifest.partBytes)
      writing.add(written)
      try {
        await written
      } finally {
        writing.delete(written)
      }
      return true
    },
    async merge(manifests) {
      // A file that is a queue from here on must not be written to by anybody else.
      await Promise.allSettled(writing)
      const [base, ...others] = [...manifests].sort((a, b) => b.bytes - a.bytes)
      guarded(folder, () => renameSync(fileOf(must(base, 'manifest')), merged))
      if (others.length === 0) return merged
      const scratch = openScratch(merged)
      try {
        for (const manifest of others) {
          scratch.attach(fileOf(manifest), 'snap')
          for (const after = { id: '' }; mergeSlice(scratch, after, SLICE); ) await pause()
          scratch.detach('snap')
          rmSync(fileOf(manifest))
        }
      } finally {
        scratch.close()
      }
      return merged
    },
    drop: () => rmSync(folder, { recursive: true, force: true })
  }
}

function nameOf(scope: string): string {
  return createHash('sha256').update(scope).digest('hex').slice(0, 16)
}

/** Bytes of a part, unpacked: all are of one size but the last. */
function sizeOf({ bytes, partBytes }: Manifest, part: number): number {
  return Math.min(partBytes, bytes - part * partBytes)
}

/** What of a file is not there, or not what it should be: this process may have died in the middle, or the power gone. */
function missingOf(file: string, manifest: Manifest): PartOf[] {
  return guarded(file, () => {
    const isNew = !existsSync(file)
    return inFile(file, isNew ? 'w' : 'r+', (handle) => {
      if (isNew) ftruncateSync(handle, manifest.bytes)
      return manifest.parts.flatMap((one, part) =>
        !isNew && crcAt(handle, part * manifest.partBytes, sizeOf(manifest, part)) === one.crc
          ? []
          : [{ manifest, part }]
      )
    })
  })
}

function crcAt(handle: number, at: number, size: number): number {
  const bytes = Buffer.alloc(size)
  readSync(handle, bytes, 0, size, at)
  return zlib.crc32(bytes)
}

function inFile<T>(file: string, flags: string, work: (handle: number) => T): T {
  const handle = openSync(file, flags, 0o600)
  try {
    return work(handle)
  } finally {
    closeSync(handle)
  }
}

/** The disk is full here as it is for SQLite. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toFault(error, file)
  }
}
