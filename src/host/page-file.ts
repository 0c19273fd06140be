import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CONTENT_POLICY } from './csp.ts'

/** A file of the built page, ready to be sent. */
export type PageFile = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

/** The file behind a path of the page's address, or nothing where there is none or the path leads outside. */
export async function findPageFile(root: string, pathname: string): Promise<PageFile | undefined> {
  const file = pageFilePath(root, pathname)
  if (!file) return undefined
  try {
    return { body: new Uint8Array(await readFile(file)), headers: headersOf(file) }
  } catch {
    return undefined // the one thing that can be wrong here is that there is no such file
  }
}

/** Where on disk an address points, as long as that is inside `root`. */
export function pageFilePath(root: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (decoded.includes('\0')) return undefined
  // An address without an extension is a place inside the page, not a file.
  const file = path.join(root, path.extname(decoded) === '' ? 'index.html' : decoded)
  return file.startsWith(root + path.sep) ? file : undefined
}

function headersOf(file: string): Record<string, string> {
  // Built files carry a hash in their name; the page itself does not and must always be asked for.
  const hashed = path.basename(path.dirname(file)) === 'assets'
  return {
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': CONTENT_POLICY,
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff'
  }
}
