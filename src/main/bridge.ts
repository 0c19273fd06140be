import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import type { Answer, EngineHost } from '../host/engine-host.ts'
import { channel } from '../shared/protocol/channel.ts'
import { isOurs } from './security/origin.ts'

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

  function relay(event: IpcMainInvokeEvent, request: () => Promise<Answer>): Promise<Answer> {
    if (!isTrusted(event.senderFrame, event)) throw new Error('This page may not talk to the engine')
    return request()
  }

  /** Our window, its main frame, our page: a frame or a page that got in some other way is not heard. */
  function isTrusted(frame: WebFrameMain | null, event: IpcMainInvokeEvent): boolean {
    const contents = window()?.webContents
    return (
      frame !== null && event.sender === contents && frame === contents.mainFrame && isOurs(frame.url, page)
    )
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
