import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { chooseWay, claim, context, expectOffline, expectSynced, openCase, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf } from '../server-log.ts'

/** Money is granted once, however often and however impatiently the button is pressed; and the form says when. */
export async function pressedTwice(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const ana = await room.openConsole(server)
  const { page } = ana
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  await claim(page)

  const form = page.getByRole('dialog', { name: t.escalation.grantTitle(t.escalation.action.goodwill) })
  const grant = async (amount: string) => {
    await chooseWay(page, t.escalation.upTo(t.escalation.action.goodwill, ''))
    await form.getByRole('textbox', { name: t.case.fields.amount }).fill(amount)
    return form.getByRole('button', { name: t.escalation.grantNow(`€${amount}`) })
  }
  const slow = await grant('3.33')
  const goOn = ana.holdEngine()
  await slow.click()
  await expect(slow).toBeDisabled()
  await expect(form.getByText(t.frame.working)).toBeVisible()
  await look(page, 'granting')
  await slow.click({ force: true })
  await page.keyboard.press('Control+Enter')
  goOn()
  await expect(form).toBeHidden()

  await (await grant('2.00')).dblclick()
  await expect(form).toBeHidden()
  await expect(context(page).getByText('€2.00')).toBeVisible()
  const granted = () =>
    eventsOf(server.data, LAMP).flatMap((event) => (event.type === 'case.granted' ? [event.amountMinor] : []))
  await expect.poll(granted).toEqual([333, 200])
  await expectSynced(page)
  expect(granted()).toEqual([333, 200])

  // Without a network nothing is promised for now.
  await server.stop()
  await expectOffline(page, 0)
  await grant('1.00')
  await expect(form).toContainText(t.escalation.grantsLater)
  await expect(form).toContainText(t.escalation.goesOutLater)
  await expect(form).not.toContainText(t.escalation.grantsNow)
}
