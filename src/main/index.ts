import path from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { connectBridge } from './bridge.ts'
import { startEngine } from './engine.ts'
import { lockNavigation } from './security/navigation.ts'
import { pageUrl } from './security/origin.ts'
import { lockPermissions } from './security/permissions.ts'
import { declareScheme, servePage } from './security/serve-page.ts'
import { serverAddress } from './server-address.ts'
import { openConsoleWindow } from './window/console-window.ts'
import { setMenu } from './window/menu.ts'

const page = pageUrl(process.env['ELECTRON_RENDERER_URL'], app.isPackaged)

// enableSandbox() takes --no-sandbox away, which a test machine's root needs; every window asks for a sandbox anyway.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setAppUserModelId('io.tierline.console') // whose notifications they are, for Windows
declareScheme()
lockNavigation(app, page)

// One console per user data folder: a second one would only fight over the same files.
if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

function open(): void {
  const userData = app.getPath('userData')
  servePage()
  lockPermissions(session.defaultSession, page)
  setMenu(process.platform, app.isPackaged)

  const engine = startEngine({
    data: process.env['TIERLINE_DATA'] ?? path.join(userData, 'engine'),
    server: serverAddress(process.env['TIERLINE_SERVER'], userData)
  })
  let window: BrowserWindow | undefined
  const bridge = connectBridge({ engine, page, window: () => window })
  show()

  app.on('activate', show)
  app.on('second-instance', show) // somebody started it again: the one time the window may come to the front
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', leave)

  function show(): void {
    if (window?.isMinimized()) window.restore()
    if (window) window.focus()
    else openWindow()
  }

  function openWindow(): void {
    window = openConsoleWindow(page, path.join(userData, 'window.json'))
    window.on('closed', () => {
      window = undefined
    })
    window.webContents.on('did-finish-load', bridge.greet)
  }

  /** Holds the end back until the engine has closed its files. */
  function leave(event: { preventDefault(): void }): void {
    event.preventDefault()
    app.off('will-quit', leave)
    // Not before this quit is over: Electron does not hear the second one while it is still giving up the first.
    void engine.stop().then(() => setImmediate(() => app.quit()))
  }
}
