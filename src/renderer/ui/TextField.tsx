import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import { TextCount } from './TextCount.tsx'
import { useTextLimit } from './useTextLimit.ts'

type Native = Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'prefix'>

/** One line of text. Without a Field around it, give it an `aria-label`. */
export function TextField({
  value,
  onChange,
  icon,
  suffix,
  keys,
  type = 'text',
  maxLength,
  'aria-describedby': describedBy,
  ...rest
}: Native & {
  value: string
  onChange: (value: string) => void
  icon?: ReactNode
  suffix?: ReactNode
  /** Draws the shortcut that brings one here. */
  keys?: string | undefined
}) {
  const { countId, limit, wiring } = useTextLimit(value, maxLength, describedBy)
  return (
    <span className="tl-input">
      {icon && <span className="tl-input-icon">{icon}</span>}
      <input
        {...rest}
        {...wiring}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {suffix && <span className="tl-input-suffix">{suffix}</span>}
      {keys && <Kbd keys={keys} />}
      <TextCount id={countId} limit={limit} />
    </span>
  )
}
