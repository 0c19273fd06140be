const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }
const WRITTEN = /^\s*(?:([A-Za-z]{3}|[€$£¥])\s*[\d.,\s]+|[\d.,\s]+?\s*([A-Za-z]{3}|[€$£¥]))\s*$/

/** `50 USD` where an amount belongs: amounts are in the minor units of the one currency the document names. */
export function amountWithCurrency(
  path: readonly PropertyKey[],
  found: unknown
): { found: string; currency: string } | undefined {
  if (!/minor$/i.test(String(path.at(-1))) || typeof found !== 'string') return undefined
  const [match, before, after] = WRITTEN.exec(found) ?? []
  const sign = before ?? after
  if (match === undefined || sign === undefined) return undefined
  return { found: found.trim().slice(0, 60), currency: SIGNS[sign] ?? sign.toUpperCase() }
}
