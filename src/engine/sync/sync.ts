import type { Progress } from './fetching.ts'
import { createLine, type LineDeps, type SyncStatus } from './line.ts'
import { createTalk, type TalkDeps } from './talk.ts'

/** `onStatus` tells of progress as well. */
export type SyncDeps = LineDeps & Omit<TalkDeps, 'onProgress'>
export type Sync = {
  start(): void
  stop(): void
  kick(): void
  now(): void
  status(): SyncStatus
  /** How far a fetch is, in cases; null when nothing is being fetched. */
  progress(): Progress | null
}

/**
 * Keeps this machine and the server in step. Everything it knows is in the database; what is in here can be lost at any
 * moment. The line keeps a call going, and on each call there is a new talk.
 */
export function createSync(deps: SyncDeps): Sync {
  let talk: ReturnType<typeof createTalk> | undefined
  let kicked = false
  let progress: Progress | null = null
  const onProgress = (next: Progress | null): void => {
    progress = next
    deps.onStatus()
  }
  const line = createLine(deps, (call) => {
    talk = createTalk({ ...deps, onProgress }, call)
    return talk
  })
  return {
    start: line.open,
    stop: line.close,
    /** Once the person has their answer: marking what is sent costs a write of its own. */
    kick() {
      if (kicked) return
      kicked = true
      deps.schedule(0, () => {
        kicked = false
        talk?.push()
      })
    },
    now: line.retryNow,
    status: line.status,
    progress: () => progress
  }
}
