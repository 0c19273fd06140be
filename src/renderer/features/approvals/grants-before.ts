import type { ApprovalRow } from '../../../shared/protocol/views.ts'

type Grants = ApprovalRow['history']['grants']
export type Before = {
  readonly action: Grants[number]['action']
  readonly currency: string
  readonly sumMinor: number
  readonly times: number
}

/** What a customer was given before, summed by kind and currency: what there is most of comes first. */
export function grantsBefore(grants: Grants): Before[] {
  const sums = new Map<string, Before>()
  for (const { action, currency, amountMinor } of grants) {
    const key = `${action} ${currency}`
    const so = sums.get(key)
    sums.set(key, {
      action,
      currency,
      sumMinor: (so?.sumMinor ?? 0) + amountMinor,
      times: (so?.times ?? 0) + 1
    })
  }
  return [...sums.values()].sort((a, b) => b.sumMinor - a.sumMinor)
}
