import path from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import type {} from '../../src/renderer/bridge.ts'
import { enginesOf, launchElectron, NO_SERVER, newFolder, removeFolder } from './launch.ts'

let app: ElectronApplication
let page: Page
let folder: string

test.beforeEach(async () => {
  folder = newFolder()
  ;({ app, page } = await launchElectron(folder, NO_SERVER))
  await page.waitForFunction(() => window.bridge !== undefined)
})
test.afterEach(async () => {
  await app.close()
  removeFolder(folder)
})

/** A question any engine answers, with or without a server. */
const ask = (): Promise<unknown> => page.evaluate(() => window.bridge?.ask('settings.get', {}))

test('the page has the bridge and nothing of Node', async () => {
  expect(page.url()).toBe('app://console/')
  expect(await ask()).toMatchObject({ ok: true })
  expect(
    await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))
  ).toEqual([])
  expect(await page.evaluate(() => window.bridge?.host.kind)).toBe('electron')
})

test('[SH1] the page runs no text as code, takes no markup, and reaches no other host', async () => {
  const { refused, blocked } = await page.evaluate(async () => {
    const blocked = new Set<string>()
    const wanted = ['connect-src', 'frame-src', 'img-src']
    const all = new Promise<void>((done) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        blocked.add(event.effectiveDirective)
        if (wanted.every((one) => blocked.has(one))) done()
      })
    })
    const nameOf = (work: () => void): string => {
      try {
        work()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const script = document.createElement('script')
    const refused = [
      nameOf(() => document.body.insertAdjacentHTML('beforeend', '<b onclick="taken = 1">x</b>')),
      nameOf(() => {
        script.textContent = 'globalThis.taken = 2'
      })
    ]
    // From a timer: what Playwright itself evaluates is exempt from the policy.
    const evaluated = new Promise<string>((done) => {
      setTimeout(() => done(nameOf(() => new Function('globalThis.taken = 3')())), 0)
    })
    const picture = document.createElement('img')
    picture.src = 'http://127.0.0.1:9/pixel.png'
    const frame = document.createElement('iframe')
    frame.src = 'http://127.0.0.1:9/'
    document.body.append(script, picture, frame)
    await fetch('http://127.0.0.1:9/').catch(() => undefined) // said as a violation
    await all
    return { refused: [...refused, await evaluated], blocked: [...blocked] }
  })
  expect(refused).toEqual(['TypeError', 'TypeError', 'EvalError'])
  expect(blocked).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src']))
  expect(await page.evaluate(() => 'taken' in globalThis)).toBe(false)
})

test('[SH2] [SH3] the page opens no window, goes nowhere and gets no device', async () => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.resolve() // a test opens nothing outside
  })
  const found = await page.evaluate(async () => ({
    opened: window.open('file:///etc/passwd') !== null,
    elsewhere: window.open('http://127.0.0.1:9/') !== null,
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: Error) => error.name
    ),
    reading: await navigator.clipboard.readText().then(
      () => 'given',
      (error: Error) => error.name
    )
  }))
  expect(found).toEqual({
    opened: false,
    elsewhere: false,
    place: 'denied',
    camera: expect.stringMatching(/NotAllowed|NotFound/),
    reading: 'NotAllowedError'
  })
  const refused = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<[url: string, refused: boolean]>((done) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.webContents.on('will-navigate', (event) => done([event.url, event.defaultPrevented]))
      })
  )
  await page.evaluate(() => {
    window.location.href = 'http://127.0.0.1:9/'
  })
  expect(await refused).toEqual(['http://127.0.0.1:9/', true])
  expect(page.url()).toBe('app://console/')
  expect(app.windows()).toHaveLength(1)
})

test('[SH4] the same page in another window is not heard by the engine', async () => {
  const preload = path.resolve('out/preload/index.cjs')
  const heard = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await foreign.loadURL('app://console/')
    const ask = "window.bridge.ask('settings.get', {}).then(() => 'heard', (error) => error.message)"
    const answer: unknown = await foreign.webContents.executeJavaScript(ask)
    foreign.destroy()
    return answer
  }, preload)
  expect(heard).toContain('This page may not talk to the engine')
  expect(await ask()).toMatchObject({ ok: true })
})

test('[SH7] [SH8] the window outlives its engine', async () => {
  test.skip(!process.env['TIERLINE_ENGINE_NODE'], 'only a Node engine can be found and ended from here')
  expect(await ask()).toMatchObject({ ok: true })
  const states: string[] = []
  await page.exposeFunction('heard', (state: string) => states.push(state))
  await page.evaluate(() => {
    window.bridge?.onEngine((state) => (window as unknown as { heard(state: string): void }).heard(state))
  })
  for (const pid of enginesOf(app.process().pid ?? 0)) process.kill(pid, 'SIGKILL')
  await expect.poll(() => states).toEqual(['down', 'restarting', 'up'])
  expect(await ask()).toMatchObject({ ok: true })
})
