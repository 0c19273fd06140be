import { isCurrency } from '../../lib/currency.ts'
import type { Finding } from '../finding.ts'
import { type Document, error, placeAt } from './document.ts'

/** The currency is one there is, and no amount in another still counts (MX43, MX19). */
export function checkCurrency({ matrix, around: { otherAmounts } }: Document): Finding[] {
  const { currency, limits } = matrix
  const at = placeAt('currency')
  if (!isCurrency(currency))
    return [error('shape', at, { fault: 'unknown_currency', ...{ found: currency } })]
  const days = Math.max(0, ...limits.map(({ perCustomer }) => perCustomer?.days ?? 0))
  const counting = otherAmounts.filter(
    (one) => one.currency !== currency && (one.inWork || (one.daysAgo !== null && one.daysAgo < days))
  )
  return [...new Set(counting.map((one) => one.currency))].map((from) => {
    const cases = counting.filter((one) => one.currency === from).length
    return error('currency_changed', at, { from, to: currency, cases })
  })
}
