import { createContext, type ReactNode, useContext, useId } from 'react'

type FieldWiring = {
  id: string
  labelId: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

const Wiring = createContext<FieldWiring | null>(null)

/** What a control inside a Field spreads on itself, so that label, hint and error belong to it. */
export function useField(): {
  id?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
  'aria-required'?: true | undefined
} {
  const wiring = useContext(Wiring)
  if (!wiring) return {}
  return {
    id: wiring.id,
    'aria-labelledby': wiring.labelId,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    'aria-required': wiring.required || undefined
  }
}

/** Label, control, hint, error. Put exactly one control of this kit inside. */
export function Field({
  label,
  hint,
  error,
  required = false,
  aside,
  children
}: {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean | undefined
  /** Beside the label: "optional", a counter, a link. */
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  const labelId = `${id}-label`
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className="tl-field">
      <div className="tl-field-head">
        <label id={labelId} htmlFor={id} className="tl-field-label">
          {label}
        </label>
        {aside && <span className="tl-field-aside">{aside}</span>}
      </div>
      <Wiring value={{ id, labelId, describedBy, invalid: Boolean(error), required }}>{children}</Wiring>
      {hint && (
        <div id={hintId} className="tl-field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={errorId} className="tl-field-error">
          {error}
        </div>
      )}
    </div>
  )
}
