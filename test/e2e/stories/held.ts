import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { findPerson, putPerson } from '../../../src/server/log/people.ts'
import { openLog } from '../../../src/server/open-log.ts'
import { PersonId } from '../../../src/shared/lib/ids.ts'
import { TRANSFER } from '../cases.ts'
import { claim, place, said, signIn, write } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room, Server } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { anaWithoutServer } from '../without-server.ts'

const ANSWER = 'We found the charge and take it back today.'

/** Ana works without a server and is moved meanwhile: her supervisor lets it happen, and the administrator sees how consoles stand. */
export async function heldForSupervisor(room: Room, look: Look): Promise<void> {
  const { server, ana } = await anaWithoutServer(room)
  await claim(ana.page)
  await write(ana.page, 'reply', ANSWER)
  await expect(said(ana.page, ANSWER)).toBeVisible()
  await status(ana.page, look)
  moveAna(server)
  await server.start()
  const [sofia, alex] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(sofia.page, 'Sofía Herrera')
  await signIn(alex.page, 'Alex Moreau')
  await decide(sofia.page, look)
  await expect
    .poll(() => typesOf(server.data, TRANSFER))
    .toEqual(['case.opened', 'case.claimed', 'case.replied'])
  await consoles(alex.page, look)
  await expect(place(ana.page, t.frame.places.held)).toHaveCount(0)
}

/** What the button of the outbox tells, and what one can hand to somebody who helps. */
async function status(page: Page, look: Look): Promise<void> {
  const texts = t.lookedAfter.status
  await page.getByRole('button', { name: t.frame.connection.open('').trim() }).click()
  const about = page.getByRole('region', { name: texts.title })
  await expect(about).toContainText(/Waiting to be sent\s*2 waiting/)
  await expect(about).toContainText(texts.grantEnds)
  await expect(about).toContainText(texts.nextTry)
  await look(page, 'status')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await about.getByRole('button', { name: texts.copy }).click()
  await expect(about).toContainText(texts.copied)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(copied)).toMatchObject({ waiting: { 'case.claim': 1, 'case.reply': 1 } })
  expect(copied).not.toContain('charge')
  await page.keyboard.press('Escape')
}

/** While the server stands still, Ana is given other queues. */
function moveAna({ data }: Server): void {
  const db = openLog(data)
  const ana = findPerson(db, PersonId.parse('ana'))
  if (!ana) throw new Error('nobody is called ana')
  db.write((tx) => putPerson(tx, { ...ana.person, queues: [{ tier: 'L2', team: 'technical' }] }))
  db.close()
}

async function decide(page: Page, look: Look): Promise<void> {
  const texts = t.lookedAfter.held
  await place(page, t.frame.places.held).click()
  const screen = page.getByRole('region', { name: texts.title })
  const cards = screen.getByRole('list', { name: texts.title }).getByRole('listitem')
  await expect(cards).toHaveCount(2, { timeout: 40_000 })
  await expect(cards.nth(0)).toContainText(t.outbox.did['case.claim'])
  await expect(cards.nth(1)).toContainText(ANSWER)
  await look(page, 'held')
  await cards.nth(1).getByRole('button', { name: texts.let }).click()
  await expect(cards.nth(1).getByRole('alert')).toContainText('It does not fit any more.')
  await cards.nth(1).getByRole('button', { name: texts.drop }).press('Enter')
  await expect(cards.nth(1).getByRole('button', { name: texts.sure })).toBeFocused()
  await cards.nth(0).getByRole('button', { name: texts.let }).click()
  await expect(cards).toHaveCount(1)
  await cards.nth(0).getByRole('button', { name: texts.let }).click()
  await expect(screen).toContainText(texts.none.title)
}

async function consoles(page: Page, look: Look): Promise<void> {
  const texts = t.lookedAfter.devices
  await place(page, t.frame.places.devices).click()
  const rows = page.getByRole('table', { name: texts.table }).getByRole('row')
  await expect(rows.filter({ hasText: texts.here })).toHaveCount(3)
  await expect(rows.filter({ hasText: texts.here }).filter({ hasText: 'Ana Ruiz' })).toHaveCount(1)
  await look(page, 'consoles')
}
