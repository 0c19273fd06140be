import type { Package } from '../../../shared/case/case.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { packageItems } from '../../words/package-items.ts'
import { useWords } from '../../words/WordsProvider.tsx'

/** The whole hand-off package, each part under its name. */
export function RequestPackage({ left }: { left: Package }) {
  const items = packageItems(left, useWords()).map(({ id, label, text }) => ({
    id,
    label,
    value: <span className="approval-words">{text}</span>
  }))
  return items.length > 0 ? <KeyValueList stacked items={items} /> : null
}
