import { expect, type Page } from '@playwright/test'
import { WORDS } from '../desk.ts'
import { runServer } from '../launch.ts'
import type { Look } from '../looks.ts'
import { openMatrix, publishButton, publishNow, setTime, timesInForce } from '../matrix-desk.ts'
import type { Room } from '../room.ts'

const [es, it] = [WORDS.es, WORDS.it]

/**
 * Two administrators, one in Spanish and one in Italian, edit the matrix at once. The second to publish is told, sees what the
 * first one changed, keeps what is theirs, and chooses where both changed the same; nothing of either is lost.
 */
export async function twoAdministrators(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const bea = [
    '--email',
    'bea@example.com',
    '--name',
    'Bea Sanz',
    '--language',
    'it',
    '--time-zone',
    'Europe/Rome'
  ]
  runServer('person', 'add', '--data', server.data, '--role', 'administrator', '--tier', 'L1', ...bea)
  const [first, second] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await openMatrix(first.page, 'Alex Moreau', 'es')
  await openMatrix(second.page, 'Bea Sanz', 'it')

  await setTime(first.page, 'l1-billing', 'accept', '20', es)
  await setTime(first.page, 'l1-technical', 'accept', '40', es)
  await setTime(first.page, 'it-signals', 'accept', '25', es)
  await setTime(second.page, 'l1-technical', 'accept', '50', it)
  await setTime(second.page, 'it-signals', 'accept', '35', it)
  await setTime(second.page, 'l1-billing', 'resolve', '7', it)
  await publishNow(second.page, 'Più tempo per i tecnici', 2, it)

  await expect(first.page.getByText(es.matrix.moved('2'))).toBeVisible()
  await expect(publishButton(first.page, es)).toHaveAttribute('aria-disabled', 'true')
  await first.page.getByRole('button', { name: es.matrix.showDifferences }).click()
  const dialog = first.page.getByRole('dialog', { name: es.matrix.movedTitle('2') })
  const choices = dialog.getByRole('radiogroup')
  await expect(choices).toHaveCount(2)
  await look(first.page, 'two-administrators')
  await choices
    .filter({ hasText: '50 min' })
    .getByRole('radio', { name: es.matrix.clash.theirs('2') })
    .check()
  await first.page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(publishButton(first.page, es)).toBeFocused()

  await draftDropped(first.page)
  await publishNow(first.page, 'Las dos cosas', 3, es)
  await expect(second.page.getByText(it.matrix.inForce('3'))).toBeVisible()
  // Mine, mine beside theirs in one row, and of what both changed once theirs and once mine.
  expect(timesInForce(server.data, ['l1-billing', 'l1-technical', 'it-signals'])).toEqual([
    [20, 420],
    [50, 960],
    [25, 480]
  ])
}

/** A draft that is thrown away by mistake comes back with all that was in it. */
async function draftDropped(page: Page): Promise<void> {
  await page.getByRole('button', { name: es.matrix.more }).click()
  await page.getByRole('menuitem', { name: es.matrix.discard }).click()
  await expect(page.getByText(es.matrix.state.same)).toBeVisible()
  await page.getByRole('log').getByRole('button', { name: es.matrix.undo }).click()
  await expect(page.getByText(es.matrix.state.same)).toBeHidden()
}
