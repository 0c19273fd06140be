import type { Package } from '../../../shared/case/case.ts'
import type { CaseEvent } from '../../../shared/case/event.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { LongText } from './LongText.tsx'

const FIELDS = ['need', 'tried', 'impact', 'ask'] as const

/** The hand-off an event carries, if anything was written in it. */
export function packageOf(event: CaseEvent): Package | null {
  const left =
    event.type === 'case.escalated'
      ? event.package
      : event.type === 'approval.requested'
        ? event.ask.package
        : {}
  return isWritten(left) ? left : null
}

export const isWritten = (left: Package): boolean => FIELDS.some((field) => Boolean(left[field]?.trim()))

/** What the one who escalated left for the next person. */
export function PackageList({ left }: { left: Package }) {
  const labels = useWords().escalation.package
  const items = FIELDS.flatMap((field) => {
    const text = left[field]?.trim()
    return text ? [{ id: field, label: labels[field], value: <LongText text={text} /> }] : []
  })
  return <KeyValueList stacked items={items} />
}
