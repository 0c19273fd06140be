import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { list, place, rowOf, signIn } from '../desk.ts'
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
