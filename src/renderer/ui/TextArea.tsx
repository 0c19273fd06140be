import type { ComponentPropsWithRef, CSSProperties } from 'react'
import { classNames } from './class-names.ts'
import { TextCount } from './TextCount.tsx'
import { useTextLimit } from './useTextLimit.ts'

type Native = Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'rows'>

/** Several lines. It grows with its text between `minRows` and `maxRows`, then scrolls. What is over `maxLength` stays, and shows. */
export function TextArea({
  value,
  onChange,
  minRows = 3,
  maxRows = 16,
  tint,
  bare = false,
  className,
  style,
  maxLength,
  'aria-describedby': describedBy,
  ...rest
}: Native & {
  value: string
  onChange: (value: string) => void
  minRows?: number | undefined
  maxRows?: number | undefined
  /** The ground of an internal note. */
  tint?: 'note' | undefined
  /** No box of its own: for a composer that draws one around it. */
  bare?: boolean | undefined
}) {
  const { countId, limit, wiring } = useTextLimit(value, maxLength, describedBy)
  const rows = { '--min-rows': minRows, '--max-rows': maxRows } as CSSProperties
  return (
    <>
      <textarea
        {...rest}
        {...wiring}
        rows={minRows}
        className={classNames(
          'tl-textarea',
          tint && `tl-textarea-${tint}`,
          bare && 'tl-textarea-bare',
          className
        )}
        style={{ ...rows, ...style }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <TextCount id={countId} limit={limit} />
    </>
  )
}
