// A process with real consoles: each with its database on disk and the sync as the product has it. Started by load.ts.
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 } from 'uuid'
import { type Desk, openDesk } from '../../../src/engine/desk.ts'
import { createStaging } from '../../../src/engine/staging.ts'
import { getNumber } from '../../../src/engine/store/meta.ts'
import { socketDial } from '../../../src/engine/sync/socket.ts'
import { add, type Histogram } from './histogram.ts'

/** One console: whose key, and its folder. */
export type Given = { readonly token: string; readonly folder: string }
export type Asked =
  | { readonly open: { readonly url: string; readonly consoles: readonly Given[] } }
  | { readonly heard: 'since' }
/** `deltas`: facts that were on the disk of somebody else; `latency`: how long after they were decided. */
export type Said = { readonly opened: number } | { readonly heard: { deltas: number; latency: Histogram } }

let heard = { deltas: 0, latency: {} as Histogram }
const desks: Desk[] = []

process.on('message', (asked: Asked) => {
  if ('open' in asked)
    void open(asked.open.url, asked.open.consoles).then(() => say({ opened: desks.length }))
  else {
    say({ heard })
    heard = { deltas: 0, latency: {} }
  }
})
process.on('disconnect', () => {
  for (const desk of desks) desk.close()
  process.exit(0)
})

async function open(url: string, consoles: readonly Given[]): Promise<void> {
  for (const { token, folder } of consoles) {
    const file = path.join(folder, 'queue.db')
    let lastId = 0
    const desk = openDesk({
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
      onChange(topics) {
        if (topics.includes('cases')) look()
      }
    })
    /** What is on disk and was not at the last look. */
    function look(): void {
      const rows = desk.db
        .prepare("SELECT id, json_extract(body, '$.at') AS at FROM facts WHERE id > ? ORDER BY id")
        .all(lastId) as { id: number; at: number }[]
      const now = Date.now()
      for (const { id, at } of rows) {
        lastId = id
        heard.deltas += 1
        add(heard.latency, now - at)
      }
    }
    desk.sync.start()
    desks.push(desk)
  }
  await until(() =>
    desks.every(
      ({ db, sync }) =>
        sync.status().state === 'online' && sync.progress() === null && getNumber(db, 'cursor') > 0
    )
  )
}

async function until(isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 600 && !isSo(); n += 1) await new Promise((resolve) => setTimeout(resolve, 100))
}

function say(said: Said): void {
  process.send?.(said)
}
