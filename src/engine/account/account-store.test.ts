import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ana, ben } from '../../../test/support/cases.ts'
import { openDb } from '../../sqlite/db.ts'
import {
  deviceFor,
  dropSignedIn,
  findSignedIn,
  getSettings,
  putSettings,
  putSignedIn
} from './account-store.ts'
import { ACCOUNT_MIGRATIONS } from './migrations.ts'

const account = () => openDb(':memory:', ACCOUNT_MIGRATIONS)

test('[EN23] settings are kept one by one, and panes are added to those there are', () => {
  const db = account()
  expect(getSettings(db)).toEqual({ language: null, theme: 'system', density: 'comfortable', layout: {} })
  putSettings(db, { theme: 'dark' })
  putSettings(db, { layout: { side: 200 } })
  putSettings(db, { language: 'it', layout: { list: 320 } })
  putSettings(db, { layout: { side: 210 } })
  expect(getSettings(db)).toEqual({
    language: 'it',
    theme: 'dark',
    density: 'comfortable',
    layout: { side: 210, list: 320 }
  })
  putSettings(db, { language: null })
  expect(getSettings(db).language).toBeNull()
})

test('[EN23] what is not given stays as it is', () => {
  const db = account()
  putSettings(db, { theme: 'dark' })
  putSettings(db, { theme: undefined, density: undefined } as unknown as { theme: 'dark' })
  putSettings(db, {})
  expect(getSettings(db)).toMatchObject({ theme: 'dark', density: 'comfortable' })
})

test('[EN23] a setting of a newer build takes no other with it', () => {
  const db = account()
  putSettings(db, { language: 'es', layout: { side: 200 } })
  db.write((tx) => {
    tx.prepare("INSERT INTO settings VALUES ('theme', '\"sepia\"'), ('sound', '3')").run()
  })
  expect(getSettings(db)).toEqual({
    language: 'es',
    theme: 'system',
    density: 'comfortable',
    layout: { side: 200 }
  })
  putSettings(db, { layout: { list: 1 } })
  expect(getSettings(db).layout).toEqual({ side: 200, list: 1 })
})

test('[EN23] one person is signed in at a time, and is so still after a restart', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-account-'))
  const file = path.join(folder, 'console.db')
  const first = openDb(file, ACCOUNT_MIGRATIONS)
  expect(findSignedIn(first)).toBeUndefined()
  for (const person of [ana, ben])
    first.write((tx) =>
      putSignedIn(tx, {
        server: 'http://s',
        demo: true,
        person,
        token: `t-${person.id}`,
        grantKey: person.id
      })
    )
  first.close()
  const second = openDb(file, ACCOUNT_MIGRATIONS)
  expect(findSignedIn(second)).toEqual({
    server: 'http://s',
    demo: true,
    person: ben,
    token: 't-ben',
    grantKey: 'ben'
  })
  second.write(dropSignedIn)
  expect(findSignedIn(second)).toBeUndefined()
  second.close()
  rmSync(folder, { recursive: true })
})

test('[EN23] this device has one name for each account, made once', () => {
  const db = account()
  let made = 0
  const newId = (): string => `device-${++made}`
  expect([deviceFor(db, 'a', newId), deviceFor(db, 'b', newId), deviceFor(db, 'a', newId)]).toEqual([
    'device-1',
    'device-2',
    'device-1'
  ])
})
