import type { Session } from 'electron'
import { isOurs } from './origin.ts'

/** All the page may ask of the machine. Everything that is not here is denied, also what Electron adds later. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

/** Whether the page at `address` may use `permission`. */
export function isAllowed(permission: string, address: string, page: string): boolean {
  return ALLOWED.has(permission) && isOurs(address, page)
}

/** Denies every permission but the few on the list, and those too to anybody but our page. */
export function lockPermissions(session: Session, page: string): void {
  session.setPermissionRequestHandler((_contents, permission, done, details) =>
    done(isAllowed(permission, details.requestingUrl, page))
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isAllowed(permission, requestingOrigin, page)
  )
  session.setDevicePermissionHandler(() => false)
}
