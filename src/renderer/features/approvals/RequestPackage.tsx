import type { Package } from '../../../shared/case/case.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

const FIELDS = ['need', 'tried', 'impact', 'ask'] as const

/** The whole hand-off package, each part under its name. */
export function RequestPackage({ left }: { left: Package }) {
  const labels = useWords().escalation.package
  const items = FIELDS.flatMap((field) => {
    const text = left[field]?.trim()
    return text
      ? [{ id: field, label: labels[field], value: <span className="approval-words">{text}</span> }]
      : []
  })
  return items.length > 0 ? <KeyValueList stacked items={items} /> : null
}
