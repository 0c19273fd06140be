import { hashOf } from '../../shared/lib/hash.ts'
import type { PersonId } from '../../shared/lib/ids.ts'

const PREFIX = 'api:'

/** The installation a person's programs act as: it has no disk, so this server keeps its chain of ops. */
export function apiDeviceOf(personId: PersonId): string {
  return `${PREFIX}${hashOf(personId).slice(0, 40)}`
}

/** No console may call itself so: it would take the name, or read the answers, of somebody's programs. */
export function isApiDevice(deviceId: string): boolean {
  return deviceId.startsWith(PREFIX)
}
