import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { LooseOp } from '../../src/shared/protocol/op.ts'

const FOLDER = path.join(import.meta.dirname, '..', 'golden')

/** The builds of before whose files are kept (`scripts/make-golden.ts`), by the protocol they spoke. */
export const BUILDS: readonly string[] = [
  ...new Set(readdirSync(FOLDER).map((file) => file.split('-').slice(0, 2).join('-')))
].sort()

/** What was said on the wire: `answer` is the ack of what a console asked. */
export type Said = {
  readonly who: string
  readonly dir: 'up' | 'down'
  readonly name: string
  readonly payload: unknown
  readonly answer?: unknown
}

export type Wire = {
  readonly protocol: number
  /** JSON Schema of what a console of that build takes from a server. */
  readonly shapes: Readonly<Record<'gives' | 'down', Readonly<Record<string, object>>>>
  readonly said: readonly Said[]
}

/** A database of that build, unpacked into a folder. */
export function databaseOf(build: string, who: string, folder: string): string {
  const file = path.join(folder, `${build}-${who}.db`)
  writeFileSync(file, gunzipSync(readFileSync(path.join(FOLDER, `${build}-${who}.db.gz`))))
  return file
}

/** One op of every command that build knew. */
export function envelopesOf(build: string): LooseOp[] {
  return read(build, 'envelopes') as LooseOp[]
}

export function wireOf(build: string): Wire {
  return read(build, 'wire') as Wire
}

function read(build: string, what: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(path.join(FOLDER, `${build}-${what}.json.gz`))).toString('utf8'))
}
