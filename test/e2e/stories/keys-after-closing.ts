import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { list, openCase, signIn } from '../desk.ts'
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
}
