import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { enginesOf, newFolder, removeFolder } from './launch.ts'
import { copyWorkspace } from './workspaces.ts'

type Started = {
  readonly launcher: ChildProcess
  readonly url: string
  readonly serverPid: number
  /** Everything it had started by then, however deep. */
  readonly pids: readonly number[]
  readonly ended: Promise<unknown[]>
}

/** `npm start` on a workspace of its own. */
async function start(folder: string): Promise<Started> {
  const data = copyWorkspace('small', folder)
  // As after a run before: the server takes the port it had, and not the one of somebody's demo.
  const before = { url: `http://127.0.0.1:${await freePort()}`, pid: 4_194_304 }
  writeFileSync(path.join(data, 'running.json'), JSON.stringify(before))
  const port = String(await freePort())
  const env = { ...process.env, TIERLINE_DATA: folder }
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const launcher = spawn(process.execPath, ['scripts/start.mjs', '--browser', '--port', port], {
    env,
    stdio: [...stdio]
  })
  const ended = once(launcher, 'exit')
  const url = await new Promise<string>((done, fail) => {
    createInterface({ input: launcher.stdout }).on('line', (line) => {
      const shown = /^Tierline console: (\S+)$/.exec(line)?.[1]
      if (shown) done(shown)
    })
    void ended.then(() => fail(new Error('it ended before it had begun')))
  })
  const { pid } = JSON.parse(readFileSync(path.join(data, 'running.json'), 'utf8')) as {
    pid: number
  }
  return { launcher, url, serverPid: pid, pids: childrenOf(launcher.pid ?? 0), ended }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

function childrenOf(pid: number): number[] {
  // Ends with 1 where there is none.
  const found = spawnSync('pgrep', ['-P', String(pid)])
    .stdout.toString()
    .trim()
  const own = found.split('\n').filter(Boolean).map(Number)
  return own.flatMap((one) => [one, ...childrenOf(one)])
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function isServed(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false
  )
}

const WAYS: readonly (readonly [string, (one: Started) => unknown, number | null])[] = [
  ['it is asked to end', ({ launcher }) => launcher.kill('SIGTERM'), 0],
  ['its terminal is closed', ({ launcher }) => launcher.kill('SIGHUP'), 0],
  ['its server dies hard', ({ serverPid }) => process.kill(serverPid, 'SIGKILL'), 1],
  ['it dies hard itself', ({ launcher }) => launcher.kill('SIGKILL'), null]
]

for (const [way, happen, code] of WAYS) {
  test(`[SH15] nothing that npm start had started outlives it: ${way}`, async ({ page }) => {
    const folder = newFolder()
    let pids: readonly number[] = []
    try {
      const one = await start(folder)
      expect(await isServed(one.url)).toBe(true)
      // A tab, so that there is an engine as well.
      await page.goto(one.url)
      const host = one.pids.find((pid) => pid !== one.serverPid) ?? 0
      await expect.poll(() => childrenOf(host).length).toBe(1)
      pids = [one.launcher.pid ?? 0, ...one.pids, ...enginesOf(host)]
      happen(one)
      const [exit] = await one.ended
      expect(exit).toBe(code)
      await expect.poll(() => pids.filter(isRunning), { timeout: 15_000 }).toEqual([])
      expect(await isServed(one.url)).toBe(false)
    } finally {
      for (const pid of pids.filter(isRunning)) process.kill(pid, 'SIGKILL')
      removeFolder(folder)
    }
  })
}
