import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { settled } from '../../test/support/scheduler.ts'
import { tempFolder } from '../../test/support/snapshots.ts'
import { pack } from '../server/snapshots/pack.ts'
import { must } from '../shared/lib/must.ts'
import { LIMITS, type Manifest, type Packing } from '../shared/protocol/sync.ts'
import { createStaging } from './staging.ts'

/** Some megabytes, cut into parts of the largest size there is. */
function packed(packing: Packing) {
  const folder = tempFolder()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'raw')
  const bytes = Buffer.concat([randomBytes(1_500_000), Buffer.alloc(1_200_000, 'a')])
  writeFileSync(file, bytes)
  const to = path.join(folder, 'packed')
  const cutting = { scope: 'L1/billing', asOf: 1, riskShare: 0.25 }
  const made = { cases: 0, sum: 0, kinds: [] }
  const manifest = pack(file, to, cutting, made, { packing, partBytes: LIMITS.part })
  const all = readFileSync(to)
  let at = 0
  const parts = manifest.parts.map((one) => {
    at += one.bytes
    return all.subarray(at - one.bytes, at)
  })
  return { bytes, manifest, parts, folder: path.join(folder, 'staging') }
}
const pause = (): Promise<void> => Promise.resolve()

test.each(['zstd', 'gzip'] as const)(
  '[SY27] parts of the largest size, packed with %s, make the file again',
  async (packing) => {
    const { bytes, manifest, parts, folder } = packed(packing)
    const staging = createStaging({ folder, pause })
    const missing = staging.open([manifest])
    expect(missing).toHaveLength(3)
    const put = await Promise.all(missing.map((of) => staging.put(of, must(parts[of.part], 'part'))))
    expect(put).toEqual([true, true, true])
    expect(staging.open([manifest])).toEqual([])
    expect(readFileSync(await staging.merge([manifest])).equals(bytes)).toBe(true)
  }
)

test('[SY24] what unpacks to more than a part is not taken', async () => {
  const { manifest, folder } = packed('zstd')
  const data = zlib.zstdCompressSync(Buffer.alloc(LIMITS.part + 1))
  const sha256 = createHash('sha256').update(data).digest('hex')
  const bomb: Manifest = { ...manifest, parts: [{ bytes: data.length, sha256, crc: 0 }] }
  const staging = createStaging({ folder, pause })
  const [first] = staging.open([bomb])
  await expect(staging.put(must(first, 'part'), data)).rejects.toThrow('larger than')
})

test('[SY27] what is still on its way to the disk is there before the file becomes a queue', async () => {
  const { manifest, parts, folder } = packed('gzip')
  const order: string[] = []
  let arrive = (): void => undefined
  const staging = createStaging({
    folder,
    pause,
    write: () =>
      new Promise((resolve) => {
        arrive = resolve
      })
  })
  const [first] = staging.open([manifest])
  void staging.put(must(first, 'part'), must(parts[0], 'part')).then(() => order.push('written'))
  await settled()
  const merged = staging.merge([manifest]).then(() => order.push('merged'))
  await settled()
  expect(order).toEqual([])
  arrive()
  await merged
  expect(order).toEqual(['written', 'merged'])
})

test('[SY27] a file that comes anew takes nothing along with what was on its way into the one of before', async () => {
  const { bytes, manifest, parts, folder } = packed('gzip')
  const staging = createStaging({ folder, pause })
  const [first] = staging.open([manifest])
  // It may find its file, or nothing.
  const late = staging.put(must(first, 'part'), must(parts[0], 'part')).catch(() => false)
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
  const missing = staging.open([manifest])
  expect(missing).toHaveLength(3)
  await Promise.all([late, ...missing.map((of) => staging.put(of, must(parts[of.part], 'part')))])
  expect(readFileSync(await staging.merge([manifest])).equals(bytes)).toBe(true)
})
