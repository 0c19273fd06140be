import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useTooLong } from '../../../words/useTooLong.ts'

/**
 * A text that goes into the document as it is typed, as long as it may stand there. What may not stays in the field, with
 * why, until it is left; what is only too long stays also then, to be shortened.
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
  const tooLong = useTooLong()
  const whyNot = (text: string) => problem?.(text) ?? tooLong(text, maxLength)
  const take = (text: string) => {
    const isWrong = whyNot(text) !== undefined
    setWrong(isWrong ? text : null)
    if (!isWrong) onChange(text)
  }
  const leave = () => setWrong((text) => (text !== null && tooLong(text, maxLength) ? text : null))
  const field = { value: wrong ?? value, maxLength, readOnly, onChange: take, onBlur: leave }
  return (
    <Field label={label} hint={hint} error={wrong !== null && whyNot(wrong)}>
      {isLong ? <TextArea {...field} minRows={2} /> : <TextField {...field} autoComplete="off" />}
    </Field>
  )
}
