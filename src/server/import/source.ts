import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { UnreadableFile } from './unreadable-file.ts'

export type Source = {
  readonly bytes: AsyncIterable<Buffer>
  /** Bytes of the file read so far, as stored: what a progress bar counts, gzipped or not. */
  readonly readSoFar: () => number
  readonly size: number
}

/** Opens a file for reading once, front to back; gzip is known by its first two bytes, not by the name. */
export async function openSource(file: string): Promise<Source> {
  const { size, head } = await look(file)
  if (size === 0) throw new UnreadableFile({ code: 'empty' })
  const raw = createReadStream(file, { highWaterMark: 1 << 16 })
  const gzipped = head[0] === 0x1f && head[1] === 0x8b
  const bytes = textOnly(gzipped ? gunzipped(raw) : raw)
  return { bytes, readSoFar: () => raw.bytesRead, size }
}

/** SHA-256 of the file as stored, in hex: half of what makes an import the same import. */
export async function sha256OfFile(file: string): Promise<string> {
  await look(file)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function look(file: string): Promise<{ size: number; head: Buffer }> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new UnreadableFile({ code: 'no-such-file', file }, { cause })
    throw new UnreadableFile({ code: 'cannot-open', file, raw: cause.code ?? cause.name }, { cause })
  })
  try {
    const stat = await handle.stat()
    const { size } = stat
    if (stat.isDirectory()) throw new UnreadableFile({ code: 'is-folder', file })
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return { size, head: buffer }
  } finally {
    await handle.close()
  }
}

/** A gzip file that was cut off must not look like a short file, so its errors get words of their own. */
async function* gunzipped(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const fed = pipeline(raw, gunzip)
  // The reading side sees the same error and throws it; without this the writing side's copy would be unhandled.
  fed.catch(() => undefined)
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (cause) {
    const cut = cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR'
    throw new UnreadableFile({ code: 'broken-gzip', cut }, { cause })
  }
}

/** Passes text on and stops at what cannot be text of one of the encodings we read. */
async function* textOnly(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true
  for await (const chunk of chunks) {
    if (first) {
      const isUtf16 = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)
      if (isUtf16) throw new UnreadableFile({ code: 'utf-16' })
      if (chunk.includes(0)) throw new UnreadableFile({ code: 'binary' })
      first = false
    }
    yield chunk
  }
  if (first) throw new UnreadableFile({ code: 'empty' })
}
