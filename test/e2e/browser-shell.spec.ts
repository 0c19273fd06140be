import { expect, test } from '@playwright/test'
import { NO_SERVER, newFolder, startWebHost } from './launch.ts'

let host: { url: string; stop(): Promise<void> }

test.beforeEach(async () => {
  host = await startWebHost(newFolder(), NO_SERVER)
})
test.afterEach(() => host.stop())

test('[SH1] the console in a browser tab keeps the same policy and makes itself a profile', async ({
  page
}) => {
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text())
  })
  const response = await page.goto(host.url)
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'")
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('tierline.profile')))
    .toMatch(/^[a-z0-9-]{8,64}$/)
  expect(blocked).toEqual([])
})

test('[SH10] [SH13] the host gives nothing under another name and nothing from elsewhere', async ({
  request
}) => {
  const rebound = await request.get(host.url, { headers: { host: 'evil.example' } })
  expect(rebound.status()).toBe(421)
  const outside = await request.get(`${host.url}/..%2f..%2fpackage.json`)
  expect(outside.status()).toBe(404)
  expect((await request.post(host.url)).status()).toBe(405)
})
