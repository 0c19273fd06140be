import { afterAll, beforeAll, expect, test } from 'vitest'
import { socketDial } from '../../src/engine/sync/socket.ts'
import type { Ending } from '../../src/engine/sync/wire.ts'
import { LIMITS } from '../../src/shared/protocol/sync.ts'
import { type LiveServer, liveServer } from '../support/live-server.ts'

let host: LiveServer
beforeAll(async () => {
  host = await liveServer()
})
afterAll(() => host.stop())

/** Says something of this size to a real server over a real socket; how the connection ended, or nothing when it was answered. */
async function say(bytes: number): Promise<Ending | 'answered'> {
  const dial = socketDial(host.url, await host.tokens.issue('person', 'ana'))
  return new Promise((done) => {
    const wire = dial({
      onOpen: () => {
        wire.request('sync:push', { storeId: 'x'.repeat(bytes) }).then(
          () => {
            done('answered')
            wire.close()
          },
          () => undefined
        )
      },
      onClose: done,
      onEvent: () => undefined
    })
  })
}

test('[EN35] the engine knows from a message the server takes for too large that this was why, and from no other end', async () => {
  expect(await say(3 * 1024 * 1024)).toBe('tooLarge')
  expect(await say(LIMITS.message - 1_000)).toBe('answered')
  const dial = socketDial(host.url, 'no such token')
  expect(
    await new Promise((done) => dial({ onOpen: () => undefined, onClose: done, onEvent: () => undefined }))
  ).toBe('refused')
})
