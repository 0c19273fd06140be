import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { chooseWay, claim, expectOffline, expectSynced, openCase, place, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { askForRefund } from './refund.ts'

const WHY = 'The lamp came in pieces'
const NOTE = 'Fine with me, it was our parcel service'

/** A yes given without a network to a request that was changed meanwhile: both are shown, and the new one is read and answered. */
export async function lookedAtAgain(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, sofia] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(sofia.page, 'Sofía Herrera')
  await openCase(ana.page, 'Front line', LAMP)
  await claim(ana.page)
  await askForRefund(ana.page, '120', WHY)
  await place(sofia.page, t.frame.places.approvals).click()
  const request = sofia.page.locator('[data-request]').filter({ hasText: WHY })
  await expect(request).toBeVisible()

  await server.stop()
  await expectOffline(sofia.page, 0)
  await request.getByRole('button', { name: t.approvals.approve }).click()
  await answer(sofia.page, 'Refund €120.00', NOTE)
  await expectOffline(sofia.page, 1)
  await sofia.close()
  await server.start()
  await expectSynced(ana.page)
  await changeTo(ana.page, '150')
  await expect.poll(() => typesOf(server.data, LAMP).at(-1)).toBe('approval.amended')

  await sofia.open()
  const { page } = sofia
  await page.getByRole('button', { name: t.outbox.review.open, exact: true }).click()
  const entry = page.getByRole('dialog', { name: t.outbox.review.title }).getByRole('article')
  await expect(entry).toContainText(/You answered.*Refund €120\.00.*It is now.*Refund €150\.00/s)
  await expect(entry).toContainText(NOTE)
  await look(page, 'answered-too-late')
  await entry.getByRole('button', { name: t.outbox.choices.lookAgain }).click()
  const form = page.getByRole('dialog', { name: t.approvals.approveTitle('Refund €150.00') })
  await expect(form.getByRole('textbox')).toHaveValue(NOTE)
  // To turn back changes nothing: the entry is still there.
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: t.frame.toReview(1) }).click()
  await entry.getByRole('button', { name: t.outbox.choices.lookAgain }).click()
  await form.getByRole('button', { name: t.approvals.approve }).click()
  await expect(form).toBeHidden()
  await expect
    .poll(() => typesOf(server.data, LAMP).slice(2))
    .toEqual(['approval.requested', 'approval.amended', 'approval.approved', 'grant.carriedOut'])
  await expect(page.getByRole('button', { name: t.frame.toReview(1) })).toHaveCount(0)
}

async function answer(page: Page, what: string, note: string): Promise<void> {
  const form = page.getByRole('dialog', { name: t.approvals.approveTitle(what) })
  await form.getByRole('textbox').fill(note)
  await form.getByRole('button', { name: t.approvals.approve }).click()
  await expect(form).toBeHidden()
}

async function changeTo(page: Page, amount: string): Promise<void> {
  await chooseWay(page, t.escalation.amend('Refund €120.00'))
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: t.case.fields.amount }).fill(amount)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}
