import { expect } from '@playwright/test'
import { en as t } from '../../src/renderer/words/en.ts'
import { expectSynced } from './desk.ts'
import { runServer } from './launch.ts'
import { test } from './room.ts'

test('[SV42] [SV43] [SV48] a workspace that is no demo asks for an e-mail address and a password', async ({
  room
}) => {
  const data = room.newFolder()
  const server = await room.serve(data)
  runServer('matrix', 'publish', '--data', data, '--file', 'resources/demo/matrix.yaml')
  const who = ['--data', data, '--email', 'ana@example.com', '--name', 'Ana Ruiz']
  const said = runServer('person', 'add', ...who, '--role', 'agent', '--tier', 'L1', '--queues', 'L1/front')
  const password = said.trim().split(' ').at(-1) ?? ''
  const tab = await room.openConsole(server)

  await expect(tab.page.getByRole('heading', { name: t.signIn.title })).toBeVisible()
  await expect(tab.page.getByText(t.signIn.demoTitle)).toBeHidden()
  const email = tab.page.getByRole('textbox', { name: t.signIn.email })
  await expect(email).toBeFocused()
  await tab.page.keyboard.press('Enter')
  await expect(tab.page.getByText(t.signIn.missing).first()).toBeVisible()
  await email.fill('ana@example.com')
  await tab.page.getByLabel(t.signIn.password).fill('not this one')
  await tab.page.keyboard.press('Enter')
  await expect(tab.page.getByText(t.signIn.wrong).first()).toBeVisible()
  await expect(email).toHaveValue('ana@example.com')
  await tab.page.getByLabel(t.signIn.password).fill(password)
  await tab.page.getByRole('button', { name: t.signIn.submit }).click()
  await expectSynced(tab.page)
  await expect(tab.page.getByText(t.queue.empty.work.title)).toBeVisible()

  await tab.close()
  await tab.open() // somebody who was here needs no password to see their queue again
  await expectSynced(tab.page)
  await tab.page.locator('.tl-person').click()
  await tab.page.getByRole('menuitem', { name: t.signIn.signOut }).click()
  await expect(tab.page.getByRole('heading', { name: t.signIn.title })).toBeVisible()
})
