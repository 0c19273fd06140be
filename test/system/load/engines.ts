// A process with real consoles: each with its database on disk and the sync as the product has it. Started by load.ts.
import path from 'node:path'
import type { Desk } from '../../../src/engine/desk.ts'
import { getNumber } from '../../../src/engine/store/meta.ts'
import { deskOn } from '../../support/desks.ts'
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
    let lastId = 0
    const desk = deskOn({
      file: path.join(folder, 'queue.db'),
      url,
      token,
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
