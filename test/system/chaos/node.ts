import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const CLI = path.join(ROOT, 'src/server/cli.ts')
const READY_MS = 30_000
const AGAIN_MS = 300
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
  kill(): void
  pause(): void
  resume(): void
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>
}

/** `args`: where the workspace is. `plant`: a deliberate fault in one of its files, as JSON. */
export async function makeNode(args: readonly string[], plant: string | undefined): Promise<Node> {
  const port = await freePort()
  let child: ChildProcess | undefined
  let isReady = false
  let isMeant = false
  const diedAlone: string[] = []
  let last = ''
  const broke: string[] = []
  const execArgv = plant === undefined ? [] : ['--import', path.join(ROOT, 'test/system/sim/plant.ts')]
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
        execArgv,
        env: { ...process.env, TIERLINE_LOG: 'error', ...(plant !== undefined && { TIERLINE_PLANT: plant }) },
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
    kill() {
      isMeant = true
      child?.kill('SIGKILL')
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
