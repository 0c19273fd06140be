import { expect, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { en } from '../../src/renderer/words/en.ts'
import type { Words } from '../../src/renderer/words/words.ts'
import type { Language } from '../../src/shared/people/person.ts'
import { place, signIn, WORDS } from './desk.ts'
import { runServer } from './launch.ts'

/** What of a published matrix the stories look at. */
type Shown = {
  readonly functional: readonly {
    readonly id: string
    readonly acceptMinutes: number
    readonly resolveMinutes: number
  }[]
}

/** Signs in and goes to the matrix. */
export async function openMatrix(page: Page, name: string, language: Language): Promise<void> {
  const t = WORDS[language]
  await signIn(page, name, language)
  await place(page, t.frame.places.matrix).click()
  await expect(matrixRow(page, 'l1-billing')).toBeVisible()
}

export const matrixRow = (page: Page, id: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell').getByText(id, { exact: true }) })
export const matrixPart = (page: Page, part: keyof Words['matrix']['parts'], t: Words = en): Locator =>
  page
    .getByRole('navigation', { name: t.matrix.parts.label })
    .getByRole('button', { name: t.matrix.parts[part] })
export const publishButton = (page: Page, t: Words = en): Locator =>
  page.getByRole('button', { name: t.matrix.publish, exact: true })

/** Changes a time of a row, in the unit it has, and waits until the draft is on disk. */
export async function setTime(
  page: Page,
  id: string,
  which: 'accept' | 'resolve',
  count: string,
  t: Words
): Promise<void> {
  const name = t.matrixRows.part[which]
  await matrixRow(page, id)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .press('Enter')
  const panel = page.getByRole('dialog', { name })
  await panel.getByRole('textbox', { name }).fill(count)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** Publishes the draft now, and waits until it is in force. */
export async function publishNow(page: Page, reason: string, version: number, t: Words): Promise<void> {
  await publishButton(page, t).click()
  const form = page.getByRole('dialog', { name: t.matrix.publishing.title })
  await form.getByRole('textbox', { name: t.matrix.publishing.reason }).fill(reason)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText(t.matrix.inForce(String(version)))).toBeVisible()
}

/** The times of rows as the server has them in force: to accept and to resolve, in minutes. */
export function timesInForce(
  data: string,
  ids: readonly string[]
): (readonly [number, number] | undefined)[] {
  const { functional } = parse(runServer('matrix', 'show', '--data', data)) as Shown
  return ids.map((id) => {
    const row = functional.find((one) => one.id === id)
    return row && [row.acceptMinutes, row.resolveMinutes]
  })
}
