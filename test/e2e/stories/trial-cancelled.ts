import { expect, type Page } from '@playwright/test'
import { WORDS } from '../desk.ts'
import type { Look } from '../looks.ts'
import { matrixPart, openMatrix, setTime } from '../matrix-desk.ts'
import type { Room } from '../room.ts'
import { factCount } from '../server-log.ts'

const t = WORDS.es
const texts = t.matrixTry.history
/** Every slice of two hundred cases waits so long that somebody can press a button meanwhile. */
const PAUSE_MS = 150

/**
 * A draft is tried on all the cases of the demo and the trial is stopped halfway: what was tried until then is shown, one of the
 * cases is opened from the list and the way back leads to it, and a draft that was changed since is told. The log is as before.
 */
export async function trialCancelled(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('demo', { pauseMs: PAUSE_MS })
  const { page } = await room.openConsole(server)
  await openMatrix(page, 'Alex Moreau', 'es')
  const before = factCount(server.data)
  // The first row of the technical cases goes: the next one takes its cases, and those of other kinds have no way.
  await removeRow(page, 'it-territorio')
  await matrixPart(page, 'tryHistory', t).click()
  await page.getByRole('button', { name: texts.start }).dblclick()
  const bar = page.getByRole('progressbar', { name: texts.running })
  await expect(bar).toBeVisible()
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(10)
  const cancel = page.getByRole('button', { name: texts.cancel, exact: true })
  await cancel.focus()
  await page.keyboard.press('Enter')
  const result = page.locator('.matrix-result')
  await expect(result).toContainText(/^Cancelada tras/)
  await expect(page.getByRole('button', { name: texts.again })).toBeFocused()
  const [, done, all] = /tras ([\d.]+) de ([\d.]+) casos/.exec(await result.innerText()) ?? []
  expect(countOf(done)).toBeGreaterThan(0)
  expect(countOf(done)).toBeLessThan(countOf(all))
  await expect(page.getByText(texts.stale)).toHaveCount(0)
  await look(page, 'trial-cancelled')

  const cases = page.getByRole('listbox', { name: texts.cases })
  await cases.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = cases.getByRole('option', { selected: true })
  const subject = await chosen.locator('.tl-strong').innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: subject })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cases).toBeFocused()
  await expect(chosen).toContainText(subject)

  await matrixPart(page, 'functional', t).click()
  await setTime(page, 'l1-billing', 'accept', '20', t)
  await matrixPart(page, 'tryHistory', t).click()
  await expect(page.getByText(texts.stale)).toBeVisible()
  expect(factCount(server.data)).toBe(before)
}

async function removeRow(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: t.matrix.grid.menu(id) }).click()
  await page.getByRole('menuitem', { name: t.matrix.grid.remove }).click()
  await expect(page.getByText(t.matrix.grid.removed(id)).first()).toBeVisible()
}

const countOf = (text = ''): number => Number(text.replaceAll('.', ''))
