import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 } from 'uuid'
import { type Desk, openDesk } from '../../src/engine/desk.ts'
import { createStaging } from '../../src/engine/staging.ts'
import { socketDial } from '../../src/engine/sync/socket.ts'

/** Somebody's desk as an engine opens it, with a real socket, in the process of whoever measures it. */
export function deskOn({
  file,
  url,
  token,
  onChange
}: {
  readonly file: string
  readonly url: string
  readonly token: string
  readonly onChange: Parameters<typeof openDesk>[0]['onChange']
}): Desk {
  return openDesk({
    file,
    staging: createStaging({ folder: `${file}.fetch`, pause: () => nextTurn() }),
    deviceId: v7(),
    newId: () => v7(),
    bootId: v7(),
    token: () => token,
    grantKey: null,
    dial: socketDial(url, token),
    now: Date.now,
    mono: () => Math.round(performance.now()),
    random: Math.random,
    schedule(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    onChange
  })
}
