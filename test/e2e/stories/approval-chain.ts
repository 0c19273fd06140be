import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { claim, composer, context, expectOffline, expectSynced, openCase, place, signIn } from '../desk.ts'
import { runServer } from '../launch.ts'
import type { Look } from '../looks.ts'
import type { Room, Server } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { askForRefund } from './refund.ts'

const HOUR_AND_A_BIT_MS = 61 * 60_000
const WHY = 'Both lamps came broken, the photos are in the conversation'
const REFUND = 'Refund €120.00'

/** Three steps: nobody answers the first, a delegate the second, a named person the last; who asked is told each time. */
export async function threeSteps(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  await publishChain(room, server)
  const [ana, erik, marco] = await Promise.all([1, 2, 3].map(() => room.openConsole(server)))
  if (!ana || !erik || !marco) throw new Error('three consoles are needed')
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(erik.page, 'Erik Lindqvist')
  await place(erik.page, t.frame.places.approvals).click()
  await openCase(ana.page, 'Front line', LAMP)
  await claim(ana.page)
  await askForRefund(ana.page, '120', WHY)
  // The screen says "all saved" until it has heard of the request: what counts is that the server has it.
  await expect.poll(() => typesOf(server.data, LAMP).at(-1)).toBe('approval.requested')
  await expectSynced(ana.page)

  // An hour passes and the supervisor has not answered: the next one is asked.
  await server.stop()
  await expectOffline(ana.page, 0)
  await server.start({ aheadMs: HOUR_AND_A_BIT_MS })
  await expect(ana.page.getByText(t.frame.notices.goesOn(REFUND))).toBeVisible({ timeout: 40_000 })

  const asked = request(erik.page)
  await select(erik.page)
  await expect(asked).toContainText(t.approvals.inPlaceOf('Claire Dubois'))
  await expect(asked).toContainText(t.approvals.limit('Ana Ruiz', '€50.00'))
  await expect(asked).toContainText('it goes on to Marco Bianchi')
  await look(erik.page, 'approval-in-place-of')
  await decide(erik.page, 'a', 'In Claire’s place: fine with me', t.approvals.approveTitle(REFUND))
  await expect(asked).toBeHidden()
  await expect(toldHere(ana.page, t.frame.notices.approvedStep('Erik Lindqvist', REFUND))).toBeVisible()

  await signIn(marco.page, 'Marco Bianchi')
  await place(marco.page, t.frame.places.approvals).click()
  const last = request(marco.page)
  await select(marco.page)
  await expect(last).toContainText('Erik Lindqvist')
  await expect(last).toContainText(t.approvals.ifNobody.ends)
  await decide(marco.page, 'a', '', t.approvals.approveTitle(REFUND))
  await expect(last).toBeHidden()
  await expect(toldHere(ana.page, t.frame.notices.approved('Marco Bianchi', REFUND))).toBeVisible()
  // The payment and the answer to the customer come in the order of this story, or of the next tick.
  await expect(context(ana.page).getByText(/^Carried out/)).toBeVisible()
  await tellTheCustomer(ana.page, look)

  const types = () => typesOf(server.data, LAMP)
  await expect
    .poll(types)
    .toEqual([
      'case.opened',
      'case.claimed',
      'approval.requested',
      'approval.expired',
      'approval.approved',
      'approval.approved',
      'grant.carriedOut',
      'case.replied'
    ])
}

/** The bell keeps what was told; the text that is offered goes into the composer and is sent by hand. */
async function tellTheCustomer(page: Page, look: Look): Promise<void> {
  // Something of the demo's own story may have come to its time as well.
  await page.getByRole('button', { name: /messages for you/ }).click()
  const told = page
    .getByRole('list', { name: t.frame.notices.title })
    .getByRole('listitem')
    .filter({ hasText: LAMP })
  await expect(told).toHaveCount(3)
  await expect(told.first()).toContainText(t.frame.notices.approved('Marco Bianchi', REFUND))
  await look(page, 'notices')
  await page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  await expect(context(page).getByText(t.escalation.grantApproved('Marco Bianchi'))).toBeVisible()
  await look(page, 'decision-offer')
  await page.getByRole('button', { name: t.case.offer.write('Oscar Lindt') }).click()
  await expect(composer(page)).toBeFocused()
  await expect(composer(page)).toHaveValue(/Oscar Lindt[\s\S]*€120\.00[\s\S]*Ana Ruiz/)
  await page.keyboard.press('Control+Enter')
  await expect(composer(page)).toBeEmpty()
  await expect(page.getByRole('button', { name: t.case.offer.write('Oscar Lindt') })).toBeHidden()
}

/** As a message of its own; on a quick machine those of before still stand there, and more than three become one. */
const toldHere = (page: Page, text: string) =>
  page
    .getByText(text)
    .or(page.getByRole('log').getByText(/messages for you/))
    .first()
const request = (page: Page) => page.locator('[data-request]').filter({ hasText: WHY })
/** Selected, a request says all there is to weigh. */
const select = (page: Page) => request(page).getByRole('button', { name: LAMP }).click({ timeout: 40_000 })

/** With the keys alone. */
async function decide(page: Page, key: string, note: string, title: string): Promise<void> {
  await page.keyboard.press(key)
  const form = page.getByRole('dialog', { name: title })
  await expect(form.getByRole('textbox')).toBeFocused()
  await page.keyboard.type(note)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

/** The demo's matrix with another chain for refunds, and a delegate who always stands in. */
async function publishChain(room: Room, server: Server): Promise<void> {
  const demo = readFileSync('resources/demo/matrix.yaml', 'utf8')
  const chained = demo
    .replace(/ {4}twoPeopleOverMinor: 40000\n {4}chain: .*\n/, `    chain:\n${CHAIN}`)
    .replace('{ of: claire, to: erik, when: away }', '{ of: claire, to: erik, when: always }')
  expect(chained).not.toBe(demo)
  const file = path.join(room.newFolder(), 'matrix.yaml')
  writeFileSync(file, chained)
  await server.stop()
  runServer(
    'matrix',
    'publish',
    '--data',
    server.data,
    '--file',
    file,
    '--author',
    'Alex Moreau',
    '--reason',
    'three steps'
  )
  await server.start()
}

const CHAIN = [
  '{ approver: { role: supervisor }, minutes: 60, onTimeout: { do: next } }',
  '{ approver: { person: claire }, minutes: 600, onTimeout: { do: next } }',
  '{ approver: { person: marco }, minutes: 600, onTimeout: { do: expire } }'
]
  .map((step) => `      - ${step}\n`)
  .join('')
