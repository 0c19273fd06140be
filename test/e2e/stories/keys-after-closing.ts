import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { claim, composer, escalateMenu, list, openCase, pressUntil, signIn } from '../desk.ts'
import type { Room } from '../room.ts'

/** Keys reach the page at once when a layer closes, not when it has faded. */
export async function keysAfterClosing(room: Room): Promise<void> {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  const selected = list(page).getByRole('option', { selected: true })
  const others = list(page).getByRole('option', { selected: false })
  await expect(others.first()).toBeVisible()
  const isFirst = (await selected.getAttribute('aria-posinset')) === '1'
  const there = isFirst ? 'j' : 'k'
  const back = isFirst ? 'k' : 'j'

  for (const [keys, layer] of [
    [['?'], t.shortcuts.title],
    [['g', 's'], t.settings.title],
    [['Control+k'], t.frame.search]
  ] as const) {
    const before = await selected.getAttribute('aria-posinset')
    for (const key of keys) await page.keyboard.press(key)
    const dialog = page.getByRole('dialog', { name: layer })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press(there)
    await expect(dialog).toBeHidden()
    await expect(selected).not.toHaveAttribute('aria-posinset', before ?? '')
    await page.keyboard.press(back)
    await expect(selected).toHaveAttribute('aria-posinset', before ?? '')
  }
  await standsSomewhere(page)
}

/** Whoever goes to another place by its keys, or leaves a field, goes on there and not at the top of the page. */
async function standsSomewhere(page: Page): Promise<void> {
  await list(page).focus()
  for (const key of ['g', 'w']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { level: 2, name: t.frame.places.myWork }).first()).toBeVisible()
  await expectIn(page, '[role=listbox]')
  await page.keyboard.press('r')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(composer(page)).not.toBeFocused()
  await expectIn(page, 'textarea')
  await claim(page)
  await list(page).focus()
  await page.keyboard.press('e')
  const first = escalateMenu(page).getByRole('menuitem').first()
  await expect(first).toBeVisible()
  await pressUntil(page, 'ArrowDown', first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
}

/** Stands in the part of the window that has this, not at the top of the page. */
async function expectIn(page: Page, what: string): Promise<void> {
  const isThere = (selector: string) => {
    const active = document.activeElement
    return active !== document.body && active?.contains(document.querySelector(selector)) === true
  }
  await expect.poll(() => page.evaluate(isThere, what)).toBe(true)
}
