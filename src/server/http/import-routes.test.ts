import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'

let host: LiveServer
beforeAll(async () => {
  host = await liveServer()
})
afterAll(() => host.stop())

const MAPPING = `
format: tierline.mapping/1
name: small
source: { type: csv }
kind: case-list
dates: { formats: [yyyy-MM-dd], zone: UTC }
columns: { externalId: id, subject: '{subject}', openedAt: opened }
defaults: { status: new, queue: L1/billing, priority: normal, category: billing, channel: email, segment: B2C, language: en, resolution: solved }
maxRejectedShare: 0.1
`

test('[SV45] importing is for administrators', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const ana = await host.tokens.issue('person', 'ana')
  const begin = { name: 'past.csv', mapping: MAPPING }
  for (const [method, where] of [
    ['POST', '/api/imports'],
    ['GET', '/api/imports'],
    ['GET', '/api/import-mappings']
  ] as const) {
    const body = method === 'POST' ? begin : undefined
    expect(await host.call(method, where, body, ana)).toMatchObject({ status: 403 })
    expect(await host.call(method, where, body)).toMatchObject({ status: 401 })
  }
  expect(await host.call('POST', '/api/imports', { ...begin, mapping: 'format: what' }, ada)).toMatchObject({
    status: 422,
    body: {
      error: 'NotAMapping',
      message: expect.stringContaining('format'),
      said: {
        type: 'BadMapping',
        problems: expect.arrayContaining([expect.objectContaining({ path: 'format' })])
      }
    }
  })
  expect(await host.call('POST', '/api/imports', { ...begin, mapping: '' }, ada)).toMatchObject({
    status: 422,
    body: { said: { problems: expect.arrayContaining([expect.objectContaining({ path: 'columns' })]) } }
  })
  const nowhere = { ...begin, mapping: MAPPING.replace('L1/billing', 'L1/nowhere') }
  expect(await host.call('POST', '/api/imports', nowhere, ada)).toMatchObject({
    status: 422,
    body: { said: { problems: [{ path: 'defaults.queue', line: expect.any(Number) }] } }
  })
  expect(await host.call('POST', '/api/imports/none/end', {}, ada)).toMatchObject({ status: 404 })
  expect(await host.call('GET', '/api/import-mappings', undefined, ada)).toMatchObject({
    body: expect.arrayContaining([
      { name: 'uci-incidents', title: expect.any(String), text: expect.any(String) }
    ])
  })
})

test('[SV46] a file imported over HTTP tells its progress, its rejected rows and how it ended', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const importFile = async (text: string, acceptRejections: boolean) => {
    const begun = await host.call(
      'POST',
      '/api/imports',
      { name: 'past.csv', mapping: MAPPING, acceptRejections },
      ada
    )
    const { id } = begun.body as { id: string }
    const half = Math.ceil(text.length / 2)
    for (const part of [text.slice(0, half), text.slice(half)]) {
      expect(await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from(part), ada)).toMatchObject({
        status: 200
      })
    }
    expect(await host.call('POST', `/api/imports/${id}/end`, {}, ada)).toMatchObject({ status: 200 })
    const job = async () => {
      const { body } = await host.call('GET', '/api/imports', undefined, ada)
      return (body as { id: string; phase: string }[]).find((one) => one.id === id)
    }
    await expect.poll(async () => (await job())?.phase, { timeout: 5_000 }).toMatch(/done|failed/)
    return await job()
  }
  const rows =
    'id,subject,opened\n1,First,2026-01-02\n2,"Second, with a comma",2026-01-03\n3,Third,not-a-day\n'
  expect(await importFile(rows, false)).toMatchObject({
    phase: 'failed',
    imported: 0,
    said: { type: 'TooManyRejected', rejected: 1, rows: 3 },
    rejections: [
      {
        line: 4,
        until: null,
        column: 'opened',
        value: 'not-a-day',
        why: { code: 'bad-date', formats: ['yyyy-MM-dd'] }
      }
    ]
  })
  expect(await importFile(rows, true)).toMatchObject({ phase: 'done', imported: 2, rejected: 1, skipped: 0 })
  expect(await importFile(rows, true)).toMatchObject({
    phase: 'done',
    imported: 0,
    skipped: 2,
    rejections: [{ line: 4 }],
    said: { type: 'AlreadyImported' }
  })
  expect(await importFile('%PDF\0\0', true)).toMatchObject({
    phase: 'failed',
    said: { type: 'BadFile', problem: { code: 'binary' } }
  })
  expect(await importFile('', true)).toMatchObject({
    phase: 'failed',
    said: { type: 'BadFile', problem: { code: 'empty' } }
  })
})

test('[SV46] [IM53] rejected rows are read in pages by an administrator', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const begun = await host.call(
    'POST',
    '/api/imports',
    { name: 'bad.csv', mapping: MAPPING, acceptRejections: true },
    ada
  )
  const { id } = begun.body as { id: string }
  const text = `id,subject,opened\n${Array.from({ length: 5 }, (_, n) => `b${n},x,never\n`).join('')}g,good,2026-01-02\n`
  await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from(text), ada)
  await host.call('POST', `/api/imports/${id}/end`, {}, ada)
  const page = (query: string, token = ada) =>
    host.call('GET', `/api/imports/${id}/rejections${query}`, undefined, token)
  await expect
    .poll(async () => ((await page('')).body as { rows: unknown[] }).rows.length, { timeout: 5_000 })
    .toBe(5)
  expect(await page('?from=3&limit=1')).toMatchObject({ status: 200, body: { rows: [{ line: 5 }] } })
  expect(await page('?from=5')).toMatchObject({ body: { rows: [] } })
  expect(await page('?limit=1001')).toMatchObject({ status: 400 })
  expect(await page('?from=x')).toMatchObject({ status: 400 })
  expect(await page('', await host.tokens.issue('person', 'ana'))).toMatchObject({ status: 403 })
  const none = await host.call('GET', '/api/imports/none/rejections', undefined, ada)
  expect(none).toMatchObject({ status: 404, body: { said: { type: 'NoSuchImport' } } })
})

test('[SV46] a cancelled import brings nothing', async () => {
  const ada = await host.tokens.issue('person', 'ada')
  const { body } = await host.call('POST', '/api/imports', { name: 'past.csv', mapping: MAPPING }, ada)
  const { id } = body as { id: string }
  expect(await host.call('DELETE', `/api/imports/${id}`, undefined, ada)).toMatchObject({ status: 200 })
  expect(await host.call('PUT', `/api/imports/${id}/bytes`, Buffer.from('x'), ada)).toMatchObject({
    status: 409,
    body: {
      error: 'NotNow',
      message: expect.stringContaining('cancelled'),
      said: { type: 'NotNow', phase: 'cancelled' }
    }
  })
})
