import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP, PASSWORD, TRANSFER } from '../cases.ts'
import {
  chooseWay,
  claim,
  composer,
  expectOffline,
  expectSynced,
  moveTo,
  place,
  rowOf,
  said,
  tick,
  write
} from '../desk.ts'
import { type Look, lookAway } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf, typesOf } from '../server-log.ts'
import { anaWithoutServer } from '../without-server.ts'

const ANSWER = 'Nothing is missing on your side. I am asking the team that checks it.'
const NOTE = 'Their mail server turns us away since Monday.'
const DRAFT = 'Dear Mr Lindt, half a sentence that nobody has sent'

/** The server goes, the work goes on, the machine is switched off and on, and all of it arrives, once. */
export async function workOffline(room: Room, look: Look): Promise<void> {
  const { server, ana } = await anaWithoutServer(room)
  await work(ana.page)
  await expectOffline(ana.page, 4)
  await look(ana.page, 'offline')
  await expectOutbox(ana.page, look)

  await ana.close()
  await ana.open()
  await expectOffline(ana.page, 4)
  await expectAllThere(ana.page)
  await expectOutbox(ana.page, lookAway)

  await server.start()
  await expectSynced(ana.page)
  await expect(ana.page.getByText(t.frame.connection.offlineBanner(4))).toBeHidden()
  await expect(tick(said(ana.page, NOTE), 'here')).toHaveCount(0)
  expect(typesOf(server.data, TRANSFER)).toEqual([
    'case.opened',
    'case.claimed',
    'case.replied',
    'case.escalated'
  ])
  expect(eventsOf(server.data, TRANSFER)[2]).toMatchObject({ body: ANSWER })
  expect(typesOf(server.data, PASSWORD)).toEqual(['case.opened', 'case.noted'])
  expect(eventsOf(server.data, PASSWORD)[1]).toMatchObject({ body: NOTE })
}

async function work(page: Page): Promise<void> {
  await claim(page)
  await write(page, 'reply', ANSWER)
  await expect(tick(said(page, ANSWER), 'here')).toBeAttached()
  await page.keyboard.press('Escape')
  await chooseWay(page, 'L2 Billing')
  const form = page.getByRole('dialog', { name: t.escalation.handOffTo('L2 Billing') })
  await expect(form.getByText(t.escalation.goesOutLater)).toBeVisible()
  await form.getByRole('textbox', { name: t.escalation.package.need }).fill('The transfer to leave today')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()

  await moveTo(page, PASSWORD)
  await write(page, 'note', NOTE)
  await expect(tick(said(page, NOTE), 'here')).toBeAttached()
  await page.keyboard.press('Escape')

  await moveTo(page, LAMP)
  await page.keyboard.press('n')
  await expect(composer(page, 'note')).toBeFocused()
  await page.keyboard.type(DRAFT)
  await expect(page.getByText(t.case.composer.draftSaved)).toBeVisible()
  await page.keyboard.press('Escape')
}

/** What was typed and done is there before there is any server. */
async function expectAllThere(page: Page): Promise<void> {
  await place(page, 'Front line').click()
  await rowOf(page, PASSWORD).click()
  await expect(tick(said(page, NOTE), 'here')).toBeAttached()
  await place(page, t.frame.places.drafts).click()
  await rowOf(page, LAMP).click()
  await page.keyboard.press('n')
  await expect(composer(page, 'note')).toHaveValue(DRAFT)
  await page.keyboard.press('Escape')
  await place(page, 'Front line').click()
  await rowOf(page, PASSWORD).click()
  await expect(said(page, NOTE)).toBeVisible()
}

async function expectOutbox(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: t.frame.connection.open('').trim() }).click()
  const outbox = page.getByRole('dialog', { name: t.outbox.title })
  const waiting = outbox.getByRole('listitem')
  await expect(waiting).toHaveCount(4)
  await expect(waiting.nth(0)).toContainText(t.outbox.did['case.claim'])
  await expect(waiting.nth(1)).toContainText(ANSWER)
  await expect(waiting.nth(2)).toContainText(t.outbox.did['case.escalate'])
  await expect(waiting.nth(3)).toContainText(NOTE)
  await look(page, 'outbox')
  await page.keyboard.press('Escape')
  await expect(outbox).toBeHidden()
}
