import { Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { fuzzyFilter } from '../../../ui/fuzzy-match.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { useWords } from '../../../words/WordsProvider.tsx'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string }

/** From how many choices on one looks for them by typing. */
const MANY = 12

/** Some of many. In the order of the choices, whichever was ticked first. `keepOne`: the last one stays. */
export function ChecksEditor<Value extends string>({
  label,
  choices,
  chosen,
  keepOne = false,
  hint,
  onChange
}: {
  label: string
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  keepOne?: boolean
  hint?: string | undefined
  onChange: (chosen: Value[]) => void
}) {
  const texts = useWords().matrixRows
  const [query, setQuery] = useState('')
  const isMany = choices.length > MANY
  const strangers = chosen.filter((value) => !choices.some((choice) => choice.value === value))
  const all = [...choices, ...strangers.map((value) => ({ value, label: texts.unknown(value) }))]
  const shown = query ? fuzzyFilter(all, query, (choice) => choice.label) : all
  const toggle = (value: Value, on: boolean) =>
    onChange(all.map((choice) => choice.value).filter((one) => (one === value ? on : chosen.includes(one))))
  return (
    <fieldset className="matrix-checks">
      <legend className="tl-field-label">{label}</legend>
      {isMany && (
        <TextField
          aria-label={texts.find}
          placeholder={texts.find}
          icon={<Search size={14} aria-hidden />}
          value={query}
          onChange={setQuery}
        />
      )}
      <div className={isMany ? 'matrix-checks-list matrix-checks-many' : 'matrix-checks-list'}>
        {shown.map(({ value, label: name }) => {
          const isChosen = chosen.includes(value)
          return (
            <Checkbox
              key={value}
              checked={isChosen}
              disabled={keepOne && isChosen && chosen.length === 1}
              onChange={(on) => toggle(value, on)}
            >
              {name}
            </Checkbox>
          )
        })}
        {shown.length === 0 && <p className="tl-dim">{texts.nothingFound}</p>}
      </div>
      {!keepOne && chosen.length > 0 && (
        <Button size="small" variant="quiet" onClick={() => onChange([])}>
          {texts.none}
        </Button>
      )}
      <p className="tl-dim tl-small">
        {keepOne ? (chosen.length === 1 ? texts.keepOne : hint) : (hint ?? texts.noneMeansAny)}
      </p>
    </fieldset>
  )
}
