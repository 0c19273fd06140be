import { execFileSync } from 'node:child_process'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import type {} from '../../src/renderer/bridge.ts'
import { launchElectron, NO_SERVER, newFolder } from './launch.ts'

let app: ElectronApplication
let page: Page

test.beforeEach(async () => {
  ;({ app, page } = await launchElectron(newFolder(), NO_SERVER))
  await page.waitForFunction(() => window.bridge !== undefined)
})
test.afterEach(() => app.close())

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

test('[SH1] the page runs no text as code and reaches no other host', async () => {
  const { evaluated, blocked } = await page.evaluate(async () => {
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    // From a timer: what Playwright itself evaluates is exempt from the policy.
    const evaluated = await new Promise<string>((done) => {
      setTimeout(() => {
        try {
          done(new Function('return "ran"')())
        } catch (error) {
          done((error as Error).name)
        }
      }, 0)
    })
    await fetch('http://127.0.0.1:9/').catch(() => {})
    await new Promise((done) => setTimeout(done, 100))
    return { evaluated, blocked }
  })
  expect(evaluated).toBe('EvalError')
  expect(blocked).toContain('connect-src')
})

test('[SH2] [SH3] the page opens no window, goes nowhere and gets no device', async () => {
  const found = await page.evaluate(async () => ({
    opened: window.open('file:///etc/passwd') !== null,
    place: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: Error) => error.name
    )
  }))
  expect(found).toEqual({
    opened: false,
    place: 'denied',
    camera: expect.stringMatching(/NotAllowed|NotFound/)
  })
  await page.evaluate(() => {
    window.location.href = 'http://127.0.0.1:9/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://console/')
  expect(app.windows()).toHaveLength(1)
})

test('[SH7] [SH8] the window outlives its engine', async () => {
  test.skip(!process.env['TIERLINE_ENGINE_NODE'], 'only a Node engine can be found and ended from here')
  expect(await ask()).toMatchObject({ ok: true })
  const states: string[] = []
  await page.exposeFunction('heard', (state: string) => states.push(state))
  await page.evaluate(() => {
    window.bridge?.onEngine((state) => (window as unknown as { heard(state: string): void }).heard(state))
  })
  const engine = execFileSync('pgrep', ['-P', String(app.process().pid), '-f', 'engine.js'])
    .toString()
    .trim()
  process.kill(Number(engine), 'SIGKILL')
  await expect.poll(() => states).toEqual(['down', 'restarting', 'up'])
  expect(await ask()).toMatchObject({ ok: true })
})
