import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Disk } from './disk.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const CLI = path.join(ROOT, 'src/server/cli.ts')
const READY_MS = 30_000
const AGAIN_MS = 300
const PLANT = path.join(ROOT, 'test/system/sim/plant.ts')
const SLOW_DISK = path.join(ROOT, 'test/system/chaos/slow-disk.ts')
const BROKE = /"msg":"(message|op)\.broke"|^\w*Error\b/

/** A server process as the command line starts it, which can be killed and started again on its port. */
export type Node = {
  readonly port: number
  readonly isUp: boolean
  readonly pid: number | undefined
  /** The last it said each time it ended without being asked to. */
  readonly diedAlone: readonly string[]
  /** Lines of its log that say that a fault of its own was caught. */
  readonly broke: readonly string[]
  /** Starts it, and resolves once it answers; does nothing while it runs. Resolves too when it ends at its start. */
  start(): Promise<void>
  /** Ends it at once; resolves when it has. */
  kill(): Promise<void>
  pause(): void
  resume(): void
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>
}

/** `args`: where the workspace is. `disk`: its own, to be made slow. `plant`: a deliberate fault in one of its files, as JSON. */
export async function makeNode(
  args: readonly string[],
  { disk, plant }: { readonly disk?: Disk; readonly plant?: string | undefined } = {}
): Promise<Node> {
  const port = await freePort()
  let child: ChildProcess | undefined
  let isReady = false
  let isMeant = false
  const diedAlone: string[] = []
  let last = ''
  const broke: string[] = []
  const loaded = [...(disk ? [SLOW_DISK] : []), ...(plant === undefined ? [] : [PLANT])]
  const node: Node = {
    port,
    get isUp() {
      return isReady
    },
    get pid() {
      return child?.pid
    },
    broke,
    diedAlone,
    start() {
      if (child) return Promise.resolve()
      const running = fork(CLI, ['serve', ...args, '--port', String(port)], {
        execArgv: loaded.flatMap((one) => ['--import', one]),
        env: {
          ...process.env,
          TIERLINE_LOG: 'error',
          ...(disk && { TIERLINE_SLOW_DISK: disk.file }),
          ...(plant !== undefined && { TIERLINE_PLANT: plant })
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc']
      })
      child = running
      isMeant = false
      if (running.stderr)
        createInterface(running.stderr).on('line', (line) => {
          last = line
          if (BROKE.test(line)) broke.push(line)
        })
      return new Promise((resolve) => {
        const late = setTimeout(() => running.kill('SIGKILL'), READY_MS)
        running.stdout?.once('data', () => {
          clearTimeout(late)
          isReady = true
          resolve()
        })
        running.once('exit', () => {
          clearTimeout(late)
          isReady = false
          child = undefined
          resolve()
          if (isMeant) return
          // Whoever runs a server starts it again.
          diedAlone.push(last)
          setTimeout(() => void node.start(), AGAIN_MS)
        })
      })
    },
    async kill() {
      isMeant = true
      const running = child
      if (!running) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async stop() {
      isMeant = true
      const running = child
      if (!running) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      const late = setTimeout(() => running.kill('SIGKILL'), 10_000)
      running.kill('SIGTERM')
      await ended
      clearTimeout(late)
    }
  }
  return node
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}
