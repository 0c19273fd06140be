import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR } from '../../../test/support/cases.ts'
import { type LiveServer, liveServer } from '../../../test/support/live-server.ts'
import { PersonId } from '../../shared/lib/ids.ts'
import { findPerson, listPeople } from '../log/people.ts'

let host: LiveServer
const token: Record<string, string> = {}
beforeAll(async () => {
  host = await liveServer()
  for (const who of ['ana', 'sol', 'ben', 'ada', 'max']) token[who] = await host.tokens.issue('person', who)
})
afterAll(() => host.stop())

const post = (who: string, where: string, body: unknown) => host.call('POST', where, body, token[who])
const awayOf = (who: string) => findPerson(host.db, PersonId.parse(who))?.person.away

test('[SV62] who is away says so, from now if no time is given, and is back with null', async () => {
  const until = Date.now() + HOUR
  const { status, body } = await post('ana', '/api/me/away', { away: { until } })
  expect({ status, body }).toMatchObject({ status: 200, body: { id: 'ana', away: { until } } })
  expect(awayOf('ana')?.from).toBeLessThanOrEqual(Date.now())
  expect(await post('sol', '/api/people/ana/away', { away: null })).toMatchObject({ body: { away: null } })
  expect(awayOf('ana')).toBeUndefined()
})

test('[SV62] what is wrong with an absence is said with its place', async () => {
  const now = Date.now()
  const wrong: [who: string, where: string, body: unknown, says: object][] = [
    ['ana', '/api/me/away', {}, { status: 400, body: { where: 'away' } }],
    ['ana', '/api/me/away', { away: { until: 'soon' } }, { status: 400, body: { where: 'away.until' } }],
    [
      'ana',
      '/api/me/away',
      { away: { from: now + 9, until: now + 9 } },
      { status: 400, body: { where: 'away.until' } }
    ],
    ['ana', '/api/me/away', { away: { from: 1, until: 2 } }, { status: 422, body: { error: 'InThePast' } }],
    ['ben', '/api/people/ana/away', { away: null }, { status: 403 }],
    ['sol', '/api/people/nobody/away', { away: null }, { status: 404 }]
  ]
  for (const [who, where, body, says] of wrong) {
    expect(await post(who, where, body), JSON.stringify(body)).toMatchObject(says)
  }
  expect(awayOf('ana')).toBeUndefined()
})

test('[SV62] [ES37] of whom somebody may say it the server says, and it is nobody else than it would take it from', async () => {
  const everybody = listPeople(host.db).map(({ id }) => id)
  for (const who of ['ana', 'sol', 'ada', 'max']) {
    const { body } = await host.call('GET', '/api/people/away', undefined, token[who])
    const { people } = body as { people: string[] }
    expect(people).not.toContain(who)
    for (const id of everybody.filter((one) => one !== who)) {
      const { status } = await post(who, `/api/people/${id}/away`, { away: null })
      expect({ id, may: status === 200 }, who).toEqual({ id, may: people.includes(id) })
    }
  }
  expect((await host.call('GET', '/api/people/away', undefined, token['ana'])).body).toEqual({ people: [] })
  expect((await host.call('GET', '/api/people/away', undefined, token['sol'])).body).toMatchObject({
    people: expect.arrayContaining(['ana', 'ben'])
  })
})
