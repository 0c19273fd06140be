import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../src/renderer/words/en.ts'
import { es } from '../../src/renderer/words/es.ts'
import { it } from '../../src/renderer/words/it.ts'
import { languageNames } from '../../src/renderer/words/language.ts'
import type { Words } from '../../src/renderer/words/words.ts'
import type { Language } from '../../src/shared/people/person.ts'

export const WORDS: Readonly<Record<Language, Words>> = { en, es, it }

/** The first copy of a long queue takes a moment on a machine that does other things too. */
const FIRST_COPY = { timeout: 30_000 }

/** Chooses the language, then the person, and waits until their queues are on this machine. */
export async function signIn(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await chooseLanguage(page, language)
  await personCard(page, name).click()
  await expectSynced(page, WORDS[language])
}

/** A press on the language that is shown already, because of the browser, is a choice too. */
async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const radio = page.getByRole('radio', { name: languageNames[language] })
  await radio.click({ force: true }) // the word over it is what one sees and presses
  await expect(radio).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

export const personCard = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(name) })

/** All that was done here is on the server, and all of the server that belongs here is here. */
export async function expectSynced(page: Page, t: Words = en): Promise<void> {
  const [allSaved = ''] = t.frame.connection.allSaved('|').split('|')
  await expect(page.getByRole('button', { name: allSaved })).toBeVisible(FIRST_COPY)
  const [loading = ''] = t.frame.connection.firstCopy('|', '').split('|')
  await expect(page.getByRole('progressbar', { name: loading })).toHaveCount(0, FIRST_COPY)
}

/** Waits for the banner that says so, with this many changes waiting. */
export async function expectOffline(page: Page, waiting: number, t: Words = en): Promise<void> {
  await expect(page.getByText(t.frame.connection.offlineBanner(waiting))).toBeVisible()
}

export const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name })
export const list = (page: Page): Locator => page.getByRole('region').getByRole('listbox')
export const rowOf = (page: Page, subject: string): Locator =>
  list(page).getByRole('option').filter({ hasText: subject })
export const openedCase = (page: Page, subject: string): Locator =>
  page.getByRole('heading', { level: 2, name: subject })

/** Goes to a place and opens one of its cases with the pointer. */
export async function openCase(page: Page, placeName: string, subject: string): Promise<void> {
  await place(page, placeName).click()
  await rowOf(page, subject).click()
  await expect(openedCase(page, subject)).toBeVisible()
}

export const composer = (page: Page, mode: 'reply' | 'note' = 'reply', t: Words = en): Locator =>
  page.getByRole('textbox', { name: t.case.composer[mode], exact: true })

/** Writes with the keys alone: R or N, the words, Ctrl+Enter. */
export async function write(page: Page, mode: 'reply' | 'note', words: string, t: Words = en): Promise<void> {
  await page.keyboard.press(mode === 'reply' ? 'r' : 'n')
  await expect(composer(page, mode, t)).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(composer(page, mode, t)).toBeEmpty()
}

/** One message or note in the conversation. */
export const said = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words })
/** The tick of a message: how far it has got. */
export const tick = (message: Locator, state: 'here' | 'sent' | 'confirmed', t: Words = en): Locator =>
  message.getByText(t.case.sync[state])

export const toolbar = (page: Page, t: Words = en): Locator =>
  page.getByRole('toolbar', { name: t.case.toolbar })
export const action = (page: Page, name: string, t: Words = en): Locator =>
  toolbar(page, t).getByRole('button', { name, exact: true })
export const escalateMenu = (page: Page, t: Words = en): Locator =>
  page.getByRole('menu', { name: t.escalation.title })
export const context = (page: Page, t: Words = en): Locator =>
  page.getByRole('complementary', { name: t.frame.panes.context })

/** Opens the escalate menu with its key and chooses a row with the arrows. */
export async function chooseWay(page: Page, way: string, t: Words = en): Promise<void> {
  await page.keyboard.press('e')
  const wanted = escalateMenu(page, t).getByRole('menuitem', { name: way })
  await expect(wanted).toBeVisible()
  await pressUntil(page, 'ArrowDown', wanted)
  await page.keyboard.press('Enter')
}

/** Claims with the key and waits until the case says whose it is. */
export async function claim(page: Page, t: Words = en): Promise<void> {
  await page.keyboard.press('c')
  await expect(action(page, t.case.actions.pend, t)).not.toHaveAttribute('aria-disabled')
}

/** Presses a key until the focus is where it is wanted, as somebody does who watches the screen. */
export async function pressUntil(page: Page, key: string, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${wanted}`)
}

/** A list or a menu may keep the focus itself and name the row. */
function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => {
    const active = document.activeElement
    return active === element || active?.getAttribute('aria-activedescendant') === element.id
  })
}

/** Presses J or K until the case is selected. */
export async function moveTo(page: Page, subject: string): Promise<void> {
  const row = rowOf(page, subject)
  await expect(row).toBeVisible()
  const wanted = await placeOf(row)
  for (let presses = 0; presses < 40 && (await row.getAttribute('aria-selected')) !== 'true'; presses += 1) {
    // Looked at in one go: a case that was just sent up leaves the list.
    const [at] = await list(page)
      .getByRole('option', { selected: true })
      .evaluateAll((rows) => rows.map((one) => Number(one.getAttribute('aria-posinset'))))
    await page.keyboard.press(at !== undefined && at > wanted ? 'k' : 'j')
  }
  await expect(openedCase(page, subject)).toBeVisible()
}

const placeOf = async (row: Locator): Promise<number> => Number(await row.getAttribute('aria-posinset'))

/** Runs a command of the palette by typing it. */
export async function runCommand(page: Page, command: string, t: Words = en): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: t.frame.search })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(command)
  await expect(palette.getByRole('option').first()).toContainText(command)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}
