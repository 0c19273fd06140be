import path from 'node:path'
import { protocol } from 'electron'
import { findPageFile } from '../../host/page-file.ts'
import { ORIGIN, SCHEME } from './origin.ts'

const root = path.join(import.meta.dirname, '../renderer')

/** Says what app:// may do. Electron takes this only before it is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Answers app:// with the files of the built page. */
export function servePage(): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = url.host === new URL(ORIGIN).host ? await findPageFile(root, url.pathname) : undefined
    return file
      ? new Response(file.body, { headers: { ...file.headers } })
      : new Response('Not found', { status: 404 })
  })
}
