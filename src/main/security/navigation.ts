import type { App } from 'electron'
import { openExternal } from './open-external.ts'
import { isOurs } from './origin.ts'

/** Keeps every page on its own address. A link elsewhere opens outside, after a check; a new window never opens. */
export function lockNavigation(app: App, page: string): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (isOurs(event.url, page)) return
      event.preventDefault()
      openExternal(event.url)
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault() // the console has no frames
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openExternal(url)
      return { action: 'deny' }
    })
  })
}
