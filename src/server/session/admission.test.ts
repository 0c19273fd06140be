import { expect, test } from 'vitest'
import { people } from '../../../test/support/cases.ts'
import { helloOf } from '../../../test/support/hello.ts'
import { server } from '../../../test/support/server.ts'
import { must } from '../../shared/lib/must.ts'
import type { Parted, Snapped } from '../../shared/protocol/sync.ts'

test('[SV22] a whole floor that comes back at once is let in by and by', async () => {
  const host = await server()
  const asked = people.slice(0, 10).flatMap(({ id }) =>
    Array.from({ length: 40 }, (_none, n) => {
      const one = host.console(id, `laptop-${n}-of-${id}`)
      return () => one.ask('sync:hello', helloOf(one.deviceId))
    })
  )
  const answers: { ok: boolean; why?: string; retryAfterMs?: number }[] = []
  for (const ask of asked) answers.push((await ask()) as (typeof answers)[number])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(300)
  for (const late of answers.slice(300)) expect(late).toMatchObject({ why: 'BUSY', retryAfterMs: 10 })
  host.clock.now += 500
  const later = await Promise.all(asked.filter((_ask, n) => n % 6 === 0).map((ask) => ask()))
  expect(later.filter((one) => (one as { ok: boolean }).ok)).toHaveLength(50)
})

test('[SY31] files are sent to so many at a time; who stops asking makes room', async () => {
  const host = await server()
  await host.open()
  const seats: (() => Promise<Parted>)[] = []
  for (let n = 0; n < 65; n += 1) {
    const one = host.console(must(people[n % 10], 'person').id, `laptop-${n}-01`)
    const { fetch, scopeVer } = await one.hello()
    const { asOf, scopes } = must(fetch, 'something to fetch')
    const asking = { scope: must(scopes[0], 'scope'), asOf, scopeVer }
    const snapped = (await one.ask('sync:snap', { ...asking, packings: ['gzip'] })) as Snapped
    if (!snapped.ok) throw new Error(snapped.message)
    const { etag } = snapped.manifest
    seats.push(async () => (await one.ask('sync:part', { ...asking, etag, part: 0 })) as Parted)
  }
  const last = must(seats.at(-1), 'last')
  for (const ask of seats.slice(0, 64)) expect(await ask()).toMatchObject({ ok: true })
  expect(await last()).toMatchObject({ ok: false, why: 'BUSY', retryAfterMs: expect.any(Number) })
  host.clock.now += 6_000
  for (const ask of seats.slice(1, 64)) expect(await ask()).toMatchObject({ ok: true })
  expect(await last()).toMatchObject({ why: 'BUSY' })
  host.clock.now += 6_000
  expect(await last()).toMatchObject({ ok: true })
})
