import { z } from 'zod'
import { Matrix } from '../../shared/escalation/matrix.ts'
import { settleMatrix } from '../../shared/escalation/upgrade-matrix.ts'
import { Person } from '../../shared/people/person.ts'
import { OfflineGrant } from '../../shared/protocol/offline-grant.ts'
import { Sums } from '../../shared/protocol/sync.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** What this device remembers about itself and its server; each value JSON. */
const shapes = {
  deviceId: z.string(),
  storeId: z.string(),
  /** Everything up to this seq is here. */
  cursor: z.number().int(),
  scopeVer: z.number().int(),
  /** What is held whole here, up to the cursor. */
  scopes: z.array(z.string()),
  nextOpNo: z.number().int(),
  /** Hash of the newest op of this device, '' before the first. */
  lastHash: z.string(),
  /** As an older build may have stored it. */
  matrix: z.preprocess(settleMatrix, Matrix),
  people: z.object({ ver: z.number().int(), list: z.array(Person) }),
  person: Person,
  clockOffsetMs: z.number(),
  lastSyncedAt: z.number(),
  /**
   * A fetch under way: files of `scopes` as of `asOf`. With them, and what is here already read up to there, this machine
   * holds all of `sight`.
   */
  fetch: z
    .object({
      asOf: z.number().int(),
      scopes: z.array(z.string()),
      sight: z.array(z.string())
    })
    .nullable(),
  /** By scope held, the sum over its cases here. */
  sums: Sums,
  /** Scopes that turned out not to be what the server has, until they are fetched again. */
  differs: z.array(z.string()),
  /** Where the cursor stood when a scope was last fetched because of that. */
  mended: z.record(z.string(), z.number().int()),
  /** The words of facts up to this id can be found. */
  indexedTo: z.number().int(),
  /** What the server last allowed for the time without it, and the key it signs with, when sign-in did not bring one. */
  grant: OfflineGrant,
  grantKey: z.string(),
  /** The latest time this machine ever saw, by the server's clock: a clock that is set back does not go behind it. */
  timeMark: z.number(),
  /** The run of the engine that opened this file last. */
  instance: z.string()
} as const
type Shapes = typeof shapes
export type MetaKey = keyof Shapes
export type Meta<K extends MetaKey> = z.infer<Shapes[K]>

/** What is long, read at every hello and seldom another: the text it was last read from, and what it said. Nobody changes that. */
const lastRead = new Map<MetaKey, { readonly text: string; readonly value: unknown }>()
const LONG: ReadonlySet<MetaKey> = new Set(['matrix', 'people'])

/** The value, or undefined when it was never put. Throws when what is stored does not parse: that is our own row. */
export function findMeta<K extends MetaKey>(db: Reader, key: K): Meta<K> | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined
  if (!row) return undefined
  const last = lastRead.get(key)
  if (last?.text === row.value) return last.value as Meta<K>
  const value = shapes[key].parse(JSON.parse(row.value)) as Meta<K>
  if (LONG.has(key)) lastRead.set(key, { text: row.value, value })
  return value
}

export function putMeta<K extends MetaKey>(tx: Writer, key: K, value: Meta<K>): void {
  tx.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    JSON.stringify(value)
  )
}

/** A number that starts at 0, or at 1 (nextOpNo). */
export function getNumber(
  db: Reader,
  key: 'cursor' | 'scopeVer' | 'nextOpNo' | 'clockOffsetMs' | 'indexedTo'
): number {
  return findMeta(db, key) ?? (key === 'nextOpNo' ? 1 : 0)
}
