import { expect, type Page } from '@playwright/test'
import { en as t } from '../../../src/renderer/words/en.ts'
import { expectOffline, place, signIn } from '../desk.ts'
import { runServer } from '../launch.ts'
import type { Look } from '../looks.ts'
import type { Room, Server } from '../room.ts'

/** What a supervisor has on the screen about their people: who is away, and how many escalations were avoided. */
export async function overATeam(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  await helpedTwice(server)
  const [ana, sofia] = await Promise.all([room.openConsole(server), room.openConsole(server)])
  await signIn(ana.page, 'Ana Ruiz')
  await signIn(sofia.page, 'Sofía Herrera')
  await away(ana.page, sofia.page, look)
  await figures(server, sofia.page, look)
  await expect(place(ana.page, t.frame.places.figures)).toHaveCount(0)
}

async function away(ana: Page, sofia: Page, look: Look): Promise<void> {
  const said = t.settings.away
  const theirs = await absence(sofia)
  const whose = theirs.getByRole('combobox', { name: said.whose })
  await expect(whose).toHaveValue(said.me('Sofía Herrera'))
  await whose.fill('Claire')
  await expect(sofia.getByText(t.case.form.nothingFound)).toBeVisible()
  await whose.fill('Ana')
  await sofia.getByRole('option', { name: 'Ana Ruiz' }).click()
  await expect(theirs).toContainText(said.theirs.nobody('Ana Ruiz'))
  await theirs.getByLabel(said.until).fill('2031-05-06T08:00')
  await look(sofia, 'absence-of-another')
  await theirs.getByRole('button', { name: said.theirs.save('Ana Ruiz') }).click()
  await expect(theirs).toContainText(/Ana Ruiz is away until Tuesday,? 6 May 2031/)

  const own = await absence(ana)
  await expect(own).toContainText(/You are away until Tuesday,? 6 May 2031/)
  await expect(own.getByRole('combobox')).toHaveCount(0)
  await theirs.getByRole('button', { name: said.theirs.back('Ana Ruiz') }).click()
  await expect(own.getByRole('button', { name: said.save })).toBeVisible()
  for (const page of [ana, sofia]) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

/** Opens the settings at the absence. */
async function absence(page: Page) {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: t.settings.title })
  await dialog.getByRole('tab', { name: t.settings.away.title }).click()
  return dialog
}

async function figures(server: Server, page: Page, look: Look): Promise<void> {
  const texts = t.figures
  await place(page, t.frame.places.figures).click()
  const screen = page.getByRole('region', { name: texts.title })
  await expect(screen.getByRole('list', { name: texts.byQueue })).toContainText(/Front line\s*3/) // one is of the demo's own story
  await expect(screen.getByRole('list', { name: texts.byCategory }).getByRole('listitem')).toHaveCount(2)
  await expect(screen.getByRole('table', { name: texts.byWeek }).getByRole('row')).toHaveCount(13)
  await look(page, 'figures')
  await screen.getByRole('radio', { name: texts.periods.month }).check({ force: true })
  await expect(screen.getByRole('table').getByRole('row')).toHaveCount(5)
  await server.stop()
  await expectOffline(page, 0)
  await expect(screen).toContainText('The server cannot be reached.')
  await expect(screen.getByRole('table').getByRole('row')).toHaveCount(5)
  await screen.getByRole('radio', { name: texts.periods.year }).check({ force: true })
  await expect(screen).toContainText(texts.offline.title)
  await look(page, 'figures-offline')
  await server.start()
  await expect(screen.getByRole('table').getByRole('row')).toHaveCount(53, { timeout: 40_000 })
}

/** Ana resolved a case, and then two with its solution. */
async function helpedTwice({ data, url }: Server): Promise<void> {
  const shop =
    runServer('integration', 'add', '--data', data, '--name', 'story').trim().split(' ').at(-1) ?? ''
  const post = async (path: string, body: unknown, token?: string): Promise<Record<string, string>> => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` })
    }
    const answer = await fetch(new URL(path, url), { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as Record<string, string>
  }
  const { token = '' } = await post('/api/sign-in/demo', { personId: 'ana', deviceId: 'story-device' })
  let ops = 0
  const act = (command: object) => post('/api/commands', { opId: `story-op-${++ops}`, command }, token)
  const resolved = async (helpedBy?: string): Promise<string> => {
    const { caseId = '' } = await post(
      '/api/cases',
      {
        subject: 'Invoice twice',
        body: 'The invoice came twice.',
        customer: { id: 'c-twice', name: 'Oscar Lindt', language: 'en', segment: 'B2C' },
        channel: 'email',
        category: 'billing',
        queue: { tier: 'L1', team: 'front' }
      },
      shop
    )
    await act({ type: 'case.claim', caseId })
    await act({ type: 'case.resolve', caseId, resolution: 'solved', ...(helpedBy && { helpedBy }) })
    return caseId
  }
  const known = await resolved()
  await resolved(known)
  await resolved(known)
}
