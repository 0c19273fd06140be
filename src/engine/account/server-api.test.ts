import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { serverApi } from './server-api.ts'

test('[SV43] how long the server makes one wait after too many tries reaches the screen', async () => {
  const server = createServer((_request, reply) => {
    reply.writeHead(429, { 'content-type': 'application/json', 'retry-after': '30' })
    reply.end(JSON.stringify({ error: 'TooManyTries', message: 'too many tries, try again in 30 s' }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await serverApi(`http://127.0.0.1:${port}`).signIn('ana@example.com', 'wrong', 'laptop-01')
  server.close()
  expect(answer).toMatchObject({ ok: false, error: { type: 'TooManyTries', retryAfterMs: 30_000 } })
})
