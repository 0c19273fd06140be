import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/snapshots.ts'
import { partWriter } from './part-writer.ts'

const PART = 1_000

function emptyFile(parts: number): string {
  const folder = tempFolder()
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'parts')
  writeFileSync(file, '')
  truncateSync(file, parts * PART)
  return file
}

/** The files this process has open, where the system says. */
function opened(): string[] {
  if (!existsSync('/proc/self/fd')) return []
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      return [] // the one that was read from
    }
  })
}

test('[SY27] parts that come at once stand where they belong, and the file is closed when they are there', async () => {
  const file = emptyFile(40)
  const write = partWriter(3 * PART)
  const parts = Array.from({ length: 40 }, (_none, n) => Buffer.alloc(PART, n + 1))
  let next = 0
  const hand = async (): Promise<void> => {
    for (let n = next++; n < parts.length; n = next++)
      await write(file, parts[n] ?? Buffer.alloc(0), n * PART)
  }
  await Promise.all([hand(), hand(), hand(), hand()])
  expect(readFileSync(file).equals(Buffer.concat(parts))).toBe(true)
  expect(opened()).not.toContain(file)
})

test.runIf(existsSync('/dev/full'))('[EN9] a part that does not fit on the disk says so', async () => {
  const write = partWriter()
  await expect(write('/dev/full', Buffer.alloc(PART), 0)).rejects.toMatchObject({ name: 'DiskFull' })
  expect(opened()).not.toContain('/dev/full')
})

test('[SY27] a file that is not there is no reason to stop writing others', async () => {
  const file = emptyFile(1)
  const write = partWriter()
  await expect(write(`${file}-gone`, Buffer.alloc(PART), 0)).rejects.toThrow('ENOENT')
  await write(file, Buffer.alloc(PART, 7), 0)
  expect(readFileSync(file).equals(Buffer.alloc(PART, 7))).toBe(true)
})
