import { createHash } from 'node:crypto'
import {
  closeSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import zlib from 'node:zlib'
import { hashOf } from '../../shared/lib/hash.ts'
import { SNAPSHOT_SCHEMA } from '../../shared/protocol/snapshot/layout.ts'
import type { Manifest, Packing } from '../../shared/protocol/sync.ts'
import type { CutFile, Cutting } from './cut.ts'

const PACK: Readonly<Record<Packing, ((part: Uint8Array) => Buffer) | undefined>> = {
  // Node 20 has no zstd.
  zstd: zlib.zstdCompressSync && ((part) => zlib.zstdCompressSync(part)),
  gzip: (part) => zlib.gzipSync(part, { level: 1 })
}

/** The first of these that this runtime can write, if any. */
export function packingFor(packings: readonly Packing[]): Packing | undefined {
  return packings.find((packing) => PACK[packing] !== undefined)
}

/** How a file travels: `partBytes` are unpacked. */
export type Packed = { readonly packing: Packing; readonly partBytes: number }

/**
 * Cuts a file into parts, packs each, and lays them behind each other as `to`, with what they are as `to`.json. The last of
 * these to appear is the manifest, in a rename: what has one is whole.
 */
export function pack(file: string, to: string, cutting: Cutting, cut: CutFile, how: Packed): Manifest {
  const { packing, partBytes } = how
  const packOne = PACK[packing]
  if (!packOne) throw new Error(`this runtime cannot write ${packing}`)
  const bytes = statSync(file).size
  const parts: Manifest['parts'] = []
  const from = openSync(file, 'r')
  const into = openSync(to, 'w', 0o600)
  try {
    for (let at = 0; at < bytes; at += partBytes) {
      const part = Buffer.alloc(Math.min(partBytes, bytes - at))
      readSync(from, part, 0, part.length, at)
      const packed = packOne(part)
      for (let done = 0; done < packed.length; ) done += writeSync(into, packed, done)
      const sha256 = createHash('sha256').update(packed).digest('hex')
      parts.push({ bytes: packed.length, sha256, crc: zlib.crc32(part) })
    }
  } finally {
    closeSync(from)
    closeSync(into)
  }
  const rest = { ...cutting, ...cut, schema: SNAPSHOT_SCHEMA, ...how, bytes, parts }
  const manifest: Manifest = { ...rest, etag: hashOf(rest) }
  writeFileSync(`${to}.tmp`, JSON.stringify(manifest), { mode: 0o600 })
  renameSync(`${to}.tmp`, `${to}.json`)
  rmSync(file, { force: true })
  return manifest
}
