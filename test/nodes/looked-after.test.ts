import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeTokens } from '../../src/server/auth/tokens.ts'
import { startServer } from '../../src/server/index.ts'
import { Device } from '../../src/shared/protocol/looked-after.ts'
import { tempFolder } from '../support/homes.ts'
import { startNode } from '../support/nodes.ts'
import { newWorkspace } from '../support/places.ts'
import { online } from '../support/server.ts'

test('[SV89] a console at another node is here too, until it goes or its node is no more', async () => {
  const workspace = newWorkspace()
  const one = await startNode(workspace, {}, false)
  const asked = await startServer({
    data: tempFolder(),
    host: '127.0.0.1',
    port: 0,
    database: workspace,
    logger: pino({ level: 'silent' })
  })
  onTestFinished(() => asked.stop())
  const authorization = `Bearer ${await makeTokens(asked.home, Date.now, () => undefined).issue('person', 'ada')}`
  const rows = async () => {
    const reply = await fetch(new URL('/api/devices', asked.url), { headers: { authorization } })
    const all = Device.array().parse(await reply.json())
    return Object.fromEntries(all.map(({ deviceId, online, behind }) => [deviceId, { online, behind }]))
  }
  const ana = await online(one, 'ana', 'laptop-of-ana')
  const ben = await online(one, 'ben', 'tablet-of-ben')
  await one.open()
  await one.open()
  await vi.waitFor(async () =>
    expect(await rows()).toEqual({
      'laptop-of-ana': { online: true, behind: 0 },
      'tablet-of-ben': { online: true, behind: 0 }
    })
  )
  ana.close()
  await vi.waitFor(async () => expect((await rows())['laptop-of-ana']).toMatchObject({ online: false }))
  expect((await rows())['tablet-of-ben']).toMatchObject({ online: true })
  // Its node dies without a word, a while after it wrote down how far ben was.
  one.core.flush()
  await ben.ask('sync:seen', { cursor: 2 })
  one.clock.now += 5 * 60_000
  await one.core.tick()
  await one.open()
  one.line.isDown = true
  one.line.cut()
  await vi.waitFor(
    async () => expect((await rows())['tablet-of-ben']).toEqual({ online: false, behind: 1 }),
    { timeout: 10_000 }
  )
})
