import { fork } from 'node:child_process'
import { GOODBYE } from '../shared/protocol/goodbye.ts'

/** A running engine, as its host sees it: the same for a utility process and for a Node child. */
export type EngineProcess = {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number | null) => void): void
  /** Asks for a clean end. */
  end(): void
  /** Ends it without asking. */
  kill(): void
}

/** What the engine is told when it starts. */
export type EngineSettings = { readonly data: string; readonly server: string }

/** The environment of an engine: ours, without what other programs put there for their own Node or Electron. */
export function engineEnv(settings: EngineSettings): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    TIERLINE_DATA: settings.data,
    TIERLINE_SERVER: settings.server
  }
  delete env['NODE_OPTIONS']
  delete env['ELECTRON_RUN_AS_NODE']
  return env
}

/** Starts the engine as a Node process of its own. */
export function forkNodeEngine(entry: string, execPath: string, settings: EngineSettings): EngineProcess {
  const child = fork(entry, [], {
    execPath,
    execArgv: [],
    env: engineEnv(settings),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  // A channel that broke is followed by `exit`, which the host handles.
  const send = (message: unknown): void => {
    if (child.connected) child.send(message as string, () => {})
  }
  return {
    send,
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      let gone = false
      const leave = (code: number | null): void => {
        if (!gone) listener(code)
        gone = true
      }
      child.on('exit', leave)
      child.on('error', () => leave(null)) // it could not even be started
    },
    end: () => send(GOODBYE),
    kill: () => child.kill('SIGKILL')
  }
}
