import type { FunctionalRow } from '../../../../shared/escalation/matrix.ts'
import { Combobox } from '../../../ui/Combobox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { placeText } from '../../../words/row-sentence.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'

type From = FunctionalRow['from']
const keyOf = ({ tier, team }: From): string => `${tier}/${team ?? ''}`

/** Where a case must stand: a tier, or one of its teams. */
export function FromEditor({ from, onChange }: { from: From; onChange: (from: From) => void }) {
  const { doc, say } = useEditing()
  const texts = useWords().matrixRows
  const places = doc.tiers.flatMap(({ id: tier, teams }): From[] => [
    { tier },
    ...teams.map((team) => ({ tier, team: team.id }))
  ])
  const isKnown = places.some((place) => keyOf(place) === keyOf(from))
  const options = (isKnown ? places : [from, ...places]).map((place) => ({
    value: keyOf(place),
    label: placeText(place, say)
  }))
  return (
    <Field label={texts.part.from}>
      <Combobox
        value={keyOf(from)}
        options={options}
        emptyText={texts.nothingFound}
        onChange={(key) => {
          const chosen = places.find((place) => keyOf(place) === key)
          if (chosen) onChange(chosen)
        }}
      />
    </Field>
  )
}
