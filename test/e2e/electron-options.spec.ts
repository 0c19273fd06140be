import { expect, type Page } from '@playwright/test'
import type {} from '../../src/renderer/bridge.ts'
import { en as t } from '../../src/renderer/words/en.ts'
import type { Option } from '../../src/shared/case/option.ts'
import { LAMP, PASSWORD, PRINTER, TRANSFER } from './cases.ts'
import {
  action,
  claim,
  composer,
  escalateMenu,
  openCase,
  place,
  rowOf,
  signIn,
  toolbar,
  write
} from './desk.ts'
import { test } from './room.ts'

/** What is drawn elsewhere than in the toolbar: in the header, the composer and the menus. */
const TOOLBAR = ['claim', 'accept', 'reopen', 'return', 'resume', 'pend', 'hold', 'resolve']
const MORE = ['release', 'assign', 'transfer', 'swarm', 'leaveSwarm', 'callManager', 'answerCall', 'close']
const HELPERS = [t.escalation.title, t.case.more]

test('[ES1] [ES4] the buttons of a case are its options, and a greyed one says why', async ({ room }) => {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz')
  await openCase(page, 'Front line', PASSWORD)
  await expectDrawn(page)
  await expect(action(page, t.case.actions.pend)).toHaveAccessibleDescription(t.refusals.NobodyOwnsIt)
  await expect(async () => {
    await page.mouse.move(0, 0)
    await action(page, t.case.actions.pend).hover()
    await expect(page.getByRole('tooltip')).toHaveText(t.refusals.NobodyOwnsIt, { timeout: 1500 })
  }).toPass()
  await page.keyboard.press('p')
  await expect(page.getByRole('alert').filter({ hasText: t.refusals.NobodyOwnsIt })).toBeVisible()
  await expect(composer(page)).toBeVisible()

  await claim(page)
  await expectDrawn(page)
  await openCase(page, 'Front line', 'Ordered the large plan')
  await expectDrawn(page) // Ben's
  await openCase(page, 'Front line', 'Charged twice for the May subscription')
  await expectDrawn(page) // mine, with a request that waits
  await openCase(page, 'Front line', PRINTER)
  await claim(page)
  await write(page, 'reply', 'A new drum is on its way.')
  await page.keyboard.press('Escape')
  await action(page, t.case.actions.pend).click()
  await expect(action(page, t.case.actions.resume)).toBeVisible()
  await expectDrawn(page)
  await action(page, t.case.actions.resolve).click()
  await page.getByRole('dialog').getByRole('button', { name: t.case.actions.resolve }).click()
  await expect(action(page, t.case.actions.reopen)).toBeVisible()
  await expectDrawn(page)
  await place(page, 'Front line').click()
  await expect(rowOf(page, LAMP).or(rowOf(page, TRANSFER)).first()).toBeVisible()
})

/** Every button against the list the engine gives for this case. */
async function expectDrawn(page: Page): Promise<void> {
  await expect(async () => {
    const options = await optionsOf(page)
    const labels = await toolbar(page).getByRole('button').evaluateAll(namesOf)
    const expected = options.filter(({ name, can }) => TOOLBAR.includes(name) && (name !== 'return' || can))
    expect(labels.filter((label) => !HELPERS.includes(label)).sort()).toEqual(expected.map(labelOf).sort())
    for (const option of expected) {
      const button = action(page, labelOf(option))
      expect(await button.getAttribute('aria-disabled')).toBe(option.can ? null : 'true')
      if (!option.can) await expect(button).toHaveAccessibleDescription(/\S/)
    }
  }).toPass()
  const options = await optionsOf(page)
  await expectMore(page, options)
  await expectWays(page, options)
}

async function expectMore(page: Page, options: readonly Option[]): Promise<void> {
  const expected = options.filter(({ name }) => MORE.includes(name))
  if (expected.length === 0) return
  await action(page, t.case.more).click()
  const items = page.getByRole('menu', { name: t.case.more }).getByRole('menuitem')
  await expect(items).toHaveCount(expected.length)
  for (const option of expected) {
    const item = items.and(page.getByRole('menuitem', { name: t.case.actions[option.name] }))
    if (option.can) await expect(item).not.toHaveAttribute('aria-disabled')
    else await expect(item).toHaveAccessibleDescription(/\S/)
  }
  await page.keyboard.press('Escape')
}

/** One row per way up: a grant within the own limit and one over it are two ways of the same option. */
async function expectWays(page: Page, options: readonly Option[]): Promise<void> {
  const ways = options.filter(({ kind }) => kind === 'functional' || kind === 'hierarchical')
  if (ways.length === 0) return
  const isGreyed = await action(page, t.escalation.title).getAttribute('aria-disabled')
  expect(isGreyed).toBeNull()
  await action(page, t.escalation.title).click()
  const items = escalateMenu(page).getByRole('menuitem')
  await expect(items.first()).toBeVisible()
  const names = await items.evaluateAll(namesOf)
  for (const { about, name } of ways) {
    if (name === 'escalate') expect(names).toContain(`${about.to?.tier} ${teamName(about.to?.team)}`)
  }
  for (const item of await items.all()) {
    if ((await item.getAttribute('aria-disabled')) === 'true')
      await expect(item).toHaveAccessibleDescription(/\S/)
  }
  await page.keyboard.press('Escape')
  await expect(escalateMenu(page)).toBeHidden()
}

const teamName = (team = ''): string => ({ billing: 'Billing', technical: 'Technical' })[team] ?? team
const labelOf = ({ name }: Option): string => (name === 'hold' ? t.case.status.on_hold : t.case.actions[name])

/** Runs in the page: the words on each, without its keys and its second line. */
function namesOf(elements: Element[]): string[] {
  return elements.map((element) => {
    const label = element.getAttribute('aria-label')
    const body = element.querySelector('.tl-button-text, .tl-menu-item-body > span')
    return label ?? body?.textContent ?? element.textContent ?? ''
  })
}

function optionsOf(page: Page): Promise<readonly Option[]> {
  return page.evaluate(async () => {
    const ref = document.querySelector('.case-ref')?.textContent ?? ''
    const found = await window.bridge?.ask('case.list', {
      view: { kind: 'search', text: ref },
      after: null,
      limit: 5
    })
    const row = found?.ok ? found.value.rows.find((one) => one.ref === ref) : undefined
    const answer = row && (await window.bridge?.ask('case.get', { caseId: row.id }))
    if (!answer?.ok || answer.value?.kind !== 'case') throw new Error(`no case ${ref}`)
    return answer.value.options
  })
}
