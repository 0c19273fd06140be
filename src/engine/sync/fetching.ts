import { hashOf } from '../../shared/lib/hash.ts'
import { SNAPSHOT_SCHEMA } from '../../shared/protocol/snapshot/layout.ts'
import { type Manifest, Parted, Snapped } from '../../shared/protocol/sync.ts'
import type { Meta } from '../store/meta.ts'
import { type Call, FIRST_RETRY_MS } from './line.ts'
import type { PartOf, Staging } from './staging.ts'

/** So many parts are asked for at the same time, so that a far server does not make the line idle. */
const AT_ONCE = 4
/** A part whose bytes are wrong so many times is not wrong by chance. */
const TRIES = 3

/** Counted in cases. */
export type Progress = { readonly done: number; readonly total: number }

/** The server has another file now: what was asked for is to be asked anew. */
class Changed extends Error {}

/**
 * Fetches the files of a fetch: what each consists of, then the parts that are not here yet. Gives what they consist of once
 * all are here, or undefined when the call was ended because the server and this console do not fit.
 */
export async function fetchFiles(
  call: Call,
  staging: Staging,
  fetch: NonNullable<Meta<'fetch'>>,
  scopeVer: number,
  onProgress: (progress: Progress) => void
): Promise<readonly Manifest[] | undefined> {
  staging.keepOnly(fetch.scopes)
  for (;;) {
    const manifests: Manifest[] = []
    for (const scope of fetch.scopes) {
      const manifest = await askManifest(call, staging, { scope, asOf: fetch.asOf, scopeVer })
      if (!manifest) return undefined
      manifests.push(manifest)
    }
    try {
      await fetchParts(call, staging, manifests, scopeVer, onProgress)
      return manifests
    } catch (error) {
      if (!(error instanceof Changed)) throw error
    }
  }
}

type Asking = { readonly scope: string; readonly asOf: number; readonly scopeVer: number }

async function askManifest(call: Call, staging: Staging, asking: Asking): Promise<Manifest | undefined> {
  const packings = [...staging.packings]
  for (;;) {
    const snapped = Snapped.parse(await call.ask('sync:snap', { ...asking, packings }))
    if (!snapped.ok) {
      await onNo(call, snapped)
      continue
    }
    const { manifest } = snapped
    const { etag, ...rest } = manifest
    const isWhatWasAsked = manifest.scope === asking.scope && manifest.asOf === asking.asOf
    if (!isWhatWasAsked || hashOf(rest) !== etag || !packings.includes(manifest.packing))
      throw new Error('a snapshot that is not what was asked for')
    if (manifest.schema === SNAPSHOT_SCHEMA) return manifest
    const isNewer = manifest.schema > SNAPSHOT_SCHEMA
    call.giveUp({
      name: isNewer ? 'UpdateNeeded' : 'ServerRefused',
      message: `the server keeps cases as of schema ${manifest.schema}, this console of ${SNAPSHOT_SCHEMA}: the ${isNewer ? 'console' : 'server'} needs an update`
    })
    return undefined
  }
}

async function fetchParts(
  call: Call,
  staging: Staging,
  manifests: readonly Manifest[],
  scopeVer: number,
  onProgress: (progress: Progress) => void
): Promise<void> {
  const total = manifests.reduce((sum, { cases }) => sum + cases, 0)
  const parts = manifests.reduce((sum, one) => sum + one.parts.length, 0)
  const missing = staging.open(manifests)
  let left = missing.length
  const tell = (): void => onProgress({ done: Math.round((total * (parts - left)) / parts), total })
  tell()
  const worker = async (): Promise<void> => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      await fetchPart(call, staging, next, scopeVer)
      left -= 1
      tell()
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    missing.length = 0 // one failed: the others stop after what they are at
  }
}

async function fetchPart(call: Call, staging: Staging, of: PartOf, scopeVer: number): Promise<void> {
  const { scope, asOf, etag } = of.manifest
  for (let wrong = 0; wrong < TRIES; ) {
    const parted = Parted.parse(await call.ask('sync:part', { scope, asOf, scopeVer, etag, part: of.part }))
    if (!parted.ok) await onNo(call, parted)
    else if (await staging.put(of, parted.data)) return
    else wrong += 1
  }
  throw new Error(`part ${of.part} of a snapshot came broken ${TRIES} times`)
}

/** Comes back when the same is to be asked again. */
async function onNo(
  call: Call,
  { why, message, retryAfterMs }: Extract<Snapped, { ok: false }>
): Promise<void> {
  if (why === 'CHANGED') throw new Changed(message)
  if (why !== 'BUSY') throw new Error(`no snapshot: ${why} ${message}`)
  await call.pause(retryAfterMs ?? FIRST_RETRY_MS)
}
