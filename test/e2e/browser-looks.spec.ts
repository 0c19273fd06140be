import { expect } from '@playwright/test'
import { en } from '../../src/renderer/words/en.ts'
import { LAMP, PASSWORD, TRANSFER } from './cases.ts'
import {
  composer,
  expectSynced,
  list,
  moveTo,
  openCase,
  openedCase,
  place,
  rowOf,
  runCommand,
  signIn,
  WORDS
} from './desk.ts'
import { test } from './room.ts'

test('[CO4] [EN11] a search finds words said in a case and marks them', async ({ room }) => {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('/')
  const search = page.getByRole('dialog', { name: en.shortcuts.search })
  await search.getByRole('combobox').fill('supplier deliver')
  const found = search.getByRole('option').filter({ hasText: TRANSFER })
  await expect(found.locator('mark').first()).toHaveText(/supplier/i)
  await page.keyboard.press('Enter')
  await expect(openedCase(page, TRANSFER)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('/')
  await search.getByRole('combobox').fill('zebra')
  await search.getByRole('option', { name: en.frame.searchFor('zebra') }).click()
  await expect(page.getByRole('heading', { name: en.queue.searchOf('zebra') }).first()).toBeVisible()
  await expect(list(page).locator('mark').first()).toHaveText(/zebra/i)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await search.getByRole('combobox').fill('xylophone')
  await search.getByRole('option', { name: en.frame.searchFor('xylophone') }).click()
  await expect(page.getByText(en.queue.empty.search.title)).toBeVisible()
})

test('[CO1] palette, help, looks and language; they are the same after a restart', async ({ room }) => {
  const server = await room.openWorkspace('small')
  const tab = await room.openConsole(server)
  await signIn(tab.page, 'Ana Ruiz')
  const html = () => tab.page.locator('html')
  await tab.page.keyboard.press('?')
  const help = tab.page.getByRole('dialog', { name: en.shortcuts.title })
  await expect(help.getByText(en.shortcuts.palette)).toBeVisible()
  await tab.page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  const { use, themes, densities } = en.settings
  await runCommand(tab.page, use.theme(themes.dark))
  await expect(html()).toHaveAttribute('data-theme', 'dark')
  await runCommand(tab.page, use.density(densities.compact))
  await expect(html()).toHaveAttribute('data-density', 'compact')

  for (const language of ['it', 'es'] as const) {
    const t = WORDS[language]
    await tab.page.locator('.tl-person').click()
    await tab.page.getByRole('menuitemcheckbox', { name: language === 'it' ? 'Italiano' : 'Español' }).click()
    await tab.page.keyboard.press('Escape')
    await expect(html()).toHaveAttribute('lang', language)
    await expect(place(tab.page, t.frame.places.myWork)).toBeVisible()
  }
  await tab.close()
  await tab.open()
  await expectSynced(tab.page, WORDS.es)
  await expect(html()).toHaveAttribute('data-theme', 'dark')
  await expect(html()).toHaveAttribute('data-density', 'compact')
})

test('[EN6] drafts: what was not sent has a list of its own until it is sent or emptied', async ({
  room
}) => {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  for (const subject of [LAMP, PASSWORD]) {
    await openCase(page, 'Front line', subject)
    await page.keyboard.press('n')
    await expect(composer(page, 'note')).toBeFocused()
    await page.keyboard.type(`Thoughts about ${subject}`)
    await page.keyboard.press('Escape')
  }
  await place(page, en.frame.places.drafts).click()
  await expect(list(page).getByRole('option')).toHaveCount(2)
  await rowOf(page, LAMP).click()
  await expect(openedCase(page, LAMP)).toBeVisible()
  await page.keyboard.press('n')
  await expect(composer(page, 'note')).toHaveValue(`Thoughts about ${LAMP}`)
  await page.keyboard.press('Control+Enter')
  await expect(composer(page, 'note')).toBeEmpty()
  await page.keyboard.press('Escape')
  await moveTo(page, PASSWORD)
  await page.keyboard.press('n')
  await composer(page, 'note').fill('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: en.frame.places.drafts, exact: true })).toBeVisible()
})
