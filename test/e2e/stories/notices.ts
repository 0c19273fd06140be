import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP, TRANSFER } from '../cases.ts'
import { claim, composer, openCase, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { askForRefund } from './refund.ts'

const WHY = 'The lamp came in pieces'
const ASKED = t.frame.notices.asksYou('Ana Ruiz', 'Refund €120.00')
const { became } = t.frame.notices

/** Two are asked at once: one approves from the message, by the keys and in the middle of a sentence; the other's says so. */
export async function fromTheMessage(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, sofia, claire] = await Promise.all([1, 2, 3].map(() => room.openConsole(server)))
  if (!ana || !sofia || !claire) throw new Error('three consoles are needed')
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(sofia.page, 'Sofía Herrera')
  await signIn(claire.page, 'Claire Dubois')
  await openCase(sofia.page, 'Front line', TRANSFER)
  await sofia.page.keyboard.press('n')
  await sofia.page.keyboard.type('Half a')
  await openCase(ana.page, 'Front line', LAMP)
  await claim(ana.page)
  await askForRefund(ana.page, '120', WHY)
  await expect.poll(() => typesOf(server.data, LAMP).at(-1)).toBe('approval.requested')

  for (const { page } of [sofia, claire]) {
    await expect(message(page)).toContainText(ASKED)
    await expect(message(page)).toContainText(WHY)
  }
  await expect(message(ana.page)).toHaveCount(0)
  await look(claire.page, 'asked-to-decide')

  // Nothing took the focus out of the sentence, and the message stays while one is on it.
  await expect(composer(sofia.page, 'note')).toBeFocused()
  await sofia.page.keyboard.press('F8')
  const yes = message(sofia.page).getByRole('button', { name: t.approvals.approve })
  await expect(yes).toBeFocused()
  await sofia.page.keyboard.press('Escape')
  await expect(composer(sofia.page, 'note')).toBeFocused()
  await sofia.page.keyboard.press('F8')
  await sofia.page.keyboard.press('Enter')
  const form = sofia.page.getByRole('dialog', { name: t.approvals.approveTitle('Refund €120.00') })
  await expect(form.getByRole('textbox')).toBeFocused()
  await look(sofia.page, 'decide-from-the-message')
  await sofia.page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(composer(sofia.page, 'note')).toBeFocused()
  await expect(composer(sofia.page, 'note')).toHaveValue('Half a')
  await expect.poll(() => typesOf(server.data, LAMP)).toContain('approval.approved')

  await expect(message(claire.page)).toContainText(became.approved('Sofía Herrera'))
  await expect(message(claire.page).getByRole('button', { name: t.approvals.approve })).toHaveCount(0)
  await claire.page.getByRole('button', { name: /messages? for you/ }).click()
  const kept = noticeOf(claire.page)
  await expect(kept).toContainText(ASKED)
  await expect(kept).toContainText(became.approved('Sofía Herrera'))
  await expect(kept.getByRole('button')).toHaveCount(1)
  await expect(message(claire.page)).toHaveCount(0)
  await look(claire.page, 'decided-by-another')
  await kept.getByRole('button').click()
  await expect(claire.page.getByRole('heading', { level: 2, name: LAMP })).toBeVisible()

  // Of one's own answer one reads it too, where nothing can be pressed any more.
  await sofia.page.keyboard.press('F8')
  await expect(noticeOf(sofia.page)).toContainText(became.youApproved)
}

const message = (page: Page) =>
  page.getByRole('log', { name: t.frame.notifications }).locator('.tl-toast').filter({ hasText: '120.00' })
const noticeOf = (page: Page) =>
  page.getByRole('list', { name: t.frame.notices.title }).getByRole('listitem').filter({ hasText: LAMP })
