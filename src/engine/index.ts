import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { EngineReply, EngineRequest } from '../shared/protocol/engine.ts'
import { openDb } from '../sqlite/db.ts'
import { ACCOUNT_MIGRATIONS } from './account/migrations.ts'
import { serverApi } from './account/server-api.ts'
import { createSessions } from './account/sessions.ts'
import { createChanges } from './changes.ts'
import { openDesk } from './desk.ts'
import { createDispatch, faultOf } from './dispatch.ts'
import { matrixTexts } from './matrix-texts.ts'
import { parentPort } from './port.ts'
import { createStaging } from './staging.ts'
import { socketDial } from './sync/socket.ts'

/** Composition root of the engine process: opens, wires, closes. */
const port = parentPort()
const data = process.env['TIERLINE_DATA'] ?? '.tierline'
const server = process.env['TIERLINE_SERVER'] ?? 'http://127.0.0.1:4380'
const QUIET_MS = 60_000
/** Beside this very file, as source and as built. */
const THREAD = path.join(import.meta.dirname, `matrix-thread${path.extname(import.meta.filename)}`)

function open(): { dispatch: (request: EngineRequest) => Promise<EngineReply>; close(): void } {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const db = openDb(path.join(data, 'console.db'), ACCOUNT_MIGRATIONS)
  const api = serverApi(server)
  const changes = createChanges((change) => port.send({ push: 'change', change }), setImmediate)
  const newId = (): string => v7()
  const bootId = newId()
  const sessions = createSessions({
    db,
    data,
    server,
    api,
    newId,
    open: (file, deviceId, { token, grantKey }) =>
      openDesk({
        file,
        staging: createStaging({ folder: `${file}.fetch`, pause: () => nextTurn() }),
        deviceId,
        newId,
        bootId,
        token: () => token,
        grantKey,
        dial: socketDial(server, token),
        now: Date.now,
        mono: () => Math.round(performance.now()),
        random: Math.random,
        schedule(ms, work) {
          const timer = setTimeout(work, ms)
          return () => clearTimeout(timer)
        },
        onChange: (topics, caseIds) => changes.note(topics, caseIds)
      })
  })
  const quiet = setInterval(() => sessions.desk()?.db.checkpoint(), QUIET_MS)
  return {
    dispatch: createDispatch({ db, sessions, api, texts: matrixTexts(THREAD), changes }),
    close() {
      clearInterval(quiet)
      sessions.close()
      db.close()
    }
  }
}

/** A disk that cannot be opened is told to whoever asks; the window stays and says so. */
function openOrSay(): ReturnType<typeof open> {
  try {
    return open()
  } catch (error) {
    const fault = faultOf(error)
    return { dispatch: async ({ id }) => ({ id, ok: false, fault }), close: () => {} }
  }
}

const engine = openOrSay()
port.onMessage((message) => {
  engine.dispatch(message as EngineRequest).then((reply) => port.send(reply))
})
port.onClose(() => {
  engine.close()
  process.exit(0)
})
port.send({ push: 'ready' })
