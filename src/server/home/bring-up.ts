import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { DiskFault } from '../../sqlite/fault.ts'
import type { Migration } from '../../sqlite/migrate.ts'
import type { Report } from '../desk.ts'
import { findStoreId } from '../log/meta.ts'
import { encodeRows, hashOfChange } from './change.ts'
import { openReplica, type Replica } from './replica.ts'
import { type Checkpoint, CommitUnknown, LogAway, type SharedLog } from './shared-log.ts'

const FILE = 'replica.db'
const PART_BYTES = 1024 * 1024

/** `foreign`: which history the copy was of that did not fit, if there was one. */
type Aligned = { readonly replica: Replica; readonly foreign?: string }

/**
 * The copy in a folder, if it is one of this log; else a new one, from the newest checkpoint where there is one. It stands
 * somewhere behind the head then.
 */
export async function alignedReplica(
  log: SharedLog,
  folder: string,
  migrations: readonly Migration[],
  report: Report
): Promise<Aligned> {
  const file = path.join(folder, FILE)
  const found = existsSync(file) ? await fitting(log, file, migrations, report) : undefined
  if (typeof found === 'object') return { replica: found }
  drop(file)
  await beginFromCheckpoint(log, file, report)
  const replica = openReplica(file, migrations)
  return found === undefined ? { replica } : { replica, foreign: found }
}

/**
 * Lays the newest checkpoint there as `file`. One that is not whole is left alone: the lead may have put another one in its place
 * meanwhile, which is tried then, and without any a copy is made from the changes alone, which takes longer.
 */
async function beginFromCheckpoint(log: SharedLog, file: string, report: Report): Promise<void> {
  for (let tried = 0; ; ) {
    const checkpoint = await log.newestCheckpoint()
    if (!checkpoint || checkpoint.n === tried) return
    if (await fetchCheckpoint(log, checkpoint, file)) return
    report('checkpoint.damaged', { n: checkpoint.n })
    tried = checkpoint.n
  }
}

/** The copy, or of which history it is where it does not fit; undefined when it cannot be read. */
async function fitting(
  log: SharedLog,
  file: string,
  migrations: readonly Migration[],
  report: Report
): Promise<Replica | string | undefined> {
  let replica: Replica
  try {
    replica = openReplica(file, migrations)
  } catch (error) {
    if (!(error instanceof DiskFault)) throw error
    report('replica.broken', { file, error })
    return undefined
  }
  try {
    const { n, hash } = replica.head()
    if (n === 0 || (await log.hashAt(n)) === hash) return replica
    report('replica.foreign', { file, n })
    return storeOf(replica)
  } catch (error) {
    replica.close()
    throw error
  }
}

/** The name of its history; closes the copy. */
function storeOf(replica: Replica): string {
  const storeId = findStoreId(replica.reader)
  replica.close()
  return storeId
}

function drop(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.part']) rmSync(`${file}${suffix}`, { force: true })
}

/** Whether it is what it says it is; if not, there is no file. */
async function fetchCheckpoint(log: SharedLog, checkpoint: Checkpoint, file: string): Promise<boolean> {
  const part = `${file}.part`
  const hash = createHash('sha256')
  const fd = openSync(part, 'w')
  try {
    for (let index = 0; index < checkpoint.parts; index += 1) {
      const bytes = await log.readPart(checkpoint, index)
      hash.update(bytes)
      writeSync(fd, bytes)
    }
  } finally {
    closeSync(fd)
  }
  const isWhole = hash.digest('hex') === checkpoint.sha256
  if (!isWhole || (await log.hashAt(checkpoint.n)) !== checkpoint.hash) {
    drop(file)
    return false
  }
  renameSync(part, file)
  return true
}

/** Applies everything there is. Throws NewerSchema where that is more than this build understands. */
export async function hearEverything(log: SharedLog, replica: Replica): Promise<void> {
  for (;;) {
    const { head, changes } = await log.read(replica.head().n)
    replica.apply(changes)
    if (replica.head().n >= head.n) return
  }
}

type Migrating = {
  readonly log: SharedLog
  readonly replica: Replica
  readonly node: string
  readonly newest: number
  readonly newCommitId: () => string
  readonly wait: (ms: number) => Promise<void>
}

/** Where this build knows more than the workspace, the migration is the next change. Others who know less end then. */
export async function migrateLog(given: Migrating): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await migrateOnce(given)
      return
    } catch (error) {
      const passes = error instanceof CommitUnknown || error instanceof LogAway
      if (!passes || tries >= 20) throw error
    }
    await given.wait(500)
  }
}

async function migrateOnce({ log, replica, node, newest, newCommitId }: Migrating): Promise<void> {
  if (replica.head().schema >= newest) return
  const turn = await log.begin(replica.head().n)
  let isOpen = true
  try {
    for (let { changes } = turn; changes.length > 0; changes = await turn.more(replica.head().n))
      replica.apply(changes)
    const { n, hash: before, schema } = replica.head()
    if (schema >= newest) return
    const rows = encodeRows([])
    const next = {
      n: n + 1,
      commitId: newCommitId(),
      node,
      schema: newest,
      firstSeq: 0,
      lastSeq: 0,
      before,
      rows
    }
    const change = { ...next, hash: hashOfChange(next) }
    replica.begin()
    try {
      replica.migrate()
      await turn.append(change, [])
      isOpen = false
      await turn.commit()
    } catch (error) {
      replica.drop()
      throw error
    }
    replica.keep(change)
  } finally {
    if (isOpen) await turn.abort()
  }
}

/** Lays a copy of all tables, as they are now, beside the log. Nobody waits for it meanwhile. */
export async function makeCheckpoint(log: SharedLog, replica: Replica): Promise<Checkpoint> {
  const copy = `${replica.file.file}.checkpoint`
  rmSync(copy, { force: true })
  try {
    const head = await replica.copy(copy)
    const { size } = await stat(copy)
    const file = await open(copy, 'r')
    try {
      const read = async (part: number): Promise<Buffer> => {
        const bytes = Buffer.alloc(Math.min(PART_BYTES, size - part * PART_BYTES))
        await file.read(bytes, 0, bytes.length, part * PART_BYTES)
        return bytes
      }
      const parts = Math.ceil(size / PART_BYTES)
      const hash = createHash('sha256')
      for (let part = 0; part < parts; part += 1) hash.update(await read(part))
      const checkpoint = { ...head, parts, sha256: hash.digest('hex') }
      await log.putCheckpoint(checkpoint, read)
      return checkpoint
    } finally {
      await file.close()
    }
  } finally {
    rmSync(copy, { force: true })
  }
}
