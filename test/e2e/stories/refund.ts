import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import {
  action,
  chooseWay,
  claim,
  context,
  escalateMenu,
  expectSynced,
  openCase,
  openedCase,
  place,
  signIn
} from '../desk.ts'
import { type Look, lookAway } from '../looks.ts'
import type { Room } from '../room.ts'
import { typesOf } from '../server-log.ts'

/** A refund over the limit: asked for, decided by the supervisor who hears of it without asking, seen by who asked. */
export async function refundOverTheLimit(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, sofia] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(sofia.page, 'Sofía Herrera')
  await place(sofia.page, t.frame.places.approvals).click()
  await signIn(ana.page, 'Ana Ruiz')
  await openCase(ana.page, 'Front line', LAMP)
  await claim(ana.page)

  await ask(ana.page, '120', 'The lamp came broken twice', look)
  const request = sofia.page.getByRole('listitem').filter({ hasText: 'The lamp came broken twice' })
  await expect(request).toContainText('Ana Ruiz')
  await expect(request).toContainText('€120.00')
  await look(sofia.page, 'approvals-small')
  await request.getByRole('button', { name: t.approvals.approve }).click()
  const yes = sofia.page.getByRole('dialog', { name: t.approvals.approveTitle('Refund €120.00') })
  await expect(yes).toContainText(t.approvals.lastStep)
  await look(sofia.page, 'approve')
  await yes.getByRole('button', { name: t.approvals.approve }).click()
  await expect(request).toBeHidden()

  const side = context(ana.page)
  await expect(side.getByText(t.escalation.state.approved, { exact: true })).toBeVisible()
  await expect(side.getByText(t.escalation.grantApproved('Sofía Herrera'))).toBeVisible()
  const [carriedOut = ''] = t.events['grant.carriedOut']('|').split('|')
  await expect(side.getByText(new RegExp(`${carriedOut}L-\\d+`))).toBeVisible()

  // Taken back before anybody decided: it leaves the supervisor's inbox.
  await ask(ana.page, '80', 'And the second lamp', lookAway)
  const second = sofia.page.getByRole('listitem').filter({ hasText: 'And the second lamp' })
  await expect(second).toBeVisible()
  await chooseWay(ana.page, t.escalation.withdrawAsk('Refund €80.00'))
  await ana.page.getByRole('dialog').getByRole('button', { name: t.case.actions.withdraw }).click()
  await expect(side.getByText(t.escalation.state.withdrawn, { exact: true })).toBeVisible()
  await expect(second).toBeHidden()

  // And one that is declined, with the reason where it was asked.
  await ask(ana.page, '90', 'For the shade as well', lookAway)
  const third = sofia.page.getByRole('listitem').filter({ hasText: 'For the shade as well' })
  await third.getByRole('button', { name: t.approvals.decline }).click()
  const no = sofia.page.getByRole('dialog', { name: t.approvals.declineTitle('Refund €90.00') })
  await no.getByRole('textbox', { name: t.approvals.reason }).fill('The shade is not broken')
  await no.getByRole('button', { name: t.approvals.decline }).click()
  await expect(third).toBeHidden()
  await expect(side.getByText(t.escalation.state.declined, { exact: true })).toBeVisible()
  await expect(side.getByText('The shade is not broken')).toBeVisible()

  await Promise.all([expectSynced(ana.page), expectSynced(sofia.page)])
  expect(typesOf(server.data, LAMP)).toEqual([
    'case.opened',
    'case.claimed',
    'approval.requested',
    'approval.approved',
    'grant.carriedOut',
    'approval.requested',
    'escalation.withdrawn',
    'approval.requested',
    'approval.declined'
  ])
}

/** The menu says who decides before anything is typed; the form says it again for the amount. */
async function ask(page: Page, amount: string, why: string, look: Look): Promise<void> {
  await action(page, t.escalation.title).click()
  await expect(escalateMenu(page).getByRole('menuitem', { name: ASK })).toContainText('Supervisor within 1 h')
  await page.keyboard.press('Escape')
  await askForRefund(page, amount, why, look)
}

const ASK = /Ask for approval: Refund/

/** Asks for more than one may grant, with the case open. */
export async function askForRefund(
  page: Page,
  amount: string,
  why: string,
  look: Look = lookAway
): Promise<void> {
  await expect(openedCase(page, LAMP)).toBeVisible()
  await action(page, t.escalation.title).click()
  await escalateMenu(page).getByRole('menuitem', { name: ASK }).click()
  const form = page.getByRole('dialog', { name: t.escalation.action.refund })
  await form.getByRole('textbox', { name: t.case.fields.amount }).fill(amount)
  const submit = form.getByRole('button', { name: t.escalation.askNow(`€${amount}.00`) })
  await expect(submit).toBeVisible()
  await expect(form).toContainText(t.escalation.decidedBy)
  await form.getByRole('textbox', { name: t.escalation.package.need }).fill(why)
  await form.getByRole('textbox', { name: t.escalation.package.ask }).fill(why)
  await look(page, 'ask-for-approval')
  await submit.click()
  await expect(form).toBeHidden()
}
