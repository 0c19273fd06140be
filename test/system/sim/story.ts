import type { CaseId, PersonId } from '../../../src/shared/lib/ids.ts'
import type { Random } from '../../support/random.ts'
import type { Console, World } from '../../support/world.ts'

/** The fault that is this story's own; most have none. */
export type Own = 'restore' | 'twoCopies' | 'setBack' | 'flood' | 'none'

export type Once = {
  readonly own: Own
  /** Lays the server's backup back. */
  restore?: () => Promise<void>
  isRestored?: boolean
  /** A copy of a console's disk, and whose. */
  copy?: { readonly of: Console; readonly disk: Console; isRunning: boolean }
}

/** An op shown as saved. `waitsOn`: what stood unanswered on the same case, not counting notes, when it was made. */
export type Saved = {
  readonly opId: string
  readonly by: Console
  readonly waitsOn: string | undefined
  readonly isNote: boolean
  /** Made before the server lost what it knew, or on a disk that was set back: then it may have no outcome. */
  mayBeLost?: boolean
}

/** What held in a stretch of the log: after one `seq` and not after another. */
export type Stretch<T> = { readonly after: number; before: number; readonly what: T }

export type Story = {
  readonly seed: number
  /** Its backlogs are longer than what a console says of them at the door. */
  readonly isLong: boolean
  readonly world: World
  readonly dice: Random
  readonly consoles: Console[]
  readonly saved: Saved[]
  readonly saw: (what: string) => void
  readonly cases: CaseId[]
  readonly cursors: Map<string, number>
  readonly published: { versions: number }
  /** Fetches under way on consoles: which, in which run of its console, and the newest fact (row) that was there when it began. */
  readonly fetching: Map<Console, { readonly text: string; readonly epoch: number; readonly facts: number }>
  /** What was seen to be wrong where nothing that is thrown would end the story; it does at the next step. */
  readonly wrong: unknown[]
  /** What each person may see; null while nobody knows. */
  readonly sights: Map<PersonId, Stretch<readonly string[] | null>[]>
  /** The matrices that were published, as far as it is known. */
  readonly matrices: Stretch<number>[]
  /** What customers wrote, and whether they were told that it is kept. */
  readonly written: { readonly body: string; readonly isTold: boolean }[]
  /** What of the faults that come once in a story has happened, and what is kept for them. */
  readonly once: Once
}

/** Of a thousand stories this one is about ten thousand ops made without the net; it takes some forty times as long. */
export function isFlood(seed: number): boolean {
  return seed % 1_000 === 501
}
