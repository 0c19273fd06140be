import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Courier } from '../timers/deliver-effects.ts'

/** Where a company's own system takes what is to be done, and the secret both sides sign with. */
export type WebhookSettings = { readonly url: URL; readonly secret: string }

/** How long the other side may take for the answer and all of its body. */
const TIMEOUT_MS = 10_000
/** More of an answer is not read. */
const MAX_ANSWER = 64 * 1024
/** All we take from an answer: a short line without anything that could steer a screen. */
const Answer = z.object({
  receipt: z
    .string()
    .max(80)
    .regex(/^[!-~]([ -~]*[!-~])?$/)
})

/**
 * Posts each effect as JSON, signed, always with the same key: a 2xx says that it was done. Anything else (another status, a
 * redirect, no answer in time, a dropped line) says nothing about that, so it is sent again under the same key.
 */
export function webhookCourier(
  { url, secret }: WebhookSettings,
  now: () => number,
  timeoutMs: number = TIMEOUT_MS
): Courier {
  return {
    // Who takes our webhooks does a key once, whenever it comes (README).
    remembers: () => true,
    async deliver({ key, kind, payload }) {
      const body = JSON.stringify({ key, kind, ...(payload as object) })
      const timestamp = String(Math.floor(now() / 1000))
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          'tierline-timestamp': timestamp,
          'tierline-signature': `v1=${signatureOf(secret, timestamp, body)}`,
          'user-agent': 'Tierline'
        },
        body
      })
      const answer = await readStart(response)
      // Where it leads or what it says stays out of the log: neither is ours to trust.
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
      return { receipt: receiptOf(answer) }
    }
  }
}

/** What the receiver computes as well, over the exact bytes it got. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
}

/** The body, or nothing when it is too long or breaks off: the status has said already whether it was done. */
async function readStart({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length
      if (size > MAX_ANSWER) return ''
      chunks.push(chunk)
    }
  } catch {
    return ''
  }
  return Buffer.concat(chunks).toString('utf8')
}

function receiptOf(answer: string): string | null {
  try {
    return Answer.safeParse(JSON.parse(answer)).data?.receipt ?? null
  } catch {
    return null
  }
}
