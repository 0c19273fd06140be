import { type ReactNode, useId } from 'react'
import { useField } from './Field.tsx'

export type RadioOption<Value extends string> = {
  value: Value
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

/** One of a few. `look="segments"` draws them as one bar, for short words. */
export function RadioGroup<Value extends string>({
  value,
  options,
  onChange,
  onAgain,
  look = 'list',
  'aria-label': label
}: {
  value: Value | null
  options: readonly RadioOption<Value>[]
  onChange: (value: Value) => void
  /** What is chosen already was pressed: news where it was only assumed. */
  onAgain?: ((value: Value) => void) | undefined
  look?: 'list' | 'segments' | undefined
  'aria-label'?: string | undefined
}) {
  const name = useId()
  const field = useField()
  return (
    <div {...field} role="radiogroup" aria-label={label} className={`tl-radios tl-radios-${look}`}>
      {options.map((option) => (
        <label key={option.value} className="tl-check">
          <input
            type="radio"
            className="tl-check-box tl-check-round"
            name={name}
            value={option.value}
            disabled={option.disabled}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onClick={() => option.value === value && onAgain?.(value)}
          />
          <span className="tl-check-text">
            {option.label}
            {option.hint && <span className="tl-check-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}
