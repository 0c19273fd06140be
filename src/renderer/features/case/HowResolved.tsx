import { Check } from 'lucide-react'
import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { useCase } from '../../state/case.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { LongText } from './LongText.tsx'
import { useSay } from './useSay.ts'

/** How a case like this one ended: the outcome, the note left with it, and what that customer was told last. */
export function HowResolved({
  like,
  kase,
  resolve,
  onOpenCase,
  onHelped
}: {
  like: SimilarCase
  kase: Case
  /** The button that resolves the case at hand. */
  resolve: Option | undefined
  onOpenCase: (caseId: CaseId) => void
  onHelped: (caseId: CaseId) => void
}) {
  const { words, why } = useSay()
  const texts = words.escalation.helped
  const asked = useCase(like.id)
  const view = asked.isCurrent && asked.value?.kind === 'case' ? asked.value : null
  const told = view?.timeline.findLast(({ event }) => event.type === 'case.replied')?.event
  const ends: Readonly<Record<string, string>> = words.case.resolution
  const end = like.resolution ? (ends[like.resolution] ?? like.resolution) : null
  const fact = (id: string, label: string, text: string | null | undefined) =>
    text?.trim() ? [{ id, label, value: <LongText text={text.trim()} /> }] : []
  const isEnded = kase.state.status === 'resolved' || kase.state.status === 'closed'
  return (
    <div className="case-how">
      <KeyValueList
        stacked
        items={[
          ...fact('end', words.case.fields.resolution, end),
          ...fact('note', words.case.fields.note, like.note),
          ...fact('told', texts.told, told?.type === 'case.replied' ? told.body : null)
        ]}
      />
      <div className="case-how-foot">
        {!isEnded && (
          <Button
            size="small"
            variant="primary"
            icon={<Check aria-hidden />}
            disabledReason={resolve?.can === false ? why(resolve.why) : undefined}
            onClick={() => onHelped(like.id)}
          >
            {texts.use}
          </Button>
        )}
        <Button size="small" onClick={() => onOpenCase(like.id)}>
          {texts.open}
        </Button>
      </div>
    </div>
  )
}
