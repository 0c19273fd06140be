import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import type { Plant } from './plant.ts'
import { isFlood } from './story.ts'
import type { Asked, Told } from './worker.ts'

const FOLDER = import.meta.dirname
/** A story takes well under a second; one that takes this long never ends, and that is a failure like any other. */
const ENDLESS_MS = 60_000

/** Processes that tell stories. */
export type Pool = {
  readonly size: number
  /** Tells one story in the next process that is free. A process that dies or hangs is a failure of its story. */
  tell(asked: Asked): Promise<Told>
  close(): void
}

/** As many processes as there are cores, or as told; with a deliberate fault when there is a `plant`. */
export function openPool(given: { size?: number; plant?: Plant } = {}): Pool {
  const size = given.size ?? availableParallelism()
  const free: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const all = new Set<Worker>()
  let isClosed = false
  const folder = mkdtempSync(path.join(memoryFolder(), 'tierline-sim-'))

  function start(): void {
    const worker = startWorker(folder, given.plant)
    all.add(worker)
    release(worker)
  }
  function release(worker: Worker): void {
    const next = waiting.shift()
    if (next) next(worker)
    else free.push(worker)
  }
  for (let n = 0; n < size; n += 1) start()
  return {
    size,
    async tell(asked) {
      const worker = free.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)))
      const told = await worker.tell(asked)
      if (worker.isUsable()) release(worker)
      else {
        all.delete(worker)
        if (!isClosed) start()
      }
      return told
    },
    close() {
      isClosed = true
      for (const worker of all) worker.end()
      // A process that is being killed may still be writing.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    }
  }
}

/** Where files cost no disk, where there is such a place with room in it: a story asks nothing of a disk but what it says it keeps. */
function memoryFolder(): string {
  const [folder, room] = ['/dev/shm', 512 * 1024 * 1024]
  if (!existsSync(folder)) return tmpdir()
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= room ? folder : tmpdir()
}

type Worker = { tell(asked: Asked): Promise<Told>; isUsable(): boolean; end(): void }

function startWorker(folder: string, plant: Plant | undefined): Worker {
  const child: ChildProcess = fork(path.join(FOLDER, 'worker.ts'), [], {
    execArgv: ['--import', path.join(FOLDER, 'plant.ts')],
    env: {
      ...process.env,
      TIERLINE_SIM: 'worker',
      TMPDIR: folder,
      ...(plant && { TIERLINE_PLANT: JSON.stringify(plant) })
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  let usable = true
  let said = ''
  child.stderr?.on('data', (data: Buffer) => {
    said = `${said}${data}`.slice(-2_000)
  })
  child.on('exit', () => {
    usable = false
  })
  return {
    isUsable: () => usable,
    end: () => void child.kill('SIGKILL'),
    tell: (asked) =>
      new Promise((resolve) => {
        const broken = (why: string): void => {
          usable = false
          finish({ seed: asked.seed, ok: false, invariant: 'threw', why })
        }
        const finish = (told: Told): void => {
          clearTimeout(patience)
          child.removeAllListeners('message')
          child.off('exit', onExit)
          // After a failure nothing is known about the state of its process.
          if (!told.ok) {
            usable = false
            child.kill('SIGKILL')
          }
          resolve(told)
        }
        const onExit = (): void => broken(`the process ended: ${said.trim()}`)
        const patience = setTimeout(
          () => broken('the story does not end'),
          isFlood(asked.seed) ? 4 * ENDLESS_MS : ENDLESS_MS
        )
        child.on('message', (told: Told) => {
          if (told.seed === asked.seed) finish(told)
        })
        child.once('exit', onExit)
        if (usable) child.send(asked)
        else onExit()
      })
  }
}
