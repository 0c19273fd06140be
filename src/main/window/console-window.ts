import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { readPlace, writePlace } from './place.ts'

const preload = path.join(import.meta.dirname, '../preload/index.cjs')
const AGAIN_MS = 500

/** Opens the console's window where it stood last time. */
export function openConsoleWindow(page: string, placeFile: string): BrowserWindow {
  const place = readPlace(
    placeFile,
    screen.getAllDisplays().map((display) => display.workArea)
  )
  const window = new BrowserWindow({
    ...place.box,
    minWidth: 480,
    minHeight: 360,
    show: false,
    autoHideMenuBar: true,
    title: 'Tierline',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere it would fetch its word lists from a host that is none of ours.
      spellcheck: process.platform === 'darwin'
    }
  })
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writePlace(placeFile, { box: window.getNormalBounds(), maximized: window.isMaximized() })
  )
  // The work is in the engine's files, so a page that crashed can simply be drawn again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') setTimeout(() => !window.isDestroyed() && window.reload(), AGAIN_MS)
  })
  void window.loadURL(page)
  return window
}
