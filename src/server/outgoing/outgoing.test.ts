import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask } from '../../../test/support/cases.ts'
import { facts, online, server } from '../../../test/support/server.ts'
import { openDb } from '../../sqlite/db.ts'
import { findCase } from '../log/cases.ts'
import type { Effect } from '../log/effects.ts'
import { openLedger } from './ledger.ts'
import { openOutgoing } from './outgoing.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'tierline-outgoing-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

const granted = (key: string) => ({ key, kind: 'grant' as const, payload: { amountMinor: 500 } })

test('[SV55] the ledger books each key once, also after it was closed, and its entries stay as they are', async () => {
  const file = path.join(data, 'ledger.db')
  const first = openLedger(file, () => 1)
  expect(await first.deliver(granted('op-1'))).toEqual({ receipt: 'L-1001' })
  expect(await first.deliver(granted('op-2'))).toEqual({ receipt: 'L-1002' })
  expect(await first.deliver(granted('op-1'))).toEqual({ receipt: 'L-1001' })
  first.close()
  const again = openLedger(file, () => 2)
  expect(await again.deliver(granted('op-2'))).toEqual({ receipt: 'L-1002' })
  expect(await again.deliver(granted('op-3'))).toEqual({ receipt: 'L-1003' })
  again.close()
  const raw = openDb(file, [{ version: 10, sql: '' }])
  expect(() => raw.prepare('DELETE FROM entries').run()).toThrow('not deleted')
  expect(() => raw.prepare('UPDATE entries SET at = 3').run()).toThrow('not changed')
  expect(raw.prepare('SELECT number, key, at FROM entries').all()).toEqual([
    { number: 1001, key: 'op-1', at: 1 },
    { number: 1002, key: 'op-2', at: 1 },
    { number: 1003, key: 'op-3', at: 2 }
  ])
  raw.close()
})

test('[SV54] [SV55] in a demo what was granted is booked, and the case tells its receipt to who granted it', async () => {
  const courier = openOutgoing({ data, demo: true, webhook: undefined, now: () => 5 })
  const host = await server({ courier })
  const id = await host.open()
  const ben = await online(host, 'ben')
  await ben.act({ type: 'case.claim', caseId: id })
  await ben.act({ type: 'case.grant', caseId: id, ask: ask(10) })
  await ben.act({ type: 'case.grant', caseId: id, ask: ask(20) })
  await ben.act({ type: 'case.reply', caseId: id, body: 'It is on its way' })
  await host.core.tick()
  await host.core.tick()
  host.core.flush()
  expect(findCase(host.db, id)?.kase.grants).toMatchObject([
    { amountMinor: 1_000, carriedOut: { receipt: 'L-1001', at: host.clock.now } },
    { amountMinor: 2_000, carriedOut: { receipt: 'L-1002' } }
  ])
  expect(facts(host.db).filter((fact) => fact.type === 'grant.carriedOut')).toHaveLength(2)
  const told = ben.frames().flatMap(({ changes }) => changes)
  expect(told.slice(-2)).toMatchObject([
    { kind: 'fact', fact: { by: 'system', event: { type: 'grant.carriedOut', receipt: 'L-1001' } } },
    { kind: 'fact', fact: { by: 'system', event: { type: 'grant.carriedOut', receipt: 'L-1002' } } }
  ])
  expect(readdirSync(path.join(data, 'outgoing'))).toEqual(['mail'])
  courier.close()
})

test('[SV54] a crash between the doing and the note of it books nothing twice', async () => {
  const ledger = openOutgoing({ data, demo: true, webhook: undefined, now: () => 5 })
  let isDying = false
  const done: unknown[] = []
  const courier = {
    deliver: async (effect: Effect) => {
      isDying = done.length === 0
      done.push(await ledger.deliver(effect))
      return ledger.deliver(effect)
    }
  }
  const hooks = {
    beforeCommit: () => {
      if (isDying) throw new Error('power cut')
    }
  }
  const host = await server({ courier, hooks })
  const id = await host.open()
  const ben = await online(host, 'ben')
  await ben.act({ type: 'case.claim', caseId: id })
  await ben.act({ type: 'case.grant', caseId: id, ask: ask(10) })
  await host.core.tick()
  await vi.waitFor(() => expect(host.reports).toContain('effect.unnoted'))
  expect(findCase(host.db, id)?.kase.grants[0]?.carriedOut).toBeUndefined()
  isDying = false
  await host.core.tick()
  await vi.waitFor(() => expect(findCase(host.db, id)?.kase.grants[0]?.carriedOut).toBeDefined())
  expect(done).toHaveLength(2)
  expect(findCase(host.db, id)?.kase.grants).toMatchObject([{ carriedOut: { receipt: 'L-1001' } }])
  ledger.close()
})

test('[SV57] without a webhook all of it is laid into the folder, and nobody says that it was carried out', async () => {
  const courier = openOutgoing({ data, demo: false, webhook: undefined, now: () => 5 })
  const host = await server({ courier })
  const id = await host.open()
  const ben = await online(host, 'ben')
  await ben.act({ type: 'case.claim', caseId: id })
  const { opId } = await ben.act({ type: 'case.grant', caseId: id, ask: ask(10) })
  await host.core.tick()
  const laid = JSON.parse(readFileSync(path.join(data, 'outgoing/grant', `${opId}.json`), 'utf8'))
  expect(laid).toMatchObject({ key: opId, kind: 'grant', amountMinor: 1_000 })
  expect(findCase(host.db, id)?.kase.grants[0]?.carriedOut).toBeUndefined()
})

test('[SV57] with a webhook only the kinds it is for go there', async () => {
  const url = new URL('http://127.0.0.1:1/')
  const webhook = { url, secret: 'x'.repeat(16), kinds: ['grant'] as const }
  const courier = openOutgoing({ data, demo: false, webhook, now: () => 5 })
  await expect(courier.deliver(granted('op-1'))).rejects.toThrow()
  expect(await courier.deliver({ ...granted('op-2'), kind: 'allow' })).toBeUndefined()
  expect(await courier.deliver({ ...granted('op-3'), kind: 'mail' })).toBeUndefined()
  expect(readdirSync(path.join(data, 'outgoing')).sort()).toEqual(['allow', 'mail'])
})
