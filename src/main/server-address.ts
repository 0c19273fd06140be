import { readFileSync } from 'node:fs'
import path from 'node:path'

const LOCAL = 'http://127.0.0.1:4380'

/**
 * Where the console's server is: the environment first, then `server.txt` in the user's folder, which is how an
 * administrator rolls it out, then a server on this machine.
 */
export function serverAddress(fromEnv: string | undefined, userData: string): string {
  return webAddress(fromEnv) ?? webAddress(fromFile(path.join(userData, 'server.txt'))) ?? LOCAL
}

function fromFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

function webAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { protocol } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? address : undefined
}
