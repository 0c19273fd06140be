import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/protocol/bridge.ts'
import { channel } from '../shared/protocol/channel.ts'

const bridge: Bridge = {
  ask: (name, takes) => ipcRenderer.invoke(channel.ask, name, takes),
  act: (command) => ipcRenderer.invoke(channel.act, command),
  tell: (name, takes) => ipcRenderer.invoke(channel.tell, name, takes),
  onChange: (listener) => hear(channel.change, listener),
  onEngine: (listener) => hear(channel.engine, listener),
  host: { kind: 'electron', platform: process.platform }
}

/** The event stays here: it carries a way to send anything to main. */
function hear<T>(name: string, listener: (news: T) => void): () => void {
  const heard = (_event: IpcRendererEvent, news: T): void => listener(news)
  ipcRenderer.on(name, heard)
  return () => void ipcRenderer.off(name, heard)
}

contextBridge.exposeInMainWorld('bridge', bridge)
