import { expect, type Page } from '@playwright/test'
import { actingAs } from '../by-http.ts'
import { TRANSFER } from '../cases.ts'
import {
  claim,
  expectSynced,
  openCase,
  openedCase,
  place,
  rowOf,
  said,
  signIn,
  WORDS,
  write
} from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room, Server } from '../room.ts'
import { eventsOf, typesOf } from '../server-log.ts'

const t = WORDS.en
const es = WORDS.es
const CALL = 'The third time this comes back; the customer loses a supplier tomorrow.'
const ANSWER = 'Billing keeps it now. Diego stays with it until it is paid.'
const ASKED = '¿Qué comprobación falta?'
const FOUND = 'Falta el documento de identidad del proveedor.'

/**
 * A case comes back from billing a second time: the agent calls the escalation manager, who answers where calls stand, and then
 * pulls in a colleague of the second line, who finds it, notes on it and leaves.
 */
export async function calledAndHelped(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  await sentBackTwice(server)
  const [ana, claire, diego] = await Promise.all([1, 2, 3].map(() => room.openConsole(server)))
  if (!ana || !claire || !diego) throw new Error('three consoles are needed')
  await signIn(claire.page, 'Claire Dubois')
  await place(claire.page, t.frame.places.called).click()
  await expect(claire.page.getByText(t.queue.empty.called.title)).toBeVisible()

  await signIn(ana.page, 'Ana Ruiz', 'es')
  await openCase(ana.page, 'Primera línea', TRANSFER)
  await claim(ana.page, es)
  await expect(ana.page.getByText(es.escalation.marks.ping_pong(2)).first()).toBeVisible()
  await fillForm(ana.page, es.case.actions.callManager, es.case.form.note, CALL, es.case.actions.callManager)
  await expect.poll(() => typesOf(server.data, TRANSFER).at(-1)).toBe('case.managerCalled')

  await expect(rowOf(claire.page, TRANSFER)).toBeVisible()
  await rowOf(claire.page, TRANSFER).click()
  await expect(claire.page.getByText(CALL).first()).toBeVisible()
  await fillForm(claire.page, t.case.actions.answerCall, t.case.form.note, ANSWER, t.case.actions.answerCall)
  await expect(rowOf(claire.page, TRANSFER)).toHaveCount(0)
  await expect(ana.page.getByText(ANSWER).first()).toBeVisible()

  // She stays the owner; Diego sees the case and may note on it.
  await button(ana.page, es.case.actions.swarm).click()
  const form = ana.page.getByRole('dialog')
  await form.getByRole('combobox', { name: es.case.fields.person }).fill('dieg')
  await ana.page.keyboard.press('ArrowDown') // one is found and chosen: there is nothing to go to
  await ana.page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: es.case.form.note }).fill(ASKED)
  await look(ana.page, 'ask-for-help')
  await ana.page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(ana.page.getByText(es.case.banners.swarm('Diego Molina'))).toBeVisible()

  await signIn(diego.page, 'Diego Molina', 'es')
  await openCase(diego.page, es.frame.places.myWork, TRANSFER)
  await expect(diego.page.getByText(ASKED).first()).toBeVisible()
  await write(diego.page, 'note', FOUND, es)
  await expect(said(ana.page, FOUND)).toBeVisible()
  await button(diego.page, es.case.actions.leaveSwarm).click()
  await expect(openedCase(diego.page, TRANSFER)).toBeHidden()
  await expect(ana.page.getByText(es.case.banners.swarm('Diego Molina'))).toBeHidden()

  await expectSynced(ana.page, es)
  expect(eventsOf(server.data, TRANSFER).slice(-6)).toMatchObject([
    { type: 'case.claimed' },
    { type: 'case.managerCalled', note: CALL },
    { type: 'case.callAnswered', note: ANSWER },
    { type: 'case.swarmed', people: ['diego'], note: ASKED },
    { type: 'case.noted', body: FOUND },
    { type: 'case.swarmLeft' }
  ])
}

async function sentBackTwice(server: Server): Promise<void> {
  const [ana, diego] = await Promise.all([actingAs(server, 'ana'), actingAs(server, 'diego')])
  const left = { need: 'The transfer out today', tried: 'Asked for the reference' }
  for (const note of ['Which supplier?', 'And on which day?']) {
    await ana(TRANSFER, () => ({ type: 'case.claim' }))
    await ana(TRANSFER, () => ({
      type: 'case.escalate',
      rowId: 'l1-billing',
      to: { tier: 'L2', team: 'billing' as never },
      matrixVer: 1,
      package: left
    }))
    await diego(TRANSFER, (escalationId) => ({ type: 'escalation.accept', escalationId }))
    await diego(TRANSFER, (escalationId) => ({ type: 'escalation.return', escalationId, note, to: 'team' }))
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()

/** Presses a button, writes into the one field that has to be filled, and sends it with the keys. */
async function fillForm(
  page: Page,
  press: string,
  field: string,
  words: string,
  title: string
): Promise<void> {
  await button(page, press).click()
  const form = page.getByRole('dialog', { name: title })
  await form.getByRole('textbox', { name: field }).fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}
