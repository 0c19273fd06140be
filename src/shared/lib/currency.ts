/** Whether it is a code of ISO 4217, as far as this machine knows them. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/** How many digits a currency keeps after the sign: 2 for EUR, 0 for JPY, 3 for KWD. A code that is none has 2. */
export function fractionDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Minor units as a plain number with the digits of the currency: 5000 is `50.00` in EUR, `5000` in JPY, `5.000` in KWD. */
export function inUnits(minor: number, currency: string): string {
  const digits = fractionDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}
