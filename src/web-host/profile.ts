import path from 'node:path'

/** A browser profile's own id: it names a folder and opens it, so it is taken literally or not at all. */
const PROFILE = /^[a-z0-9-]{8,64}$/

export function isProfile(value: unknown): value is string {
  return typeof value === 'string' && PROFILE.test(value)
}

/** Where a profile's engine keeps its files. */
export function profileFolder(data: string, profile: string): string {
  return path.join(data, 'web', profile)
}
