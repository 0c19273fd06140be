import type { ComponentPropsWithRef, CSSProperties } from 'react'
import { classNames } from './class-names.ts'
import { useField } from './Field.tsx'

type Native = Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'rows'>

/** Several lines. It grows with its text between `minRows` and `maxRows`, then scrolls. */
export function TextArea({
  value,
  onChange,
  minRows = 3,
  maxRows = 16,
  tint,
  bare = false,
  className,
  style,
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
  const field = useField()
  const rows = { '--min-rows': minRows, '--max-rows': maxRows } as CSSProperties
  return (
    <textarea
      {...field}
      {...rest}
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
  )
}
