import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, ben, people } from '../../../test/support/cases.ts'
import { no, ok } from '../../shared/lib/result.ts'
import type { Person } from '../../shared/people/person.ts'
import { openDb } from '../../sqlite/db.ts'
import { DiskFault } from '../../sqlite/fault.ts'
import type { Desk } from '../desk.ts'
import { ACCOUNT_MIGRATIONS } from './migrations.ts'
import type { ServerApi } from './server-api.ts'
import { createSessions } from './sessions.ts'

let data = ''
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'tierline-sessions-'))
})
afterEach(() => rmSync(data, { recursive: true }))

const nobody = async () => no({ type: 'NotReachable' as const, message: 'no net' })
const API: ServerApi = {
  about: async () => ok({ demo: true, people: [...people], queues: [] }),
  signInDemo: async (personId, deviceId) => tokenFor(personId, deviceId),
  signIn: async (email, _password, deviceId) => tokenFor(email.split('@')[0] ?? '', deviceId),
  signOut: async () => {},
  imports: nobody,
  mappings: nobody,
  rejections: nobody,
  beginImport: nobody,
  sendBytes: nobody,
  endImport: nobody,
  cancelImport: nobody,
  setAway: nobody,
  mayBeSetAway: nobody,
  avoided: nobody,
  devices: nobody,
  held: nobody,
  decideHeld: nobody,
  matrices: {
    versions: nobody,
    version: nobody,
    check: nobody,
    publish: nobody,
    rollBack: nobody,
    plans: nobody,
    cancelPlan: nobody,
    tryOut: nobody,
    trial: nobody,
    trialCases: nobody,
    cancelTrial: nobody
  }
}

function tokenFor(id: string, deviceId: string) {
  const person = people.find((one) => one.id === id)
  return person
    ? ok({ token: `${id} on ${deviceId}`, person, grantKey: 'the key' })
    : no({ type: 'NotFound' as const, message: 'nobody' })
}

/** Desks that only say what was opened and closed. */
function setup(
  over: Partial<ServerApi> = {},
  opens: (file: string) => void = () => {},
  server = 'http://server'
) {
  const seen: string[] = []
  const db = openDb(path.join(data, 'console.db'), ACCOUNT_MIGRATIONS)
  let ids = 0
  const sessions = createSessions({
    db,
    data,
    server,
    api: { ...API, ...over },
    newId: () => `device-${readdirSync(data).length}-${++ids}`,
    open(file, deviceId, { token, grantKey }) {
      expect(grantKey).toBe('the key')
      opens(file)
      const name = `${path.basename(file)} ${deviceId} ${token}`
      seen.push(`open ${name}`)
      return {
        sync: { start: () => {} },
        place: () => undefined,
        close: () => seen.push(`close ${name}`)
      } as unknown as Desk
    }
  })
  return { sessions, db, seen }
}

const fileOf = (line: string | undefined): string => line?.split(' ')[1] ?? ''

test('[EN23] each person has a file and a device of their own, and comes back to them', async () => {
  const { sessions, seen } = setup()
  for (const person of [ana, ben, ana] as Person[])
    expect(await sessions.signInDemo(person.id)).toEqual({ ok: true, value: null })
  expect(seen.map((line) => line.split(' ')[0])).toEqual(['open', 'close', 'open', 'close', 'open'])
  const [first, , second, , third] = seen
  expect(third).toBe(first)
  expect(fileOf(second)).not.toBe(fileOf(first))
  expect(fileOf(first)).toMatch(/^[0-9a-f]{20}\.db$/)
})

test('[EN23] whoever was signed in is so after a restart without the server, and only at that server', async () => {
  const first = setup()
  await first.sessions.signInDemo('ana')
  first.sessions.close()
  first.db.close()
  const offline = setup({ about: nobody })
  expect(await offline.sessions.get()).toMatchObject({ state: 'signedIn', person: ana, demo: true })
  expect(offline.seen).toEqual([first.seen[0]])
  await offline.sessions.signOut()
  expect(await offline.sessions.get()).toMatchObject({
    state: 'signedOut',
    server: 'http://server',
    reachable: false,
    demo: null,
    problem: 'no net'
  })
  offline.db.close()
  expect(await setup().sessions.get()).toMatchObject({
    state: 'signedOut',
    reachable: true,
    demo: { length: people.length }
  })
})

test('[EN23] a console that is sent to another server shows it nothing of who was signed in at the first', async () => {
  const first = setup()
  await first.sessions.signInDemo('ana')
  first.sessions.close()
  first.db.close()
  const other = setup({}, undefined, 'http://another')
  expect(await other.sessions.get()).toMatchObject({ state: 'signedOut', server: 'http://another' })
  expect([other.sessions.token(), other.sessions.desk(), other.seen]).toEqual([undefined, undefined, []])
  other.db.close()
  const back = setup()
  expect(back.seen).toEqual([first.seen[0]])
})

test('[EN23] signing in by mail keeps the device the person has here already', async () => {
  const asked: string[] = []
  const { sessions, seen } = setup({
    signIn: async (email, _password, deviceId) => {
      asked.push(deviceId)
      return tokenFor(email.split('@')[0] ?? '', deviceId)
    }
  })
  await sessions.signIn('ana@mail', 'x')
  await sessions.signOut()
  await sessions.signIn('ana@elsewhere', 'x')
  const [first, , second] = seen.map((line) => line.split(' '))
  expect([second?.[1], second?.[2]]).toEqual([first?.[1], first?.[2]])
  expect(asked.at(-1)).toBe(asked[0])
})

test('[EN23] signing out does not wait for a server that cannot be told', async () => {
  let told = ''
  const { sessions } = setup({
    signOut: (token) => {
      told = token
      return new Promise(() => undefined)
    }
  })
  await sessions.signInDemo('ana')
  const token = sessions.token()
  await sessions.signOut()
  expect([sessions.token(), sessions.desk(), told]).toEqual([undefined, undefined, token])
})

test('[EN23] a no of the server leaves things as they were', async () => {
  const { sessions, seen } = setup({ signIn: async () => no({ type: 'WrongPassword', message: 'no' }) })
  expect(await sessions.signIn('ana@mail', 'x')).toMatchObject({
    ok: false,
    error: { type: 'WrongPassword' }
  })
  expect(await sessions.signInDemo('nobody')).toMatchObject({ ok: false, error: { type: 'NotADemo' } })
  expect([seen, sessions.desk(), sessions.token()]).toEqual([[], undefined, undefined])
})

test('[EN10] when the file of the next person cannot be opened, nobody works on the closed one of the last', async () => {
  let broken = false
  const { sessions } = setup({}, (file) => {
    if (broken) throw new DiskFault('DiskBroken', `${file} cannot be read`)
  })
  await sessions.signInDemo('ana')
  broken = true
  await expect(sessions.signInDemo('ben')).rejects.toMatchObject({ name: 'DiskBroken' })
  expect(sessions.desk()).toBeUndefined()
})
