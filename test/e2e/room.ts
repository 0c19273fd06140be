import path from 'node:path'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import {
  enginesOf,
  launchElectron,
  newFolder,
  type Odd,
  type Running,
  removeFolder,
  startServer,
  startWebHost
} from './launch.ts'
import { copyWorkspace, type Workspace } from './workspaces.ts'

/** The server of a test. Stopped and started again it keeps its files and its address. */
export type Server = {
  readonly url: string
  readonly data: string
  stop(): Promise<void>
  start(odd?: Odd): Promise<void>
}

/** One person's console: a window of Electron, or a browser tab with a profile of its own. */
export type Console = {
  /** The page it shows now; another one once it was closed and opened. */
  readonly page: Page
  /** Where it keeps its files. */
  readonly data: string
  close(): Promise<void>
  /** Starts it again on the same files, as somebody does who had switched the machine off. */
  open(): Promise<void>
  /** Ends the engine in the middle of whatever it does. */
  killEngine(): void
  /** Stops the engine where it stands, as a machine that is busy does, until it is let go on. */
  holdEngine(): () => void
}

/** All that one test starts, and what went wrong in its pages. */
export type Room = {
  openWorkspace(kind: Workspace, odd?: Odd): Promise<Server>
  /** A server on a folder that the test has filled itself. */
  serve(data: string): Promise<Server>
  openConsole(server: { readonly url: string }): Promise<Console>
  newFolder(): string
  /** What a page may complain of in this test, because the test provokes it. */
  allow(complaint: RegExp): void
}

const PROFILE = 'tierline.profile'
const LOOKS_LIKE = {
  viewport: { width: 1360, height: 860 },
  locale: 'en-GB',
  reducedMotion: 'reduce'
} as const

/** Every test ends with its consoles closed and its pages without a complaint. */
export const test = base.extend<{ room: Room }, { browserOnce: () => Promise<Browser> }>({
  // Playwright's own `browser` would be started for Electron's tests too.
  browserOnce: [
    async ({ playwright }, use, info) => {
      let started: Promise<Browser> | undefined
      await use(() => {
        started ??= playwright.chromium.launch(info.project.use.launchOptions)
        return started
      })
      await (await started)?.close()
    },
    { scope: 'worker' }
  ],
  room: async ({ browserOnce }, use, info) => {
    const cleanUp: (() => unknown)[] = []
    const complaints: string[] = []
    const allowed: RegExp[] = []
    const folderOf = (): string => {
      const folder = newFolder()
      cleanUp.push(() => removeFolder(folder))
      return folder
    }
    const serve = async (command: 'demo' | 'serve', data: string, first?: Odd): Promise<Server> => {
      let running: Running = await startServer(command, data, '0', first)
      cleanUp.push(() => running.stop())
      const { url } = running
      return {
        url,
        data,
        stop: () => running.stop(),
        start: async (odd) => {
          running = await startServer(command, data, new URL(url).port, odd)
        }
      }
    }
    const watch = (context: BrowserContext): void => {
      context.on('weberror', (error) => complaints.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
    }
    const isElectron = info.project.name === 'electron'
    await use({
      openWorkspace: (kind, odd) => serve('demo', copyWorkspace(kind, folderOf()), odd),
      serve: (data) => serve('serve', data),
      newFolder: folderOf,
      allow: (complaint) => void allowed.push(complaint),
      openConsole: ({ url }) => (isElectron ? electronConsole(url) : tabConsole(url))
    })
    for (const end of cleanUp.toReversed()) await end()
    expect(complaints.filter((one) => !allowed.some((pattern) => pattern.test(one)))).toEqual([])

    async function electronConsole(server: string): Promise<Console> {
      const folder = folderOf()
      let { app, page } = await launchElectron(folder, server)
      watch(app.context())
      const console: Console = {
        get page() {
          return page
        },
        data: path.join(folder, 'engine'),
        close: () => app.close(),
        open: async () => {
          ;({ app, page } = await launchElectron(folder, server))
          watch(app.context())
        },
        killEngine: () => signal(app.process().pid ?? 0, 'SIGKILL'),
        holdEngine: () => hold(app.process().pid ?? 0)
      }
      cleanUp.push(() => app.close())
      return console
    }

    async function tabConsole(server: string): Promise<Console> {
      const data = folderOf()
      const browser = await browserOnce()
      let profile: string | null = null
      let { page, host } = await openTab()
      const close = async (): Promise<void> => {
        await page.context().close()
        await host.stop()
      }
      cleanUp.push(close)
      const console: Console = {
        get page() {
          return page
        },
        data,
        close: async () => {
          profile = await page.evaluate((name) => localStorage.getItem(name), PROFILE)
          await close()
        },
        open: async () => {
          ;({ page, host } = await openTab())
        },
        killEngine: () => signal(host.pid, 'SIGKILL'),
        holdEngine: () => hold(host.pid)
      }
      return console

      async function openTab() {
        const host = await startWebHost(data, server)
        // The host has another port each time, so the browser takes its page for another one: what it kept is brought along.
        const localStorage = profile ? [{ name: PROFILE, value: profile }] : []
        const storageState = { cookies: [], origins: [{ origin: host.url, localStorage }] }
        const context = await browser.newContext({ ...LOOKS_LIKE, storageState })
        watch(context)
        const page = await context.newPage()
        await page.goto(host.url)
        return { page, host }
      }
    }
  }
})

function signal(host: number, name: NodeJS.Signals): void {
  for (const pid of enginesOf(host)) process.kill(pid, name)
}

function hold(host: number): () => void {
  signal(host, 'SIGSTOP')
  return () => signal(host, 'SIGCONT')
}
