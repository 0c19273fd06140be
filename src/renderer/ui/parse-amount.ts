/** Reads a number typed in the manner of `locale`; null when it is not one. */
export function parseAmount(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6)
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const decimal = sign('decimal') || '.'
  const plain = text
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replaceAll(sign('group') || ',', (found, at: number, whole: string) =>
      // A group sign stands before three digits; elsewhere it was meant as the decimal sign of another country.
      /^\d{3}(\D|$)/.test(whole.slice(at + 1)) ? '' : found
    )
    .replace(decimal, '.')
    .replace(',', '.')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** How many digits the currency keeps after the sign: 2 for EUR, 0 for JPY. */
export function fractionDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** `12,5` typed in euros is 1250 cents; null when it is no amount, or finer than the currency goes. */
export function parseMinor(text: string, locale: string, currency: string): number | null {
  const amount = parseAmount(text, locale)
  if (amount === null) return null
  const scaled = amount * 10 ** fractionDigits(currency)
  const minor = Math.round(scaled)
  return Math.abs(scaled - minor) < 1e-6 * Math.max(1, Math.abs(scaled)) ? minor : null
}

export function minorToText(minor: number, locale: string, currency: string): string {
  const digits = fractionDigits(currency)
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  }).format(minor / 10 ** digits)
}
