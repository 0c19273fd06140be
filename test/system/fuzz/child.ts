import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Asked, Ready, Said } from './server.ts'

/** The server's process, as a run sees it. */
export type Target = Ready & {
  /** Moves the server's clock. Gives its time. */
  advance(ms: number): Promise<number>
  /** Resolves when everything that was asked of its disk is there. */
  settle(): Promise<void>
  /** Bytes in use after everything that could go has gone. */
  heap(): Promise<number>
  /** Lines of its log that say that something broke, as far as they were not taken. */
  takeBroken(): string[]
  /** How often a connection ended, and how often the log does not say why. */
  readonly endings: { told: number; untold: number }
  /** How the process ended, if it has. */
  readonly crashed: string | null
  stop(): Promise<void>
}

/** What the log says when an error got as far as where everything is caught. */
const BROKEN: ReadonlySet<string> = new Set([
  'message.broke',
  'op.broke',
  'request failed',
  'tick.failed',
  'flush.failed',
  'tokens.failed',
  'token.unrenewed',
  'import.broke',
  'disk.failed'
])

/** Starts it; `plant`: with a deliberate fault in one of its files. */
export function startTarget({ plant }: { readonly plant?: string } = {}): Promise<Target> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'server.ts'), [], {
    execArgv: ['--expose-gc', '--import', path.join(import.meta.dirname, '../sim/plant.ts')],
    env: { ...process.env, ...(plant && { TIERLINE_PLANT: plant }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  const waiting = new Map<number, { give(value: unknown): void; fail(error: Error): void }>()
  const endings = { told: 0, untold: 0 }
  let broken: string[] = []
  let ids = 0
  let crashed: string | null = null
  let isStopping = false
  let errors = ''
  child.stderr?.on('data', (data: Buffer) => {
    errors = `${errors}${data}`.slice(-4_000)
  })
  const ask = (asked: DistributiveOmit<Asked, 'id'>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (crashed !== null || !child.connected) return reject(new Error(`the server has ended: ${crashed}`))
      ids += 1
      waiting.set(ids, { give: resolve, fail: reject })
      child.send({ id: ids, ...asked })
    })
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (!isStopping) crashed = `the server ended (${code ?? signal}): ${errors.trim()}`
      const error = new Error(crashed ?? 'the server has been stopped')
      reject(error)
      for (const { fail } of waiting.values()) fail(error)
    })
    child.on('message', (said: Said) => {
      if ('ready' in said) resolve(targetOf(said.ready))
      else if ('logged' in said) logged(said.logged)
      else {
        waiting.get(said.id)?.give(said.value)
        waiting.delete(said.id)
      }
    })
  })

  function logged(entry: Readonly<Record<string, unknown>>): void {
    const event = String(entry['msg'])
    if (BROKEN.has(event)) broken.push(JSON.stringify(entry).slice(0, 2_000))
    if (event === 'socket.ended') endings[entry['reason'] ? 'told' : 'untold'] += 1
  }

  function targetOf(ready: Ready): Target {
    return {
      ...ready,
      endings,
      get crashed() {
        return crashed
      },
      advance: async (ms) => Number(await ask({ what: 'advance', ms })),
      settle: async () => void (await ask({ what: 'settle' })),
      heap: async () => Number(await ask({ what: 'heap' })),
      takeBroken() {
        const all = broken
        broken = []
        return all
      },
      async stop() {
        isStopping = true
        if (crashed === null) await ask({ what: 'stop' }).catch(() => undefined)
        child.kill('SIGKILL')
        rmSync(path.dirname(ready.file), { recursive: true, force: true })
      }
    }
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
