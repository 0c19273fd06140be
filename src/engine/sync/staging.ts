import type { Manifest, Packing } from '../../shared/protocol/sync.ts'

/** Where a part belongs. */
export type PartOf = { readonly manifest: Manifest; readonly part: number }

/**
 * Where the files of a fetch are gathered, beside the queue and not in it: whatever happens to them, no word of the person's is
 * touched. What is there outlives this process, and is checked before it counts.
 */
export type Staging = {
  /** What this runtime can unpack, the best first. */
  readonly packings: readonly Packing[]
  /** Begins or goes on. What belongs to other scopes or other files of these is thrown away. Gives the parts that are missing. */
  open(manifests: readonly Manifest[]): PartOf[]
  /** Only files of these scopes may stay: what one may no longer see does not lie about. */
  keepOnly(scopes: readonly string[]): void
  /** Unpacks and stores a part. False when its bytes are not what the manifest says: then it is to be fetched again. */
  put(part: PartOf, data: Uint8Array): Promise<boolean>
  /** Makes one database of all files, a slice at a time; gives its name. */
  merge(manifests: readonly Manifest[]): Promise<string>
  /** Throws everything away. */
  drop(): void
}
