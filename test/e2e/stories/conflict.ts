import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { TRANSFER } from '../cases.ts'
import { claim, expectOffline, expectSynced, openCase, said, signIn, write } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf, typesOf } from '../server-log.ts'

const WORDS = 'I have called the checking team, they need the contract with the supplier.'

/** Two claim the same case while neither has a network. The one who comes second loses the case and not a word. */
export async function twoClaimOffline(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, ben] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(ben.page, 'Ben Carter')
  await openCase(ana.page, 'Front line', TRANSFER)
  await openCase(ben.page, 'Front line', TRANSFER)
  await server.stop()
  await expectOffline(ana.page, 0)
  await expectOffline(ben.page, 0)
  await claim(ben.page)
  await claim(ana.page)
  await write(ana.page, 'reply', WORDS)
  await expectOffline(ana.page, 2)
  await ana.close()

  await server.start()
  await expectSynced(ben.page)
  await ana.open()
  const { page } = ana
  await page.getByRole('button', { name: t.outbox.review.open, exact: true }).click()
  const tray = page.getByRole('dialog', { name: t.outbox.review.title })
  const entries = tray.getByRole('article')
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(0)).toContainText(/Ben Carter (took|has) this case/)
  await expect(entries.nth(1)).toContainText(WORDS)
  await look(page, 'review-tray')

  // One press too many is not enough to lose words.
  await entries.nth(1).getByRole('button', { name: t.outbox.choices.dismiss }).click()
  await expect(entries.nth(1).getByRole('button', { name: t.outbox.choices.discardWords })).toBeVisible()
  await expect(entries).toHaveCount(2)
  await entries.nth(1).getByRole('button', { name: t.outbox.choices.saveAsNote }).click()
  await expect(entries).toHaveCount(1)
  await entries.nth(0).getByRole('button', { name: t.outbox.choices.gotIt }).click()
  await expect(tray.getByText(t.outbox.reviewEmpty.title)).toBeVisible()
  await page.keyboard.press('Escape')

  await openCase(page, 'Front line', TRANSFER)
  await expect(said(page, WORDS)).toBeVisible()
  await expect(said(ben.page, WORDS)).toBeVisible()
  await expectSynced(page)
  expect(typesOf(server.data, TRANSFER)).toEqual(['case.opened', 'case.claimed', 'case.noted'])
  expect(eventsOf(server.data, TRANSFER)[2]).toMatchObject({ body: WORDS })
}
