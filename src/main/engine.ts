import path from 'node:path'
import { app, utilityProcess } from 'electron'
import { type EngineHost, keepEngine } from '../host/engine-host.ts'
import { type EngineProcess, type EngineSettings, engineEnv, forkNodeEngine } from '../host/engine-process.ts'
import { GOODBYE } from '../shared/protocol/goodbye.ts'

const entry = path.join(import.meta.dirname, 'engine.js')

/** Keeps the engine running beside the window. */
export function startEngine(settings: EngineSettings): EngineHost {
  // An Electron whose own Node is too old for the database borrows a Node. Never in a packaged app: there the
  // variable would be a way to run any program under our name.
  const node = app.isPackaged ? undefined : process.env['TIERLINE_ENGINE_NODE']
  return keepEngine(() => (node ? forkNodeEngine(entry, node, settings) : forkUtility(settings)))
}

function forkUtility(settings: EngineSettings): EngineProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Tierline engine',
    env: engineEnv(settings),
    stdio: 'inherit'
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    end: () => child.postMessage(GOODBYE),
    kill: () => child.kill()
  }
}
