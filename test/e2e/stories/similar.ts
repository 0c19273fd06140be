import { expect } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { actingAs, avoidedFor, openCaseByShop } from '../by-http.ts'
import { PRINTER } from '../cases.ts'
import { action, claim, context, expectSynced, openCase, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { caseIdOf, eventsOf } from '../server-log.ts'

const BEFORE = 'Printer on the first floor prints zebra stripes'
const NOTE = 'The new toner had its seal still on. Pull the orange strip and print two pages.'

/** Instead of escalating, an agent looks how a case like it ended, resolves with that, and it is counted as an escalation avoided. */
export async function resolvedWithSimilar(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  await openCaseByShop(server, {
    subject: BEFORE,
    body: 'Every page has black stripes since the toner was changed, the printer says all is well.',
    customer: { id: 'c-ink', name: 'Ida Ink', language: 'en', segment: 'B2B' },
    channel: 'phone',
    category: 'hardware',
    queue: { tier: 'L1', team: 'front' }
  })
  const ben = await actingAs(server, 'ben')
  await ben(BEFORE, () => ({ type: 'case.claim' }))
  await ben(BEFORE, () => ({ type: 'case.reply', body: 'Please pull the orange strip out of the toner.' }))
  await ben(BEFORE, () => ({ type: 'case.resolve', resolution: 'solved', note: NOTE }))
  // The demo's own story has one.
  expect(await avoidedFor(server, 'sofia')).toBe(1)

  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', PRINTER)
  await claim(page)
  await context(page).getByRole('button', { name: BEFORE }).click()
  const like = page.getByRole('dialog', { name: BEFORE })
  await expect(like.getByText(NOTE)).toBeVisible()
  await expect(like.getByText('Please pull the orange strip')).toBeVisible()
  await look(page, 'similar')
  await like.getByRole('button', { name: t.escalation.helped.use }).click()
  const form = page.getByRole('dialog', { name: t.case.form.resolve })
  await expect(form).toContainText(BEFORE)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(action(page, t.case.actions.reopen)).toBeVisible()
  await expect(context(page).getByText(t.escalation.helped.title)).toBeVisible()
  await expectSynced(page)
  await expect.poll(() => eventsOf(server.data, PRINTER).at(-1)?.type).toBe('case.resolved')
  expect(eventsOf(server.data, PRINTER).at(-1)).toMatchObject({
    resolution: 'solved',
    helpedBy: caseIdOf(server.data, BEFORE)
  })
  expect(await avoidedFor(server, 'sofia')).toBe(2)
}
