import path from 'node:path'
import type { EffectKind } from '../log/effects.ts'
import type { Courier } from '../timers/deliver-effects.ts'
import { folderCourier } from './folder-courier.ts'
import { openLedger } from './ledger.ts'
import { routed } from './routes.ts'
import { type WebhookSettings, webhookCourier } from './webhook.ts'

/** A webhook, and what goes to it; the rest is laid into the folder. */
export type Outgoing = WebhookSettings & { readonly kinds: readonly EffectKind[] }

type Given = {
  readonly data: string
  readonly demo: boolean
  readonly webhook: Outgoing | undefined
  readonly now: () => number
}

/** Who carries out what: a demo books grants in its ledger, a company's own system is told by webhook, all else is laid as files. */
export function openOutgoing({ data, demo, webhook, now }: Given): Courier & { close(): void } {
  const folder = folderCourier(path.join(data, 'outgoing'))
  if (demo && !webhook) {
    const ledger = openLedger(path.join(data, 'ledger.db'), now)
    return { ...routed({ mail: folder, grant: ledger, allow: ledger }), close: () => ledger.close() }
  }
  const hook = webhook && webhookCourier(webhook, now)
  const courierOf = (kind: EffectKind): Courier => (hook && webhook.kinds.includes(kind) ? hook : folder)
  const byKind = { mail: courierOf('mail'), grant: courierOf('grant'), allow: courierOf('allow') }
  return { ...routed(byKind), close: () => undefined }
}
