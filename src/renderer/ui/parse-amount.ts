/** Reads a number typed in the manner of `locale`; null when it is not one. */
export function parseAmount(text: string, locale: string): number | null {
  const plain = plainNumber(text, locale)
  return plain === null ? null : Number(plain)
}

/** The number as programs write it, with as many decimals as were typed. */
function plainNumber(text: string, locale: string): string | null {
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
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? plain : null
}

/** How many digits the currency keeps after the sign: 2 for EUR, 0 for JPY. */
export function fractionDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/**
 * `12,5` typed in euros is 1250 cents; null when it is no amount, or is written with more decimals than the currency has:
 * `1.000` is a thousand to one reader and one to another, so it is not guessed.
 */
export function parseMinor(text: string, locale: string, currency: string): number | null {
  const plain = plainNumber(text, locale)
  const digits = fractionDigits(currency)
  if (plain === null || (plain.split('.')[1] ?? '').length > digits) return null
  return Math.round(Number(plain) * 10 ** digits)
}

export function minorToText(minor: number, locale: string, currency: string): string {
  const digits = fractionDigits(currency)
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  }).format(minor / 10 ** digits)
}
