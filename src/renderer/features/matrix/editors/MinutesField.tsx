import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useFormat, useWords } from '../../../words/WordsProvider.tsx'
import { inUnit, toMinutes, type Unit, unitOf } from './minutes.ts'

const UNITS: readonly Unit[] = ['minutes', 'hours', 'days']

/** A span as a number and its unit. What is no span is not taken, and said. */
export function MinutesField({
  label,
  minutes,
  least = 1,
  onChange
}: {
  label: string
  minutes: number
  least?: number
  onChange: (minutes: number) => void
}) {
  const texts = useWords().matrixRows
  const { locale } = useFormat()
  const [unit, setUnit] = useState(() => unitOf(minutes))
  const [isWrong, setWrong] = useState(false)
  const take = (value: number | null, as: Unit) => {
    const next = toMinutes(value, as, least)
    setWrong(next === null)
    if (next !== null && next !== minutes) onChange(next)
  }
  const value = inUnit(minutes, unit)
  return (
    <div className="matrix-minutes">
      <Field label={label} error={isWrong && texts.badTime}>
        <NumberField value={value} locale={locale} onChange={(typed) => take(typed, unit)} />
      </Field>
      <Select
        aria-label={`${label}: ${texts.unitLabel}`}
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: texts.unit[one] }))}
        onChange={(next) => {
          setUnit(next)
          take(value, next)
        }}
      />
    </div>
  )
}
