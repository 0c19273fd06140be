import { expect, test } from 'vitest'
import { online, server } from '../../../test/support/server.ts'
import { listScopeSums } from '../log/scope-sums.ts'

test('[SY29] a console is told the sums of what it sees after a thousand facts, with the frame that ends there', async () => {
  const host = await server()
  const ana = await online(host, 'ana')
  const { scopes } = ana.welcome
  let cursor = 0
  const happen = async (count: number) => {
    await Promise.all(Array.from({ length: count }, () => host.open()))
    const before = ana.frames().length
    host.core.flush()
    const frames = ana.frames().slice(before)
    cursor = frames.at(-1)?.to ?? cursor
    await ana.ask('sync:seen', { cursor })
    return frames.map(({ to, sums }) => ({ to, sums }))
  }
  for (const facts of [1, 499, 499]) for (const { sums } of await happen(facts)) expect(sums).toBeNull()
  const frames = await happen(1)
  expect(frames).toEqual([{ to: 1_000, sums: listScopeSums(host.db, scopes) }])
  expect(Object.values(frames[0]?.sums ?? {}).some((sum) => sum !== 0)).toBe(true)
  for (const { sums } of await happen(1)) expect(sums).toBeNull()
})
