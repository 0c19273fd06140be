import { afterAll, beforeAll, expect, test } from 'vitest'
import { queue } from '../../../test/support/cases.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { heard, type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { tempFolder, testStaging } from '../../../test/support/snapshots.ts'
import type { Parted, Snapped, Welcome } from '../../shared/protocol/sync.ts'
import { openReadOnly } from '../../sqlite/db.ts'
import { cutThread } from './cut-thread.ts'

let host: LiveServer
beforeAll(async () => {
  host = await liveServer()
})
afterAll(() => host.stop())

test('[SY26] a file is cut on another thread, and its parts come over the wire as they are', async () => {
  for (let n = 0; n < 20; n += 1)
    await host.core.intake.open({
      subject: `Number ${n}`,
      body: 'Help, please. '.repeat(200),
      customer: { id: 'c', name: 'Rosa', language: 'es', segment: 'B2C' },
      channel: 'chat',
      category: 'billing',
      queue: queue('L1/billing')
    })
  const socket = host.socket(await host.tokens.issue('person', 'ana'))
  await heard(socket, 'connect')
  const { fetch, scopeVer } = (await socket.emitWithAck('sync:hello', helloOf('laptop-01'))) as Extract<
    Welcome,
    { ok: true }
  >
  const staging = testStaging()
  const asked = { scope: 'L1/billing', asOf: fetch?.asOf ?? -1, scopeVer, packings: [...staging.packings] }
  const ask = async (): Promise<Snapped> => socket.emitWithAck('sync:snap', asked)
  const first = await ask()
  expect(first).toMatchObject({ ok: false, why: 'BUSY' })
  // It is under way elsewhere: this server answers meanwhile, and in the end has it.
  let snapped = first
  await expect.poll(async () => (snapped = await ask()), { timeout: 30_000 }).toMatchObject({ ok: true })
  if (!snapped.ok) throw new Error(snapped.message)
  const { manifest } = snapped
  expect(manifest.cases).toBe(20)
  for (const part of staging.open([manifest])) {
    const parted: Parted = await socket.emitWithAck('sync:part', {
      ...asked,
      etag: manifest.etag,
      part: part.part
    })
    expect(parted.ok && (await staging.put(part, parted.data))).toBe(true)
  }
  const file = openReadOnly(await staging.merge([manifest]))
  expect(file.prepare('SELECT count(*) AS n FROM cases').get()).toEqual({ n: 20 })
  expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  file.close()
  expect(host.log.find((line) => line['msg'] === 'snapshot.made')).toMatchObject({
    scope: 'L1/billing',
    cases: 20
  })
})

test('[SY26] a file that cannot be cut says why, and the next one can', async () => {
  const thread = cutThread(host.home.file)
  const folder = tempFolder()
  const job = { scope: 'L1/billing', asOf: 1, riskShare: 0.25, packing: 'gzip', partBytes: 16_384 } as const
  await expect(
    thread.cut({ ...job, to: `${folder}/nowhere/a`, scratch: `${folder}/nowhere/a.db` })
  ).rejects.toThrow()
  await thread.cut({ ...job, to: `${host.data}/a`, scratch: `${host.data}/a.db` })
  await thread.stop()
})
