import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { PRINTER } from '../cases.ts'
import { composer, expectSynced, openCase, said, signIn, write } from '../desk.ts'
import type { Room } from '../room.ts'
import { eventsOf } from '../server-log.ts'

const TIMES = [1, 2, 3]

/** The engine is killed while somebody types and right after something was done, again and again. */
export async function engineDies(room: Room): Promise<void> {
  const server = await room.openWorkspace('small')
  const ana = await room.openConsole(server)
  const { page } = ana
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', PRINTER)
  const field = composer(page, 'note')
  const restarting = page.getByText(t.frame.engine.restarting)
  const notDone = page.getByText(t.case.composer.notSent)

  for (const time of TIMES) {
    const done = `Note ${time}: on disk before the engine dies.`
    await write(page, 'note', done)
    await expect(said(page, done)).toBeVisible()
    // A short break is no news; the pauses grow with every death, and then it is said.
    const isSaid = time > 2 ? restarting.waitFor() : undefined
    ana.killEngine()

    const typed = `Typed ${time}: while there is no engine and while it starts, letter by letter.`
    await page.keyboard.type(typed, { delay: 5 })
    await expect(field).toHaveValue(typed)
    await isSaid
    await page.keyboard.press('Control+Enter')
    await expect(notDone.or(said(page, typed))).toBeVisible()
    await expect(restarting).toBeHidden()
    if (await notDone.isVisible()) {
      await expect(field).toHaveValue(typed)
      await page.keyboard.press('Control+Enter')
    }
    await expect(said(page, typed)).toBeVisible()
    await expect(field).toBeEmpty()
    await page.keyboard.press('Escape')
  }

  const half = 'Half a sentence, and then'
  await page.keyboard.press('n')
  await expect(field).toBeFocused()
  await page.keyboard.type(half)
  ana.killEngine()
  await page.keyboard.type(' the rest of it')
  await expect(page.getByText(t.case.composer.draftWaiting)).toBeVisible()
  await expect(page.getByText(t.case.composer.draftSaved)).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await ana.close()
  await ana.open()
  await expectSynced(ana.page)
  await openCase(ana.page, 'Front line', PRINTER)
  await ana.page.keyboard.press('n')
  await expect(composer(ana.page, 'note')).toHaveValue(`${half} the rest of it`)

  const notes = eventsOf(server.data, PRINTER).flatMap((event) => event.body ?? [])
  for (const time of TIMES) {
    expect(notes.filter((note) => note.startsWith(`Note ${time}:`))).toHaveLength(1)
    expect(notes.filter((note) => note.startsWith(`Typed ${time}:`))).toHaveLength(1)
  }
}
