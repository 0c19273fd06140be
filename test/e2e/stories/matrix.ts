import { expect, type Locator, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import {
  action,
  claim,
  escalateMenu,
  expectOffline,
  expectSynced,
  openCase,
  place,
  runCommand,
  signIn,
  WORDS
} from '../desk.ts'
import { type Look, lookAway } from '../looks.ts'
import type { Room } from '../room.ts'

const REASON = 'Billing answers faster now'
const texts = t.matrix
/** The other console is in Spanish. */
const { es } = WORDS

/**
 * An administrator edits the matrix, is stopped by a check, mends it, tries it on the past, publishes; the button of
 * another console, which shows the case all the while, changes.
 */
export async function editedAndObeyed(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [alex, ana] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(ana.page, 'Ana Ruiz', 'es')
  await openCase(ana.page, 'Primera línea', LAMP)
  await claim(ana.page, es)
  await expectWay(ana.page, es.escalation.acceptsWithin('30 min'))

  await signIn(alex.page, 'Alex Moreau')
  await runCommand(alex.page, t.frame.goTo(t.frame.places.matrix))
  await expect(row(alex.page, 'l1-billing')).toBeVisible()
  await look(alex.page, 'matrix-rows')

  // A time to accept that leaves none to resolve: said at the row, and publishing says why not.
  await setTime(alex.page, 'accept', '9', lookAway)
  await expect(publish(alex.page)).toHaveAttribute('aria-disabled', 'true')
  const checks = alex.page.getByRole('button', { name: texts.findings.errors(1) })
  await expect(checks).toBeVisible()
  await look(alex.page, 'matrix-error')
  await checks.click()
  const list = alex.page.getByRole('dialog', { name: texts.findings.title })
  await list.getByRole('button', { name: /l1-billing/ }).click()
  await list.getByRole('button', { name: t.frame.close }).click()

  // The draft is on disk: it is the same after a restart.
  await expect(alex.page.getByText(/^Draft saved here/)).toBeVisible()
  await alex.close()
  await alex.open()
  await expectSynced(alex.page)
  await place(alex.page, t.frame.places.matrix).click()
  await expect(checksOf(alex.page, texts.findings.errors(1))).toBeVisible()
  // Mended on a day without a network: it is on disk, and goes on where it was.
  await server.stop()
  await expectOffline(alex.page, 0)
  await setTime(alex.page, 'accept', '2', look)
  await expect(alex.page.getByText(/^Draft saved here/)).toBeVisible()
  await expect(publish(alex.page)).toHaveAttribute('aria-disabled', 'true')
  await part(alex.page, texts.parts.versions).click()
  await expect(alex.page.getByText(texts.versions.needsServer)).toBeVisible()
  await part(alex.page, texts.parts.functional).click()
  await server.start()
  await expect(publish(alex.page)).not.toHaveAttribute('aria-disabled', 'true', { timeout: 40_000 })

  await moveUpAndBack(alex.page)
  await tryIt(alex.page, look)
  await publish(alex.page).click()
  const form = alex.page.getByRole('dialog', { name: texts.publishing.title })
  await form.getByRole('textbox', { name: texts.publishing.reason }).fill(REASON)
  await look(alex.page, 'matrix-publish')
  await form.getByRole('button', { name: texts.publishing.do }).click()
  await expect(form).toBeHidden()
  await expect(alex.page.getByText(texts.inForce('2'))).toBeVisible()

  await expectWay(ana.page, es.escalation.acceptsWithin('2 h'))
  await part(alex.page, texts.parts.versions).click()
  await expect(alex.page.getByRole('row', { name: new RegExp(REASON) })).toBeVisible()
  await look(alex.page, 'matrix-versions')
  await seeAndTryCase(alex.page, look)

  // Who does not edit may read it, and is told who edits.
  await place(ana.page, es.frame.places.matrix).click()
  await expect(ana.page.getByText(es.matrix.readOnly('Alex Moreau'))).toBeVisible()
  await expect(row(ana.page, 'l1-billing')).toContainText('2 h')
  await expect(ana.page.getByRole('button', { name: es.matrix.publish, exact: true })).toHaveCount(0)
  await look(ana.page, 'matrix-reading')
}

const row = (page: Page, id: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell').getByText(id, { exact: true }) })
const publish = (page: Page): Locator => page.getByRole('button', { name: texts.publish, exact: true })
const part = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: texts.parts.label }).getByRole('button', { name })
const checksOf = (page: Page, name: string): Locator => page.getByRole('button', { name })

/** The escalate menu of the open case says by when the second line accepts. */
async function expectWay(page: Page, within: string): Promise<void> {
  await expect(async () => {
    await action(page, es.escalation.title, es).click()
    const way = escalateMenu(page, es).getByRole('menuitem', { name: 'L2 Facturación' })
    await expect(way).toContainText(within, { timeout: 1_000 })
    await page.keyboard.press('Escape')
  }).toPass()
  await page.keyboard.press('Escape')
}

/** Changes a time of a row by the keyboard: Enter opens the part, the number is typed, Escape goes back to the row. */
async function setTime(page: Page, which: 'accept' | 'resolve', hours: string, look: Look): Promise<void> {
  const name = t.matrixRows.part[which]
  await row(page, 'l1-billing')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .press('Enter')
  const panel = page.getByRole('dialog', { name })
  await panel.getByRole('combobox', { name: t.matrixRows.unitLabel }).click()
  await page.getByRole('option', { name: t.matrixRows.unit.hours }).click()
  await panel.getByRole('textbox', { name }).fill(hours)
  await look(page, 'matrix-part')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** Alt with an arrow moves a row, and it is said; undo puts it back. */
async function moveUpAndBack(page: Page): Promise<void> {
  const chip = row(page, 'l1-billing').getByRole('button', { name: new RegExp(`^${t.matrixRows.part.from}`) })
  await chip.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: /^l1-billing is now row/ })).toBeAttached()
  await expect(chip).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+z')
}

async function tryIt(page: Page, look: Look): Promise<void> {
  await part(page, texts.parts.tryHistory).click()
  await page.getByRole('button', { name: t.matrixTry.history.start }).click()
  await expect(page.getByText(t.matrixTry.history.nothing)).toBeVisible()
  await look(page, 'matrix-history')
}

async function seeAndTryCase(page: Page, look: Look): Promise<void> {
  await part(page, texts.parts.picture).click()
  const node = page.getByRole('button', { name: /^L2 Billing: / })
  await node.click()
  await expect(page.getByText(t.matrixTry.picture.rowsOf('L2 Billing'))).toBeVisible()
  await look(page, 'matrix-picture')
  await part(page, texts.parts.tryCase).click()
  await expect(page.getByText(t.matrixTry.sameAll)).toBeVisible()
  await look(page, 'matrix-try')
}
