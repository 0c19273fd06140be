import { PROTOCOL } from '../../../src/shared/protocol/sync.ts'
import type { Histogram } from './histogram.ts'
import { add } from './histogram.ts'

/** Who connects, and what it holds already: a light console comes with everything up to there and fetches nothing. */
export type Caller = {
  readonly token: string
  readonly deviceId: string
  readonly scopes: readonly string[]
  readonly storeId: string
  readonly cursor: number
  readonly peopleVer: number
}

/** What all light consoles of a process have heard since they were last asked. */
export type Heard = { deltas: number; frames: number; bytes: number; latency: Histogram }

/** It says so often what it has stored (bytes). */
const SEEN_BYTES = 256 * 1024

/**
 * A console without a disk, as cheap as a listener can be: it says hello, and of each frame it looks at no more than until where it
 * goes and when each fact in it was decided. On a bare line (`caller` null) frames come without a hello. Resolves once it is live.
 */
export function openLight(url: string, caller: Caller | null, heard: Heard): Promise<() => void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  let unsaid = 0
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('a light console is not let in')), 60_000)
    const live = (): void => {
      clearTimeout(patience)
      resolve(() => socket.close())
    }
    socket.onclose = ({ code }) => reject(new Error(`a light console was cut off (${code})`))
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const said = String(data)
      if (said.startsWith('42["sync:frame"')) return frame(said)
      if (said === '2') return socket.send('3')
      if (said.startsWith('0'))
        return socket.send(`40${JSON.stringify(caller ? { token: caller.token } : {})}`)
      if (said.startsWith('40')) return caller ? hello(caller) : live()
      if (said.startsWith('431')) return welcomed(JSON.parse(said.slice(3)) as [Welcomed])
      if (said.startsWith('432')) return pulled(JSON.parse(said.slice(3)) as [{ ok: boolean }])
      if (said.startsWith('44')) reject(new Error(said))
    }
    function hello({ deviceId, scopes, storeId, cursor, peopleVer }: Caller): void {
      const about = { proto: PROTOCOL, app: 'load', matrixVer: 1, nextOpNo: 1, resultsFrom: 1, open: [] }
      const holds = { storeId, cursor, scopes, differs: [], fetching: null, peopleVer }
      socket.send(`421${JSON.stringify(['sync:hello', { ...about, ...holds, deviceId }])}`)
    }
    function welcomed([welcome]: [Welcomed]): void {
      if (!welcome.ok && welcome.why === 'BUSY' && caller)
        return void setTimeout(() => hello(caller), (welcome.retryAfterMs ?? 500) + Math.random() * 500)
      if (!welcome.ok || welcome.fetch !== null)
        return reject(new Error(`no way in: ${JSON.stringify(welcome).slice(0, 300)}`))
      const { seq: cursor, scopeVer } = welcome
      socket.send(`422${JSON.stringify(['sync:pull', { cursor, scopeVer, max: 2_000 }])}`)
    }
    function pulled([{ ok }]: [{ ok: boolean }]): void {
      if (ok) live()
      else reject(new Error('a light console cannot pull'))
    }
  })

  function frame(said: string): void {
    const now = Date.now()
    heard.frames += 1
    heard.bytes += said.length
    for (let at = said.indexOf('"at":'); at >= 0; at = said.indexOf('"at":', at + 5)) {
      heard.deltas += 1
      add(heard.latency, now - Number(said.slice(at + 5, at + 18)))
    }
    unsaid += said.length
    if (!caller || unsaid < SEEN_BYTES) return
    unsaid = 0
    const [, to] = /"to":(\d+)/.exec(said.slice(0, 400)) ?? []
    socket.send(`42["sync:seen",{"cursor":${to}}]`)
  }
}

type Welcomed = {
  readonly ok: boolean
  readonly why?: string
  readonly retryAfterMs?: number
  readonly fetch: unknown
  readonly seq: number
  readonly scopeVer: number
}
