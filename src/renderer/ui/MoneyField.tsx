import { AmountInput } from './AmountInput.tsx'
import { minorToText, parseMinor } from './parse-amount.ts'

/** An amount of money, kept in minor units (cents), typed in the manner of `locale`. */
export function MoneyField({
  minor,
  currency,
  locale,
  onChange,
  'aria-label': label
}: {
  minor: number | null
  currency: string
  locale: string
  onChange: (minor: number | null) => void
  'aria-label'?: string | undefined
}) {
  return (
    <AmountInput
      value={minor}
      shown={minor === null ? '' : minorToText(minor, locale, currency)}
      read={(text) => parseMinor(text, locale, currency)}
      onChange={onChange}
      suffix={currency}
      label={label}
    />
  )
}
