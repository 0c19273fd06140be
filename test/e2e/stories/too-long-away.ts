import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import Database from 'better-sqlite3'
import { en as t } from '../../../src/renderer/words/en.ts'
import { PASSWORD, TRANSFER } from '../cases.ts'
import { claim, composer, expectSynced, moveTo, openCase, said, toolbar, write } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { typesOf } from '../server-log.ts'
import { anaWithoutServer } from '../without-server.ts'

const FOUR_DAYS = 4 * 24 * 3_600_000
const NOTE = 'Written on the first day.'
const DRAFT = 'Typed when nothing could be sent any more'

/** The server is away for longer than a console may work without it: one reads and drafts, and all goes on when it is back. */
export async function tooLongAway(room: Room, look: Look): Promise<void> {
  const { server, ana } = await anaWithoutServer(room)
  await claim(ana.page)
  await write(ana.page, 'note', NOTE)
  await expect(said(ana.page, NOTE)).toBeVisible()
  await ana.close()
  letTimePass(ana.data)
  await ana.open()

  const banner = ana.page.getByText(t.frame.connection.lapsed)
  await expect(banner).toBeVisible({ timeout: 20_000 })
  await openCase(ana.page, 'Front line', TRANSFER)
  await expect(said(ana.page, NOTE)).toBeVisible()
  const bar = toolbar(ana.page)
  await expect(bar.getByRole('button', { name: t.case.actions.pend })).toHaveAttribute(
    'aria-disabled',
    'true'
  )
  await moveTo(ana.page, PASSWORD)
  await ana.page.keyboard.press('n')
  await expect(composer(ana.page, 'note')).toBeFocused()
  await ana.page.keyboard.type(DRAFT)
  await expect(ana.page.getByText(t.case.composer.draftSaved)).toBeVisible()
  await ana.page.keyboard.press('Control+Enter')
  await expect(ana.page.getByRole('alert')).toContainText(t.refusals.GrantLapsed)
  await expect(composer(ana.page, 'note')).toHaveValue(DRAFT)
  await look(ana.page, 'too-long-away')

  await server.start()
  await ana.page.getByRole('button', { name: t.frame.connection.tryNow }).click()
  await expectSynced(ana.page)
  await expect(banner).toBeHidden()
  await expect
    .poll(() => typesOf(server.data, TRANSFER))
    .toEqual(['case.opened', 'case.claimed', 'case.noted'])
  await composer(ana.page, 'note').focus()
  await ana.page.keyboard.press('Control+Enter')
  await expect.poll(() => typesOf(server.data, PASSWORD)).toEqual(['case.opened', 'case.noted'])
}

/** Nobody waits four days for a test: the console remembers to have seen that time. */
function letTimePass(data: string): void {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' })
  const queues = files.filter((file) => /queues[\\/][0-9a-f]+\.db$/.test(file))
  expect(queues).toHaveLength(1)
  for (const file of queues) {
    const db = new Database(path.join(data, file))
    db.prepare("UPDATE meta SET value = ? WHERE key = 'timeMark'").run(JSON.stringify(Date.now() + FOUR_DAYS))
    db.close()
  }
}
