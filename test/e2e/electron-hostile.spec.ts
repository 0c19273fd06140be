import { expect } from '@playwright/test'
import { HOSTILE } from './cases.ts'
import { openCase, place, signIn } from './desk.ts'
import { keepScreen } from './looks.ts'
import { test } from './room.ts'

test('[CO4] [SH1] what a customer writes is text, whatever it looks like', async ({ room }) => {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  await place(page, 'Front line').click()
  await openCase(page, 'Front line', HOSTILE.subject)
  const conversation = page.getByRole('article')
  for (const line of HOSTILE.body.split('\n')) await expect(conversation).toContainText(line)
  await expect(page).toHaveTitle('Tierline')
  await expect(page.getByRole('main').locator('script, img, a, iframe')).toHaveCount(0)
  await expect(conversation.locator('b')).toHaveCount(0)

  // A word without an end is broken, and nothing is wider than its pane.
  const isWider = await page
    .getByRole('region', { name: 'Conversation' })
    .evaluate((pane) => pane.scrollWidth > pane.clientWidth)
  expect(isWider).toBe(false)
  await keepScreen(page, 'hostile-text')
})
