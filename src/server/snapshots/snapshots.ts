import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import path from 'node:path'
import { LIMITS, Manifest, type Packing } from '../../shared/protocol/sync.ts'
import type { Report } from '../desk.ts'
import type { Cutting } from './cut.ts'
import { packingFor } from './pack.ts'

/** A file to be made as `to`, with its manifest beside it (pack.ts). `scratch`: where it may write meanwhile. */
export type CutJob = Cutting & {
  readonly packing: Packing
  readonly partBytes: number
  readonly to: string
  readonly scratch: string
}

export type SnapshotsGiven = {
  readonly folder: string
  /** Makes a file. It comes back at once, or does it elsewhere so that the server goes on answering. */
  readonly cut: (job: CutJob) => void | Promise<void>
  readonly now: () => number
  readonly report: Report
  readonly partBytes?: number
}

export type Found =
  | { readonly state: 'ready'; readonly manifest: Manifest }
  /** It is being made, or will be once others are. */
  | { readonly state: 'wait'; readonly retryAfterMs: number }

/** The files consoles fetch whole scopes with, made when somebody first asks and kept for the next who do. */
export type Snapshots = {
  /**
   * The place in the log to fetch as of: the one others fetch as of, as long as it is not far behind, so that files are shared.
   * `least`: not before this place.
   */
  placeFor(head: number, least: number): number
  /**
   * Whether a fetch that was begun as of this place may go on: here, or on another node, or before this server was started anew,
   * and then the same files are made again. Of such places one is taken on at a time.
   */
  takesOn(asOf: number, head: number): boolean
  find(cutting: Cutting, packings: readonly Packing[]): Found
  /** A part of this file, packed; undefined when there is no such file (any more). */
  read(file: Pick<Manifest, 'scope' | 'asOf' | 'etag'>, part: number): Uint8Array<ArrayBuffer> | undefined
}

/** Of a core nobody connects to. */
export const NO_SNAPSHOTS: Snapshots = {
  placeFor: (head) => head,
  takesOn: () => false,
  find: () => ({ state: 'wait', retryAfterMs: 60_000 }),
  read: () => undefined
}

/** A place is fetched as of until so much has happened, or so much time gone by. */
const EVERY_CHANGES = 2_000
const EVERY_MS = 10 * 60_000
/** So many are made at a time, and so many may wait for that: the rest come again. */
const AT_ONCE = 1
const WAITING = 64
/** So many places are kept: a console on a slow line may be in the middle of an older one. */
const PLACES = 3
/** While one is made: about as long as a small one takes. */
const SOON_MS = 300
const LATER_MS = 3_000

/** Keeps them in a folder of their own, which is emptied first: after a restore the same place may be another history. */
export function makeSnapshots({
  folder,
  cut,
  now,
  report,
  partBytes = LIMITS.part
}: SnapshotsGiven): Snapshots {
  rmSync(folder, { recursive: true, force: true })
  const ready = new Map<string, Manifest>()
  const byEtag = new Map<string, { readonly manifest: Manifest; readonly file: string }>()
  const asked = new Map<string, CutJob>()
  /** Could not be made, and until when nobody tries again. */
  const broken = new Map<string, number>()
  let places: number[] = []
  let since = 0
  /** A place somebody else chose. */
  let foreign: { readonly asOf: number; readonly since: number } | undefined
  let running = 0

  function placeFor(head: number, least: number): number {
    const newest = places.at(-1)
    if (newest !== undefined && newest >= least && isFresh(newest, since, head)) return newest
    places = [...places.filter((place) => place !== head), head].slice(-PLACES)
    since = now()
    forget()
    return head
  }

  const isFresh = (place: number, from: number, head: number): boolean =>
    isNear(place, head) && now() - from < EVERY_MS

  function takesOn(asOf: number, head: number): boolean {
    if (isKept(asOf)) return true
    if (!isNear(asOf, head) || (foreign && isFresh(foreign.asOf, foreign.since, head))) return false
    foreign = { asOf, since: now() }
    forget()
    return true
  }
  const isKept = (asOf: number): boolean => places.includes(asOf) || foreign?.asOf === asOf

  /** Files of places nobody is sent to any more. */
  function forget(): void {
    for (const [name, { asOf, etag }] of ready) {
      if (isKept(asOf)) continue
      ready.delete(name)
      byEtag.delete(etag)
      for (const end of ['', '.json']) rmSync(path.join(folder, `${name}${end}`), { force: true })
    }
  }

  function start(name: string, job: CutJob): void {
    running += 1
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const cutting = cut(job)
      if (!cutting) return ended(name, job)
      cutting.then(() => ended(name, job)).catch((error: unknown) => failed(name, job, error))
    } catch (error) {
      failed(name, job, error)
    }
  }

  /** Throws when the file is not there or cannot be read: then it was not made. */
  function ended(name: string, job: CutJob): void {
    const manifest = readManifest(job.to)
    running -= 1
    asked.delete(name)
    broken.delete(name)
    ready.set(name, manifest)
    byEtag.set(manifest.etag, { manifest, file: job.to })
    report('snapshot.made', {
      scope: job.scope,
      asOf: job.asOf,
      cases: manifest.cases,
      bytes: manifest.bytes
    })
    startNext()
  }

  /** Whoever waits for it comes again, and asks for it anew. */
  function failed(name: string, job: CutJob, error: unknown): void {
    running -= 1
    asked.delete(name)
    broken.set(name, now() + LATER_MS)
    report('snapshot.failed', { scope: job.scope, asOf: job.asOf, error })
    startNext()
  }

  function startNext(): void {
    const [next] = [...asked].slice(running)
    if (next && running < AT_ONCE) start(...next)
  }

  return {
    placeFor,
    takesOn,
    find(cutting, packings) {
      const packing = packingFor(packings)
      if (!packing) throw new Error('a console that can read nothing this server can write')
      const name = nameOf(cutting, packing)
      const manifest = ready.get(name)
      if (manifest) return { state: 'ready', manifest }
      if (!asked.has(name)) {
        if (asked.size >= WAITING || (broken.get(name) ?? 0) > now())
          return { state: 'wait', retryAfterMs: LATER_MS }
        const to = path.join(folder, name)
        const job = { ...cutting, packing, partBytes, to, scratch: `${to}.db` }
        asked.set(name, job)
        if (running < AT_ONCE) start(name, job)
      }
      const made = ready.get(name)
      return made ? { state: 'ready', manifest: made } : { state: 'wait', retryAfterMs: SOON_MS * asked.size }
    },
    read({ scope, asOf, etag }, part) {
      const found = byEtag.get(etag)
      if (found?.manifest.scope !== scope || found.manifest.asOf !== asOf) return undefined
      const size = found.manifest.parts[part]?.bytes
      if (size === undefined) return undefined
      const at = found.manifest.parts.slice(0, part).reduce((sum, one) => sum + one.bytes, 0)
      return readAt(found.file, at, size)
    }
  }
}

function isNear(place: number, head: number): boolean {
  return place <= head && head - place < EVERY_CHANGES
}

function nameOf(cutting: Cutting, packing: Packing): string {
  const name = JSON.stringify([cutting.scope, cutting.asOf, cutting.riskShare, packing])
  return createHash('sha256').update(name).digest('hex').slice(0, 32)
}

function readManifest(file: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8')))
}

function readAt(file: string, at: number, size: number): Uint8Array<ArrayBuffer> {
  const handle = openSync(file, 'r')
  try {
    const bytes = new Uint8Array(size)
    readSync(handle, bytes, 0, size, at)
    return bytes
  } finally {
    closeSync(handle)
  }
}
