import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { LAMP } from '../cases.ts'
import { chooseWay, claim, composer, context, expectSynced, openCase, said, signIn } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf } from '../server-log.ts'

const FIRST = 'We are on it.'
const MORE = ' It takes a day.'
const NEXT = 'Your lamp is on its way.'

/** The line between the page and its engine, which a test can make lose the answers, and cut. */
async function lineOf(page: Page) {
  let isDeaf = false
  let isCut = false
  let cut = (): unknown => undefined
  await page.routeWebSocket(/socket\.io/, async (line) => {
    if (isCut) return line.close()
    const engine = line.connectToServer()
    engine.onMessage((message) => {
      if (!isDeaf) line.send(message)
    })
    cut = () => Promise.all([line.close(), engine.close()])
  })
  await page.reload()
  return {
    loseAnswers: () => {
      isDeaf = true
    },
    cut: async () => {
      isCut = true
      await cut()
    },
    mend: () => {
      isDeaf = false
      isCut = false
    }
  }
}

/** The engine did what was asked and its answer never came: what was written goes to the customer once, whatever one does then. */
export async function sentOnce(room: Room, look: Look): Promise<void> {
  room.allow(/WebSocket connection to .* failed/)
  const server = await room.openWorkspace('small')
  const ana = await room.openConsole(server)
  const { page } = ana
  const line = await lineOf(page)
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  await claim(page)
  const send = page.getByRole('button', { name: t.case.composer.send })
  const notSent = page.getByRole('alert').filter({ hasText: t.case.composer.notSent })
  const replies = () =>
    eventsOf(server.data, LAMP).flatMap((event) => (event.type === 'case.replied' ? [event.body] : []))

  // Changed since, under the name of what was sent: told what that was, and sent by the next press.
  await composer(page).fill(FIRST)
  await expect(page.getByText(t.case.composer.draftSaved)).toBeVisible()
  line.loseAnswers()
  await send.click()
  await expect.poll(replies).toEqual([FIRST])
  await line.cut()
  await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 20_000 })
  await composer(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(MORE)
  line.mend()
  await expect(said(page, FIRST).first()).toBeVisible({ timeout: 20_000 })
  await expect(composer(page)).toHaveValue(FIRST + MORE)
  await send.click()
  await expect(notSent).toContainText(FIRST)
  await expect(composer(page)).toHaveValue(FIRST + MORE)
  await look(page, 'sent-already')
  expect(replies()).toEqual([FIRST])
  await send.click()
  await expect(composer(page)).toBeEmpty()
  await expect.poll(replies).toEqual([FIRST, FIRST + MORE])
}

/** The window is opened anew while the engine is busy with what was sent: it was sent once, and nothing of it is left to send. */
export async function sentAndReopened(room: Room): Promise<void> {
  const server = await room.openWorkspace('small')
  const ana = await room.openConsole(server)
  const { page } = ana
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  await claim(page)
  await composer(page).fill(NEXT)
  await expect(page.getByText(t.case.composer.draftSaved)).toBeVisible()
  const goOn = ana.holdEngine()
  await page.getByRole('button', { name: t.case.composer.send }).click()
  await page.reload()
  goOn()
  await openCase(page, 'Front line', LAMP)
  await expect(said(page, NEXT)).toHaveCount(1)
  await expect(composer(page)).toBeEmpty()
  await expectSynced(page)
  const replies = eventsOf(server.data, LAMP).filter((event) => event.type === 'case.replied')
  expect(replies.map((event) => event.body)).toEqual([NEXT])
}

/** Another amount in the form whose answer was lost: the first stands and is named, the other takes another press. */
export async function otherAmount(room: Room, look: Look): Promise<void> {
  room.allow(/WebSocket connection to .* failed/)
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  const line = await lineOf(page)
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  await claim(page)
  const granted = () =>
    eventsOf(server.data, LAMP).flatMap((event) => (event.type === 'case.granted' ? [event.amountMinor] : []))

  await chooseWay(page, t.escalation.upTo(t.escalation.action.goodwill, ''))
  const form = page.getByRole('dialog', { name: t.escalation.grantTitle(t.escalation.action.goodwill) })
  const amount = form.getByRole('textbox', { name: t.case.fields.amount })
  const grant = (text: string) => form.getByRole('button', { name: t.escalation.grantNow(`€${text}`) })
  await amount.fill('3.33')
  line.loseAnswers()
  await grant('3.33').click()
  await expect.poll(granted).toEqual([333])
  await line.cut()
  await expect(form.getByRole('alert')).toBeVisible({ timeout: 20_000 })
  line.mend()
  await expect(context(page).getByText('€3.33')).toBeVisible({ timeout: 20_000 })
  await amount.fill('2.00')
  await grant('2.00').click()
  await expect(form.getByRole('alert')).toContainText('€3.33')
  await expect(amount).toHaveValue(/^2[.]00/)
  await look(page, 'granted-already')
  expect(granted()).toEqual([333])
  await grant('2.00').click()
  await expect(form).toBeHidden()
  await expect.poll(granted).toEqual([333, 200])
}

/** More than a message may hold: counted, refused with both lengths, and not a letter of it lost. */
export async function tooLong(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', LAMP)
  await claim(page)
  const text = 'Dear Rosa. '.repeat(2_000)
  await composer(page).fill(text)
  await expect(page.getByText(`${text.length.toLocaleString('en')} / 20,000`)).toBeVisible()
  await expect(composer(page)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: t.case.composer.send }).click()
  await expect(page.getByRole('alert').filter({ hasText: t.case.composer.notSent })).toContainText('20,000')
  await look(page, 'too-long')
  await expect(page.getByText(t.case.composer.draftSaved)).toBeVisible()
  await page.reload()
  await openCase(page, 'Front line', LAMP)
  await expect(composer(page)).toHaveValue(text)
  expect(eventsOf(server.data, LAMP).filter((event) => event.type === 'case.replied')).toEqual([])
}
