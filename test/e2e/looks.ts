import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What a story does at the screens worth looking at. */
export type Look = (page: Page, screen: string) => Promise<void>

type Theme = 'light' | 'dark' | 'contrast'
const THEMES: readonly Theme[] = ['light', 'dark', 'contrast']

export const lookAway: Look = () => Promise.resolve()

/** Keeps a picture of the whole window under a name that stays: test-results/screens/<screen>.png. */
export const keepScreen: Look = async (page, screen) => {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join('test-results/screens', `${screen}.png`), animations: 'disabled' })
}

/** The same in light and in dark. */
export const keepLightAndDark: Look = async (page, screen) => {
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(page, theme, () => keepScreen(page, `${screen}-${theme}`))
  }
}

/** Nothing that axe knows of stands in anybody's way, whichever theme they have. */
export const checkAccess: Look = async (page, screen) => {
  for (const theme of THEMES) {
    await inTheme(page, theme, async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`)
      )
      expect(found, `${screen} in ${theme}`).toEqual([])
    })
  }
}

/** Draws the page in another theme for a moment, as the settings do, and leaves them as they are. */
async function inTheme(page: Page, theme: Theme, work: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme'])
  const put = (wanted = '') =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, wanted)
  await put(theme)
  await work()
  await put(before)
}
