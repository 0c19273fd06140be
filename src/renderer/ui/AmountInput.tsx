import { type ReactNode, useState } from 'react'
import { TextField } from './TextField.tsx'

/** While one types, the text is kept as typed; on leaving, it is written out properly. */
export function AmountInput({
  value,
  shown,
  read,
  onChange,
  icon,
  suffix,
  label
}: {
  value: number | null
  shown: string
  read: (text: string) => number | null
  onChange: (value: number | null) => void
  icon?: ReactNode
  suffix?: ReactNode
  label?: string | undefined
}) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      value={typed ?? shown}
      inputMode="decimal"
      autoComplete="off"
      className="tl-amount"
      icon={icon}
      suffix={suffix}
      {...(label !== undefined && { 'aria-label': label })}
      onChange={(text) => {
        setTyped(text)
        onChange(read(text))
      }}
      onBlur={() => {
        // A wrong entry stays to be corrected; the caller's Field says what is wrong.
        if (value !== null || typed?.trim() === '') setTyped(null)
      }}
    />
  )
}
