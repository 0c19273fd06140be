import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../../src/engine/desk.ts'
import { listUnanswered } from '../../src/engine/store/outbox.ts'
import { socketDial } from '../../src/engine/sync/socket.ts'
import { OpId } from '../../src/shared/lib/ids.ts'
import { opened, queue } from '../support/cases.ts'
import { heard, type LiveServer, liveServer } from '../support/live-server.ts'
import { testStaging } from '../support/snapshots.ts'

const HOUR = 3_600_000
let host: LiveServer
const desks: Desk[] = []
beforeEach(async () => {
  host = await liveServer({ demo: true })
})
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close()
  await host.stop()
})

/** A real console over a real socket; `token`: what it shows when it is asked again. */
async function openConsole(token: string, shown = token): Promise<Desk> {
  let ids = 0
  const desk = openDesk({
    file: ':memory:',
    staging: testStaging(),
    deviceId: 'laptop-of-ana',
    newId: () => `op-of-ana-${++ids}`,
    bootId: 'run-1',
    token: () => shown,
    grantKey: null,
    dial: socketDial(host.url, token),
    now: Date.now,
    mono: () => performance.now(),
    random: Math.random,
    schedule(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    onChange: () => undefined
  })
  desks.push(desk)
  desk.sync.start()
  await vi.waitFor(() => expect(desk.sync.status().state).toBe('online'), 5_000)
  return desk
}

async function signIn(): Promise<string> {
  const asked = { personId: 'ana', deviceId: 'laptop-of-ana' }
  const { body } = await host.call('POST', '/api/sign-in/demo', asked)
  return (body as { token: string }).token
}

test('[SV86] a console that is connected stays signed in: it is asked for its token and shows it', async () => {
  const desk = await openConsole(await signIn())
  host.clock.ahead += 11.5 * HOUR
  await vi.waitFor(() => expect(leftHours()).toBeGreaterThan(11.9), 5_000)
  host.clock.ahead += 11.5 * HOUR
  await vi.waitFor(() => expect(leftHours()).toBeGreaterThan(11.9), 5_000)
  expect(desk.sync.status()).toMatchObject({ state: 'online', problem: null })
})

test('[SV86] one that does not answer, or shows another token, is signed out when its time is over, and its queue stays', async () => {
  const token = await signIn()
  const silent = host.socket(await signIn())
  await new Promise((resolve) => silent.once('connect', () => resolve(undefined)))
  const bye = heard(silent, 'sync:bye')
  const desk = await openConsole(token, 'not the token it came with')
  host.clock.ahead += 11.5 * HOUR
  await vi.waitFor(() => expect(desk.sync.status().problem?.name).toBe('SignInAgain'), 5_000)
  host.clock.ahead += HOUR
  expect(await bye).toEqual([{ why: 'signedOut' }])
  const opened = { type: 'case.open', caseId: OPENED, ...asOpened() }
  expect(desk.act(opened, OpId.parse(OPENED))).toMatchObject({ ok: true })
  expect(listUnanswered(desk.db, 9)).toMatchObject([{ opId: OPENED }])
})

const OPENED = 'op-of-ana-opened'
function asOpened() {
  const { subject, body, customer, channel, category, priority } = opened()
  return { subject, body, customer, channel, category, priority, queue: queue('L1/billing') }
}

function leftHours(): number {
  const row = host.db.prepare('SELECT max(expires_at) AS at FROM tokens').get() as { at: number }
  return (row.at - Date.now() - host.clock.ahead) / HOUR
}
