import type { ReactNode } from 'react'
import { AmountInput } from './AmountInput.tsx'
import { parseAmount } from './parse-amount.ts'

/** A number typed in the manner of `locale`. `null` is an empty field or something that is not a number. */
export function NumberField({
  value,
  onChange,
  locale,
  suffix,
  'aria-label': label
}: {
  value: number | null
  onChange: (value: number | null) => void
  locale: string
  suffix?: ReactNode
  'aria-label'?: string | undefined
}) {
  const shown =
    value === null ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value)
  return (
    <AmountInput
      value={value}
      shown={shown}
      read={(text) => parseAmount(text, locale)}
      onChange={onChange}
      suffix={suffix}
      label={label}
    />
  )
}
