import { renameSync, statSync, writeFileSync } from 'node:fs'

/** The disk of a process that was started with `slow-disk.ts`, seen from outside. */
export type Disk = {
  readonly file: string
  /** How often its process waited for it. */
  readonly waits: number
  /** From now on everything that has to be on it takes so many ms more; until what it gives is called. */
  slow(ms: number): () => void
}

/** `file`: by which the two agree. */
export function makeDisk(file: string): Disk {
  const wanted = new Set<{ readonly ms: number }>()
  function tell(): void {
    const ms = Math.max(0, ...[...wanted].map((one) => one.ms))
    // In one go: whoever reads it meanwhile reads the one or the other.
    writeFileSync(`${file}.next`, String(ms))
    renameSync(`${file}.next`, file)
  }
  return {
    file,
    get waits() {
      return statSync(`${file}.waits`, { throwIfNoEntry: false })?.size ?? 0
    },
    slow(ms) {
      const mine = { ms }
      wanted.add(mine)
      tell()
      return () => {
        wanted.delete(mine)
        tell()
      }
    }
  }
}
