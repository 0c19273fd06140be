import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text in UTF-8, as 64 hex characters. */
type Sha256 = (text: string) => string

/** Pure JavaScript: the same in engine, server and page. What a runtime brings along for this is tested against it. */
export const plainSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)))

let digest = plainSha256

/** What computes the same faster is used from here on: engine and server bring what their runtime has. */
export function hashWith(faster: Sha256): void {
  digest = faster
}

/** JSON with sorted keys and without `undefined`, so that equal values give equal text on every machine. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(fields).sort()) {
    const item = fields[key]
    if (item !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(item)}`
  }
  return `{${text}}`
}

/** SHA-256 of the canonical JSON, in hex (64 characters). */
export function hashOf(value: unknown): string {
  return digest(canonical(value))
}
