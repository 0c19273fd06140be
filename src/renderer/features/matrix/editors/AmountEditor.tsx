import { useState } from 'react'
import type { MoneyRow } from '../../../../shared/escalation/matrix.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { useFormat, useWords } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'

/** From which amount on a row is asked, and up to which. */
export function AmountEditor({ row, onChange }: { row: MoneyRow; onChange: (row: MoneyRow) => void }) {
  const texts = useWords().matrixRows
  const { doc } = useEditing()
  const { locale } = useFormat()
  const { overMinor, upToMinor } = row
  const money = { currency: doc.currency, locale }
  return (
    <div className="matrix-pair">
      <Field label={texts.over}>
        <MoneyField
          {...money}
          minor={overMinor}
          onChange={(minor) => minor !== null && onChange({ ...row, overMinor: minor })}
        />
      </Field>
      <Field label={texts.upTo} error={upToMinor <= overMinor && texts.badRange}>
        <MoneyField
          {...money}
          minor={upToMinor}
          onChange={(minor) => minor !== null && onChange({ ...row, upToMinor: minor })}
        />
      </Field>
    </div>
  )
}

/** Whether two people decide the last step, and over which amount. */
export function TwoPeopleEditor({ row, onChange }: { row: MoneyRow; onChange: (row: MoneyRow) => void }) {
  const texts = useWords().matrixRows
  const { doc } = useEditing()
  const { locale } = useFormat()
  const { twoPeopleOverMinor, ...without } = row
  const [kept, keep] = useState(twoPeopleOverMinor ?? row.overMinor)
  const isOn = twoPeopleOverMinor !== undefined
  return (
    <div className="matrix-stack">
      <Checkbox
        checked={isOn}
        onChange={(on) => onChange(on ? { ...row, twoPeopleOverMinor: kept } : without)}
      >
        {texts.twoPeopleOn}
      </Checkbox>
      {isOn && (
        <Field label={texts.over}>
          <MoneyField
            currency={doc.currency}
            locale={locale}
            minor={twoPeopleOverMinor}
            onChange={(minor) => {
              if (minor === null) return
              keep(minor)
              onChange({ ...row, twoPeopleOverMinor: minor })
            }}
          />
        </Field>
      )}
    </div>
  )
}
