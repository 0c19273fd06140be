import { shell } from 'electron'
import { externalUrl } from './external-url.ts'

/** Opens a link in the user's browser or mail program, if it is one that may be. The only caller of openExternal. */
export function openExternal(address: string): void {
  const url = externalUrl(address)
  // No program for it is the user's to see, not ours to fail on.
  if (url) shell.openExternal(url).catch(() => {})
}
