import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { claim, context, expectOffline, expectSynced, openCase, place, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { askForRefund } from './refund.ts'

const WHY = 'The lamp came in pieces'

/** Two who may decide say yes to the same request while neither has a network: it is granted and carried out once. */
export async function grantedOnce(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, sofia, claire] = await Promise.all([1, 2, 3].map(() => room.openConsole(server)))
  if (!ana || !sofia || !claire) throw new Error('three consoles are needed')
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(sofia.page, 'Sofía Herrera')
  await signIn(claire.page, 'Claire Dubois')
  await openCase(ana.page, 'Front line', LAMP)
  await claim(ana.page)
  await askForRefund(ana.page, '120', WHY)
  for (const { page } of [sofia, claire]) {
    await place(page, t.frame.places.approvals).click()
    await expect(page.getByRole('listitem').filter({ hasText: WHY })).toBeVisible()
  }

  await server.stop()
  for (const { page } of [sofia, claire]) {
    await expectOffline(page, 0)
    await approve(page)
    await expectOffline(page, 1)
  }
  await server.start()
  await Promise.all([sofia, claire, ana].map(({ page }) => expectSynced(page)))

  // One of them was first. The other one is told, and nothing of it happened twice.
  await expect
    .poll(() => typesOf(server.data, LAMP))
    .toEqual(['case.opened', 'case.claimed', 'approval.requested', 'approval.approved', 'grant.carriedOut'])
  await expect(context(ana.page).getByText(/^Carried out/)).toHaveCount(1)
  const trays = [sofia, claire].map(({ page }) => reviewOffer(page))
  await expect
    .poll(async () => (await Promise.all(trays.map((tray) => tray.count()))).toSorted())
    .toEqual([0, 1])
  for (const { page } of [sofia, claire]) {
    if ((await reviewOffer(page).count()) === 0) continue
    await reviewOffer(page).click()
    const entry = page.getByRole('dialog', { name: t.outbox.review.title }).getByRole('article')
    await expect(entry).toContainText(t.refusals.EscalationEnded(t.escalation.state.approved))
    await look(page, 'approved-already')
  }
}

const reviewOffer = (page: Page) => page.getByRole('button', { name: t.outbox.review.open, exact: true })

async function approve(page: Page): Promise<void> {
  const request = page.getByRole('listitem').filter({ hasText: WHY })
  await request.getByRole('button', { name: t.approvals.approve }).click()
  const form = page.getByRole('dialog', { name: t.approvals.approveTitle('Refund €120.00') })
  await form.getByRole('button', { name: t.approvals.approve }).click()
  await expect(form).toBeHidden()
}
