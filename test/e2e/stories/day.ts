import { expect, type Page } from '@playwright/test'
import { TRANSFER } from '../cases.ts'
import {
  action,
  chooseWay,
  claim,
  context,
  expectSynced,
  list,
  moveTo,
  openedCase,
  personCard,
  pressUntil,
  rowOf,
  runCommand,
  said,
  tick,
  WORDS,
  write
} from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'

const ANSWER = 'Buenos días: la transferencia espera una comprobación; se la pido ahora mismo a Facturación.'
const NEED = 'Que la transferencia salga hoy'
const RETURN_NOTE = 'Ya ha salido. Falta decírselo a la clienta.'
const t = WORDS.es

/**
 * A day with it, without a pointer, in the language of those who work there: Ana takes a case, answers, passes it on;
 * Diego in the second line gets it without asking, takes it and gives it back.
 */
export async function dayByKeyboard(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const [ana, diego] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signInByKeys(diego.page, 'Diego Molina')
  await runCommand(diego.page, 'L2 Facturación', t)
  await expect(rowOf(diego.page, TRANSFER)).toHaveCount(0)

  await signInByKeys(ana.page, 'Ana Ruiz')
  await runCommand(ana.page, 'L1 Primera línea', t)
  await moveTo(ana.page, TRANSFER)
  await ana.page.keyboard.press('k')
  await expect(openedCase(ana.page, TRANSFER)).toBeHidden()
  await ana.page.keyboard.press('j')
  await claim(ana.page, t)
  await write(ana.page, 'reply', ANSWER, t)
  await expect(tick(said(ana.page, ANSWER), 'confirmed', t)).toBeAttached()
  await ana.page.keyboard.press('Escape')
  await look(ana.page, 'spanish-case')
  await escalate(ana.page, look)

  const ref = await refIn(ana.page)
  // Until somebody accepts it she sees it where it waits, and could take it back.
  await expect(action(ana.page, t.case.actions.withdraw, t)).toBeVisible()

  await moveTo(diego.page, TRANSFER)
  await expect(said(diego.page, ANSWER)).toBeVisible()
  await expect(diego.page.getByText(NEED).first()).toBeVisible()
  await diego.page.keyboard.press('c')
  await expect(ana.page.getByText(t.case.left.title(ref))).toBeVisible()
  await expect(ana.page.getByText(t.case.left.how.accepted('Diego Molina', 'L2 Facturación'))).toBeVisible()
  const escalations = context(diego.page, t)
  await expect(
    escalations.getByText(t.escalation.hop('L1 Primera línea', 'L2 Facturación')).first()
  ).toBeVisible()
  await expect(escalations.getByText(t.escalation.state.accepted, { exact: true })).toBeVisible()

  await chooseWay(diego.page, t.escalation.returnTo('L1 Primera línea'), t)
  const form = diego.page.getByRole('dialog')
  await expect(form.getByRole('radio').first()).toBeFocused()
  await diego.page.keyboard.press('Space')
  await pressUntil(diego.page, 'Tab', form.getByRole('textbox'))
  await diego.page.keyboard.type(RETURN_NOTE)
  await diego.page.keyboard.press('Control+Enter')
  await expect(diego.page.getByText(t.case.left.title(ref))).toBeVisible()

  // The note, and the whole way the case has gone, come back to Ana without a question.
  await expect(openedCase(ana.page, TRANSFER)).toBeVisible()
  await expect(context(ana.page, t).getByText(RETURN_NOTE).first()).toBeVisible()
  await expect(ana.page.getByRole('list', { name: t.escalation.path }).getByRole('listitem')).toHaveCount(3)
  await expectSynced(ana.page, t)
}

async function escalate(page: Page, look: Look): Promise<void> {
  await chooseWay(page, 'L2 Facturación', t)
  const form = page.getByRole('dialog', { name: t.escalation.handOffTo('L2 Facturación') })
  const need = form.getByRole('textbox', { name: t.escalation.package.need })
  await expect(need).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(NEED)
  await page.keyboard.press('Tab')
  const tried = form.getByRole('textbox', { name: t.escalation.package.tried })
  await expect(tried).toBeFocused()
  await expect(tried).toHaveValue(t.escalation.tried.reply(ANSWER))
  await look(page, 'spanish-hand-off')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

async function signInByKeys(page: Page, name: string): Promise<void> {
  await expect(personCard(page, name)).toBeVisible()
  await pressUntil(page, 'Tab', personCard(page, name))
  await page.keyboard.press('Enter')
  await expectSynced(page, t)
  await expect(list(page)).toBeVisible()
}

function refIn(page: Page): Promise<string> {
  return page.locator('.case-ref').innerText()
}
