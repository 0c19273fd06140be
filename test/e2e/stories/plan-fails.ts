import { expect, type Page } from '@playwright/test'
import { expectOffline, expectSynced, place, WORDS } from '../desk.ts'
import { runServer } from '../launch.ts'
import type { Look } from '../looks.ts'
import { matrixPart, matrixRow, openMatrix, publishButton, setTime, timesInForce } from '../matrix-desk.ts'
import type { Room } from '../room.ts'

const t = WORDS.it
const REASON = 'Turno di notte'
/** Who decides the one step of a row of authority. */
const BY_ROLE = /(credit-to-300[\s\S]*?)role: supervisor/
const BY_PERSON = '$1person: zoe'
const HOUR_MS = 3_600_000

/**
 * A matrix is planned, and when its time has come somebody it names no longer works here: it is not published, the administrator
 * is told wherever they are, sees why, and what was in force stays.
 */
export async function planFails(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  const zoe = ['--email', 'zoe@example.com', '--name', 'Zoe Kern', '--id', 'zoe', '--queues', 'L1/front']
  runServer('person', 'add', '--data', server.data, '--role', 'supervisor', '--tier', 'L2', ...zoe)
  await openMatrix(page, 'Alex Moreau', 'it')
  await importFile(page, runServer('matrix', 'show', '--data', server.data).replace(BY_ROLE, BY_PERSON))
  await expect(matrixRow(page, 'l1-billing')).toBeVisible()
  await setTime(page, 'l1-billing', 'accept', '20', t)
  await publishButton(page, t).click()
  const form = page.getByRole('dialog', { name: t.matrix.publishing.title })
  await form.getByRole('textbox', { name: t.matrix.publishing.reason }).fill(REASON)
  await form.getByRole('radio', { name: t.matrix.publishing.later }).click({ force: true })
  // Typed as London has it, where Alex works, whatever the zone of this machine.
  await form.getByLabel(t.matrix.publishing.at).fill(inLondon(Date.now() + HOUR_MS))
  await expect(form.getByText(new RegExp(inLondon(Date.now() + HOUR_MS).slice(11)))).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await matrixPart(page, 'versions', t).click()
  await expect(page.getByText(REASON)).toBeVisible()
  await matrixPart(page, 'functional', t).click()
  await place(page, t.frame.places.myWork).click()

  runServer('person', 'remove', '--data', server.data, '--email', 'zoe@example.com')
  await server.stop()
  await expectOffline(page, 0, t)
  await server.start({ aheadMs: 2 * HOUR_MS })
  await expectSynced(page, t)
  const matrixPlace = place(page, t.frame.places.matrix)
  await expect(matrixPlace).toHaveAccessibleName(new RegExp(t.frame.failedPlans(1)), { timeout: 20_000 })
  await matrixPlace.click()
  await expect(page.getByText(t.matrix.versions.planNotice)).toBeVisible()
  await page.getByRole('button', { name: t.matrix.versions.showPlan }).click()
  const plan = page.getByRole('listitem').filter({ hasText: REASON })
  await expect(plan).toContainText(t.matrix.versions.planState.failed)
  await expect(plan).toContainText('Nessuno può decidere il passo 1 per i casi di L1 Prima linea')
  await look(page, 'plan-failed')
  await expect(page.getByText(t.matrix.versions.planNotice)).toBeHidden()
  expect(timesInForce(server.data, ['l1-billing'])).toEqual([[30, 480]])
}

/** As somebody does who edits the file elsewhere. */
async function importFile(page: Page, text: string): Promise<void> {
  const file = { name: 'next.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText(t.matrix.files.imported('next.yaml'))).toBeVisible()
}

/** "2026-11-22T02:54" on a clock in London. */
function inLondon(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/London'
  })
    .format(at)
    .replace(' ', 'T')
}
