import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { expectOffline, list, place, rowOf, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'

/** Rows with and without fault; the first line is the header. */
const FILE = [
  'complaint_id,date_submitted,product,company,state,consumer_narrative,outcome',
  'T-1,2025-05-12T12:00:00-05:00,Mortgage,Harbor Bank,TX,The escrow was paid twice this year.,Closed',
  'T-2,yesterday,Mortgage,Harbor Bank,TX,The date of this one is no date.,Closed',
  'T-3,2025-05-13T12:00:00-05:00,Credit card,Harbor Bank,FL,"A fee, although the account is closed.",Closed',
  'T-3,2025-05-13T12:00:00-05:00,Credit card,Harbor Bank,FL,The same number once more.,Closed',
  'T-4,2025-05-14T12:00:00-05:00,Student loan',
  'T-5,2025-05-15T12:00:00-05:00,Debt collection,Harbor Bank,NY,They call my workplace every day.,Closed'
].join('\n')

/** An administrator imports a file with faults; every rejected row says why, and the cases reach another console. */
export async function importWithFaults(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [alex, ben] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(ben.page, 'Ben Carter')
  await place(ben.page, 'Front line').click()
  await expect(list(ben.page)).toBeVisible()
  await signIn(alex.page, 'Alex Moreau')
  const { page } = alex
  await place(page, t.frame.places.imports).click()
  await page.getByRole('combobox').first().click()
  await page.getByRole('option', { name: /narratives/ }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'harbor-bank.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE)
  })
  await page.getByRole('checkbox', { name: t.importing.acceptRejections }).check({ force: true })
  await page.getByRole('button', { name: t.importing.start }).click()

  const job = page.getByRole('region', { name: new RegExp(`${t.importing.current}.*harbor-bank`) })
  await expect(job.getByText(t.importing.phase.done, { exact: true })).toBeVisible()
  await expect(job).toContainText(t.importing.imported(3))
  await expect(job).toContainText(t.importing.rejected(3))
  const rejections = job.getByRole('row')
  await expect(rejections).toHaveCount(4)
  await expect(rejections.nth(1)).toContainText(/^3.*date_submitted.*yesterday/)
  await expect(rejections.nth(2)).toContainText(/^5.*T-3/)
  await expect(rejections.nth(3)).toContainText(/^6/)
  await look(page, 'import')

  await expect(rowOf(ben.page, 'Mortgage (Harbor Bank)')).toBeVisible()
  await expect(rowOf(ben.page, 'Debt collection (Harbor Bank)')).toBeVisible()
}

const MANY = 450

/** More rejected rows than fit on one page: all of them are read with the keyboard, and saved; without the server it says so. */
export async function manyRejected(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Alex Moreau')
  await place(page, t.frame.places.imports).click()
  await page.getByRole('combobox').first().click()
  await page.getByRole('option', { name: /narratives/ }).click()
  const bad = Array.from(
    { length: MANY },
    (_, n) => `M-${n},yesterday,Mortgage,Harbor Bank,TX,Row ${n}.,Closed`
  )
  await page.locator('input[type=file]').setInputFiles({
    name: 'bad.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([FILE.split('\n')[0], ...bad].join('\n'))
  })
  await page.getByRole('checkbox', { name: t.importing.acceptRejections }).check({ force: true })
  await page.getByRole('button', { name: t.importing.start }).click()
  const job = page.getByRole('region', { name: new RegExp(`${t.importing.current}.*bad.csv`) })
  const { pages } = t.importing
  await expect(job.getByText(pages.range('1', '200', `${MANY}`))).toBeVisible()
  const next = job.getByRole('button', { name: pages.next })
  await expect(next).not.toHaveAttribute('aria-disabled')
  await next.focus()
  await page.keyboard.press('Enter')
  await expect(job.getByText(pages.range('201', '400', `${MANY}`))).toBeVisible()
  await expect(job.getByRole('row').nth(1)).toContainText(/^202/)
  await page.keyboard.press('Enter')
  await expect(job.getByText(pages.range('401', '450', `${MANY}`))).toBeVisible()
  await expect(job.getByRole('row')).toHaveCount(51)
  await expect(next).toBeFocused()
  await look(page, 'import-pages')

  const saved = page.waitForEvent('download')
  await job.getByRole('button', { name: t.importing.downloadProblems }).click()
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(MANY + 1)
  expect(lines.at(-1)).toContain('451,')

  await server.stop()
  await expectOffline(page, 0)
  await job.getByRole('button', { name: pages.previous }).click()
  await expect(job.getByRole('alert')).toContainText(t.importing.refused.away)
  await expect(page.getByText(t.importing.asItWas)).toBeVisible()
  await page.reload()
  await place(page, t.frame.places.imports).click()
  await expect(page.getByText(t.importing.notKnown)).toBeVisible()
  await expect(page.getByText(t.importing.noHistory.title)).toBeHidden()
}
