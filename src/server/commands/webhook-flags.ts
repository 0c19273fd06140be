import { readFileSync } from 'node:fs'
import { EFFECT_KINDS, type EffectKind } from '../log/effects.ts'
import type { Outgoing } from '../outgoing/outgoing.ts'
import { BadInput } from './bad-input.ts'

export const WEBHOOK_FLAGS = ['webhook', 'webhook-secret-file', 'webhook-kinds']
const SECRET = 'TIERLINE_WEBHOOK_SECRET'
const SHORTEST_SECRET = 16

/**
 * The webhook a server is started with. The secret comes out of the environment or a file and never from the command line,
 * where everybody on the machine could read it; nor is it, or the address with its query, ever said back.
 */
export function webhookOf(
  flags: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string | undefined>> = process.env
): Outgoing | undefined {
  const { webhook, 'webhook-secret-file': file, 'webhook-kinds': kinds } = flags
  if (webhook === undefined) {
    if (file ?? kinds) throw new BadInput('--webhook is missing: where to?')
    return undefined
  }
  return { url: urlOf(webhook), secret: secretOf(file, env), kinds: kindsOf(kinds ?? 'grant,allow') }
}

function urlOf(text: string): URL {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new BadInput('--webhook: an address with http or https')
  if (url.username || url.password)
    throw new BadInput('--webhook: no user or password in the address; what is sent is signed')
  return url
}

function secretOf(file: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  const secret = (file === undefined ? env[SECRET] : readSecret(file))?.trim() ?? ''
  if (secret.length >= SHORTEST_SECRET) return secret
  const from = file === undefined ? `the variable ${SECRET}` : file
  throw new BadInput(`--webhook: ${from} holds no secret of at least ${SHORTEST_SECRET} characters`)
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`--webhook-secret-file: ${file} cannot be read`)
  }
}

function kindsOf(text: string): EffectKind[] {
  return text.split(',').map((name) => {
    const kind = EFFECT_KINDS.find((one) => one === name.trim())
    if (!kind) throw new BadInput(`--webhook-kinds: ${name} is none of ${EFFECT_KINDS.join(', ')}`)
    return kind
  })
}
