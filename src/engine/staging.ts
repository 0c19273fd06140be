import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { must } from '../shared/lib/must.ts'
import { LIMITS, type Manifest, type Packing } from '../shared/protocol/sync.ts'
import { openScratch } from '../sqlite/db.ts'
import { toFault } from '../sqlite/fault.ts'
import { mergeSlice } from './store/fetched.ts'
import type { PartOf, Staging } from './sync/staging.ts'

/** Cases merged at once, in some 10 ms: a person who clicks meanwhile notices nothing. */
const SLICE = 200
// What packs a thousandfold is not what was asked for.
const UNPACK: Readonly<Record<Packing, ((data: Uint8Array) => Promise<Buffer>) | undefined>> = {
  // Node 20 has no zstd.
  zstd:
    zlib.zstdDecompress && ((data) => promisify(zlib.zstdDecompress)(data, { maxOutputLength: LIMITS.part })),
  gzip: (data) => promisify(zlib.gunzip)(data, { maxOutputLength: LIMITS.part })
}

/** `pause`: lets other work of this process go first. `unpack`: tests unpack without leaving their turn. */
export type StagingGiven = {
  readonly folder: string
  readonly pause: () => Promise<void>
  readonly unpack?: typeof UNPACK
}

/** Gathers the files of a fetch in a folder of their own. A file that is whole is the SQLite file itself; parts lie at their places in it. */
export function createStaging({ folder, pause, unpack = UNPACK }: StagingGiven): Staging {
  const fileOf = ({ scope, etag }: Manifest): string => path.join(folder, `${nameOf(scope)}-${etag}.db`)
  const merged = path.join(folder, 'merged.db')

  function prune(isKept: (name: string) => boolean): void {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder))
      if (!isKept(name)) rmSync(path.join(folder, name), { force: true })
  }

  return {
    packings: (['zstd', 'gzip'] as const).filter((packing) => unpack[packing] !== undefined),
    keepOnly(scopes) {
      const names = scopes.map(nameOf)
      prune((name) => names.some((one) => name.startsWith(`${one}-`)))
    },
    open(manifests) {
      guarded(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }))
      const files = new Set(manifests.map((one) => path.basename(fileOf(one))))
      prune((name) => files.has(name))
      return manifests.flatMap((manifest) => missingOf(fileOf(manifest), manifest))
    },
    async put({ manifest, part }, data) {
      const { bytes, sha256 } = must(manifest.parts[part], `part ${part}`)
      if (data.length !== bytes || createHash('sha256').update(data).digest('hex') !== sha256) return false
      const unpacked = await must(unpack[manifest.packing], manifest.packing)(data)
      if (unpacked.length !== sizeOf(manifest, part)) return false
      const file = fileOf(manifest)
      guarded(file, () =>
        inFile(file, 'r+', (handle) => writeAll(handle, unpacked, part * manifest.partBytes))
      )
      return true
    },
    async merge(manifests) {
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

function writeAll(handle: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, bytes.length - done, at + done)
}

/** The disk is full here as it is for SQLite. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toFault(error, file)
  }
}
