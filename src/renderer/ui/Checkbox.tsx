import { type ReactNode, useId } from 'react'

/** On, off, or, over a group, mixed. */
export function Checkbox({
  checked,
  onChange,
  children,
  hint,
  disabled,
  'aria-label': label
}: {
  checked: boolean | 'mixed'
  onChange: (checked: boolean) => void
  /** Its label; without one give `aria-label`. */
  children?: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
  'aria-label'?: string | undefined
}) {
  const hintId = useId()
  return (
    <label className="tl-check">
      <input
        type="checkbox"
        className="tl-check-box"
        aria-label={label}
        aria-describedby={hint ? hintId : undefined}
        disabled={disabled}
        checked={checked === true}
        ref={(box) => {
          if (box) box.indeterminate = checked === 'mixed'
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      {(children || hint) && (
        <span className="tl-check-text">
          {children}
          {hint && (
            <span id={hintId} className="tl-check-hint">
              {hint}
            </span>
          )}
        </span>
      )}
    </label>
  )
}
