import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { EngineHost } from '../host/engine-host.ts'
import type { Answer } from '../shared/protocol/bridge.ts'
import { channel } from '../shared/protocol/channel.ts'
import { isTrusted } from './security/sender.ts'

type Bridge = {
  readonly engine: EngineHost
  readonly page: string
  window(): BrowserWindow | undefined
}

/**
 * Carries the page's questions and commands to the engine and its news back. Never looks inside either.
 * `greet` tells a page that has just been loaded how the engine is.
 */
export function connectBridge({ engine, page, window }: Bridge): { greet(): void } {
  ipcMain.handle(channel.ask, (event, name: unknown, takes: unknown) =>
    relay(event, () => engine.request('ask', nameOf(name), takes))
  )
  ipcMain.handle(channel.act, (event, command: unknown) =>
    relay(event, () => engine.request('act', 'act', command))
  )
  ipcMain.handle(channel.tell, (event, name: unknown, takes: unknown) =>
    relay(event, () => engine.request('tell', nameOf(name), takes))
  )
  engine.onChange((change) => send(channel.change, change))
  engine.onState((state) => send(channel.engine, state))
  return {
    // An engine that is still opening its files answers when it can: no news for a page.
    greet: () => engine.state() !== 'restarting' && send(channel.engine, engine.state())
  }

  function relay(
    event: IpcMainInvokeEvent,
    request: () => Promise<Answer<unknown>>
  ): Promise<Answer<unknown>> {
    if (!isTrusted(event, window()?.webContents, page))
      throw new Error('This page may not talk to the engine')
    return request()
  }

  function send(name: string, message: unknown): void {
    const contents = window()?.webContents
    if (contents && !contents.isDestroyed()) contents.send(name, message)
  }
}

function nameOf(name: unknown): string {
  if (typeof name === 'string' && name.length < 100) return name
  throw new Error('A question has a name')
}
