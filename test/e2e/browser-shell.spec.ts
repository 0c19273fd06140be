import { expect, test } from '@playwright/test'
import { NO_SERVER, newFolder, type Running, removeFolder, startWebHost } from './launch.ts'

let host: Running
let folder: string

test.beforeEach(async () => {
  folder = newFolder()
  host = await startWebHost(folder, NO_SERVER)
})
test.afterEach(async () => {
  await host.stop()
  removeFolder(folder)
})

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
