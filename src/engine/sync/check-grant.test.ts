import { expect, test } from 'vitest'
import { ana, NINE } from '../../../test/support/cases.ts'
import { grantOf } from '../../../test/support/queue.ts'
import { makeSigningKey, openSigner } from '../../server/auth/signer.ts'
import { sqliteHome } from '../../server/home/sqlite-home.ts'
import { MIGRATIONS } from '../../server/log/migrations/all.ts'
import { grantFor } from '../../server/session/offline-grant.ts'
import { type Db, openDb } from '../../sqlite/db.ts'
import { isGenuine } from './check-grant.ts'

/** A server's database with its key. */
async function keyed(): Promise<Db> {
  const db = openDb(':memory:', MIGRATIONS)
  await makeSigningKey(sqliteHome(db, queueMicrotask))
  return db
}

const grant = grantOf(ana)
const mine = { personId: ana.id, deviceId: 'device-1', key: grant.key }

test('[EN41] the word of the server this console signed in to is taken, and of a first one whose key it does not know yet', () => {
  expect(isGenuine(grant, mine)).toBe(true)
  expect(isGenuine(grant, { ...mine, key: null })).toBe(true)
})

test('[EN41] a grant that was changed, is somebody else’s, or is signed by another server is none', async () => {
  const { body } = grant
  const longer = { ...grant, body: { ...body, exp: body.exp + 1 } }
  const wider = { ...grant, body: { ...body, scopes: [...body.scopes, 'L3/core'] } }
  for (const bent of [longer, wider, { ...grant, signature: 'AAAA' }, { ...grant, key: 'AAAA' }])
    expect([isGenuine(bent, mine), isGenuine(bent, { ...mine, key: null })]).toEqual([false, false])
  expect(isGenuine(grant, { ...mine, deviceId: 'device-2' })).toBe(false)
  expect(isGenuine(grant, { ...mine, personId: 'ben' as never })).toBe(false)
  const other = openSigner(await keyed())
  expect(isGenuine(grantFor(other, ana, 'device-1', 7, NINE), mine)).toBe(false)
})

test('[EN41] the server makes its key once and signs with it for ever', async () => {
  const db = await keyed()
  await makeSigningKey(sqliteHome(db, queueMicrotask))
  const [first, second] = [openSigner(db), openSigner(db)]
  expect(second.key()).toBe(first.key())
  expect(isGenuine(grantFor(second, ana, 'device-1', 7, NINE), { ...mine, key: first.key() })).toBe(true)
})
