import { Channel, Flag, Priority, Segment, type When } from '../../../../shared/escalation/matrix.ts'
import { CONDITIONS, type Condition } from '../../../words/row-sentence.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'
import { ChecksEditor, type Choice } from './ChecksEditor.tsx'

/** The conditions of a row: one kind, or every kind that has none yet. */
export function ConditionEditor({
  when,
  only,
  onChange
}: {
  when: When
  only: Condition | null
  onChange: (when: When) => void
}) {
  const texts = useWords().matrixRows
  const choicesOf = useChoices()
  const kinds = only ? [only] : CONDITIONS
  return (
    <div className="matrix-conditions">
      {kinds.map((kind) => (
        <ChecksEditor
          key={kind}
          label={texts.part[kind]}
          choices={choicesOf(kind)}
          chosen={when[kind] ?? []}
          onChange={(chosen) => onChange(withCondition(when, kind, chosen))}
        />
      ))}
    </div>
  )
}

/** Nothing chosen is no condition. */
function withCondition(when: When, kind: Condition, chosen: readonly string[]): When {
  const { [kind]: _, ...others } = when
  return chosen.length > 0 ? ({ ...others, [kind]: chosen } as When) : others
}

function useChoices(): (kind: Condition) => readonly Choice<string>[] {
  const { doc, say } = useEditing()
  const { case: kase } = useWords()
  const list = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, label: names[value] }))
  return (kind) => {
    switch (kind) {
      case 'category':
        return doc.categories.map(({ id }) => ({ value: id, label: say.names.category(id) }))
      case 'priority':
        return list(Priority.options, kase.priority)
      case 'channel':
        return list(Channel.options, kase.channel)
      case 'segment':
        return list(Segment.options, kase.segment)
      case 'flags':
        return list(Flag.options, kase.flag)
    }
  }
}
