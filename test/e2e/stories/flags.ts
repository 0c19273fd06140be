import { expect, type Page } from '@playwright/test'
import { openCaseByShop } from '../by-http.ts'
import {
  action,
  chooseWay,
  claim,
  composer,
  escalateMenu,
  expectSynced,
  openCase,
  said,
  signIn,
  WORDS
} from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf } from '../server-log.ts'

const t = WORDS.es
const TWEET = 'Card number in a public post'
const ANSWER = 'Buenas tardes: le escribo aquí, donde solo lo lee usted.'

/**
 * What marks do to a case: in public nobody answers before the conversation is moved; a VIP goes straight to billing; suspected
 * fraud goes past everybody to those who may touch it, and leaves no other way.
 */
export async function marksLeadTheWay(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  await openCaseByShop(server, {
    subject: TWEET,
    body: 'My card 4417 was charged twice, does anybody read this??',
    customer: { id: 'c-tweet', name: 'Tess Tweet', language: 'es', segment: 'B2C' },
    channel: 'social',
    category: 'card',
    queue: { tier: 'L1', team: 'front' }
  })
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz', 'es')
  await openCase(page, 'Primera línea', TWEET)
  await claim(page, t)
  await expectWays(page, ['L2 Facturación'], ['L3 Cumplimiento y fraude'])

  await raise(page, t.case.flag.public)
  const banner = page.getByText(t.case.banners.isPublic(t.case.channel.chat))
  await expect(banner).toBeVisible()
  await page.keyboard.press('r')
  await expect(composer(page, 'reply', t)).toBeFocused()
  await page.keyboard.type(ANSWER)
  await page.keyboard.press('Control+Enter')
  await expect(composer(page, 'reply', t)).toHaveValue(ANSWER)
  await page.getByRole('button', { name: t.case.banners.goPrivate(t.case.channel.chat) }).click()
  await expect(banner).toBeHidden()
  await composer(page, 'reply', t).press('Control+Enter')
  await expect(said(page, ANSWER)).toBeVisible()

  await raise(page, t.case.flag.vip)
  await expectWays(page, ['L2 Facturación', t.escalation.because(t.escalation.special.vip)], [])
  await page.getByRole('button', { name: t.case.flags.lower(t.case.flag.vip) }).click()
  await raise(page, t.case.flag.fraud)
  // That one goes down by who answers for the queue only.
  await expect(page.getByRole('button', { name: t.case.flags.lower(t.case.flag.fraud) })).toHaveCount(0)
  await expectWays(page, ['L3 Cumplimiento y fraude'], ['L2 Facturación'])
  await look(page, 'fraud')
  await chooseWay(page, 'L3 Cumplimiento y fraude', t)
  const form = page.getByRole('dialog', { name: t.escalation.handOffTo('L3 Cumplimiento y fraude') })
  for (const field of ['need', 'tried', 'impact', 'ask'] as const)
    await form.getByRole('textbox', { name: t.escalation.package[field] }).fill(`Sobre ${field}`)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expectSynced(page, t)
  expect(eventsOf(server.data, TWEET).slice(2)).toMatchObject([
    { type: 'case.flagged', flag: 'public', on: true },
    { type: 'case.wentPrivate', rowId: 'public-money', from: 'social', to: 'chat' },
    { type: 'case.replied', body: ANSWER },
    { type: 'case.flagged', flag: 'vip', on: true },
    { type: 'case.flagged', flag: 'vip', on: false },
    { type: 'case.flagged', flag: 'fraud', on: true },
    { type: 'case.escalated', rowId: 'fraud-l1', to: { tier: 'L3', team: 'compliance' } }
  ])
}

async function raise(page: Page, flag: string): Promise<void> {
  await page.getByRole('button', { name: t.case.flags.raise }).click()
  await page.getByRole('menu', { name: t.case.flags.raise }).getByRole('menuitem', { name: flag }).click()
  await expect(page.locator('.case-flag').filter({ hasText: flag })).toBeVisible()
}

/** What the escalate menu has, and what it has not. */
async function expectWays(page: Page, there: readonly string[], gone: readonly string[]): Promise<void> {
  await action(page, t.escalation.title, t).click()
  const menu = escalateMenu(page, t)
  for (const way of there) await expect(menu.getByText(way).first()).toBeVisible()
  for (const way of gone) await expect(menu.getByText(way)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
}
