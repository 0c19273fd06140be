import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import {
  chooseWay,
  context,
  escalateMenu,
  expectSynced,
  openCase,
  personCard,
  place,
  signIn,
  WORDS
} from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'

/** Through the screens of the workspace that `npm start` shows, one person after the other. */
export async function makeTheRounds(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('demo')
  const { page } = await room.openConsole(server)
  await expect(personCard(page, 'Ana Ruiz')).toBeVisible()
  await look(page, 'sign-in')
  await signIn(page, 'Ana Ruiz')
  await anaLooksAround(page, look)
  await changePerson(page, 'Sofía Herrera')
  await place(page, t.frame.places.approvals).click()
  await page.getByRole('button', { name: 'Two nights paid, one night slept' }).click()
  await expect(context(page)).toBeVisible()
  await look(page, 'approvals')
  await changePerson(page, 'Alex Moreau')
  await place(page, t.frame.places.imports).click()
  await expect(page.getByRole('button', { name: t.importing.start })).toBeVisible()
  await look(page, 'import-empty')
  await changePerson(page, 'Giulia Ferrari')
  await speakItalian(page)
  await place(page, 'Sportello').click()
  await page.getByRole('region').getByRole('listbox').getByRole('option').nth(2).click()
  await expect(context(page, WORDS.it)).toBeVisible()
  await look(page, 'italian')
}

async function anaLooksAround(page: Page, look: Look): Promise<void> {
  await openCase(page, t.frame.places.myWork, 'Charged twice for the May subscription')
  await place(page, 'Front line').click()
  await expect(context(page)).toBeVisible()
  await look(page, 'case')
  await page.keyboard.press('e')
  await expect(escalateMenu(page).getByRole('menuitem').first()).toBeVisible()
  await look(page, 'escalate')
  await page.keyboard.press('Escape')
  await expect(escalateMenu(page)).toBeHidden()
  await chooseWay(page, 'L2 Billing')
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
  await look(page, 'hand-off')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('pri')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await look(page, 'palette')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: t.shortcuts.title })).toBeVisible()
  await look(page, 'shortcuts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog', { name: t.settings.title })).toBeVisible()
  await look(page, 'settings')
  await page.getByRole('tab', { name: t.settings.aboutData }).click()
  await look(page, 'about')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function changePerson(page: Page, name: string): Promise<void> {
  await page.locator('.tl-person').click()
  await page.getByRole('menuitem', { name: t.signIn.signOut }).click()
  await personCard(page, name).click()
  await expectSynced(page)
}

async function speakItalian(page: Page): Promise<void> {
  await page.locator('.tl-person').click()
  await page.getByRole('menuitemcheckbox', { name: 'Italiano' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
}
