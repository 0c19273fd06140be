import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'

/**
 * A text that goes into the document as it is typed, as long as it may stand there. What may not stays in the field, with
 * why, until it is left.
 */
export function CheckedText({
  label,
  value,
  problem,
  hint,
  isLong = false,
  maxLength,
  readOnly = false,
  onChange
}: {
  label: string
  value: string
  /** Why this text may not stand there. */
  problem?: ((text: string) => string | undefined) | undefined
  hint?: string | undefined
  isLong?: boolean
  maxLength: number
  readOnly?: boolean
  onChange: (text: string) => void
}) {
  const [wrong, setWrong] = useState<string | null>(null)
  const take = (text: string) => {
    const isWrong = problem?.(text) !== undefined
    setWrong(isWrong ? text : null)
    if (!isWrong) onChange(text)
  }
  const field = { value: wrong ?? value, maxLength, readOnly, onChange: take, onBlur: () => setWrong(null) }
  return (
    <Field label={label} hint={hint} error={wrong !== null && problem?.(wrong)}>
      {isLong ? <TextArea {...field} minRows={2} /> : <TextField {...field} autoComplete="off" />}
    </Field>
  )
}
