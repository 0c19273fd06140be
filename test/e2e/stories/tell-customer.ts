import { expect } from '@playwright/test'
import { PASSWORD } from '../cases.ts'
import { chooseWay, claim, openCase, said, signIn, WORDS } from '../desk.ts'
import type { Look } from '../looks.ts'
import type { Room } from '../room.ts'
import { eventsOf } from '../server-log.ts'

const t = WORDS.it
const DONE = 'hemos enviado el enlace a otra dirección'
const ADDED = 'Puede escribirnos también por el chat.'
/** How each of the seven parts begins in the matrix of the demo, in Spanish. */
const SEVEN = [
  'Hola, Irene Soto: entiendo lo molesto',
  `Esto es lo que hemos hecho hasta ahora: ${DONE}`,
  'El error ha sido nuestro.',
  'Nos lo tomamos en serio',
  'A partir de ahora le atiende Soporte técnico. Ana Ruiz les ha contado todo',
  'Tendrá noticias nuestras antes de:',
  'Sentimos las molestias.'
]

/**
 * An agent who works in Italian escalates the case of a Spanish customer and tells her in Spanish: all seven parts, one of them
 * held back until its words are filled in, changed by hand before it goes out.
 */
export async function customerIsTold(room: Room, look: Look): Promise<void> {
  const server = await room.openWorkspace('small')
  const { page } = await room.openConsole(server)
  await signIn(page, 'Ana Ruiz', 'it')
  await openCase(page, 'Prima linea', PASSWORD)
  await claim(page, t)
  await chooseWay(page, 'L2 Assistenza tecnica', t)
  const form = page.getByRole('dialog', { name: t.escalation.handOffTo('L2 Assistenza tecnica') })
  await form.getByRole('textbox', { name: t.escalation.package.need }).fill('Un link che arrivi')
  await form
    .getByRole('textbox', { name: t.escalation.package.tried })
    .fill('Quattro invii, nessuno arrivato')

  const { tell } = t.escalation
  await form.getByRole('button', { name: tell.title }).click()
  const message = form.getByRole('textbox', { name: tell.message })
  await expect(message).toHaveValue(/Hola, Irene Soto/)
  await form.getByRole('checkbox', { name: tell.part.fault }).check()
  await form.getByRole('checkbox', { name: tell.part.done }).check()
  // What nothing is known for holds it back.
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(tell.unfilled('{done}'))).toBeVisible()
  await look(page, 'tell-customer')
  await form.getByRole('textbox', { name: tell.doneLabel }).fill(DONE)
  for (const part of SEVEN) await expect(message).toHaveValue(new RegExp(escaped(part)))
  await message.fill(`${await message.inputValue()}\n\n${ADDED}`)
  await form.getByRole('button', { name: tell.send }).click()
  await expect(form).toBeHidden()
  await expect(said(page, ADDED)).toBeVisible()

  await expect.poll(() => eventsOf(server.data, PASSWORD).at(-1)?.type).toBe('case.escalated')
  const sent = eventsOf(server.data, PASSWORD).at(-1)?.['message']
  const paragraphs = String(sent).split('\n\n')
  expect(paragraphs).toHaveLength(SEVEN.length + 1)
  SEVEN.forEach((part, at) => {
    expect(paragraphs[at]).toContain(part)
  })
  expect(paragraphs.at(-1)).toBe(ADDED)
  expect(sent).not.toContain('Quattro invii')
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
