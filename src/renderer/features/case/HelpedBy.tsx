import type { CaseId } from '../../../shared/lib/ids.ts'
import { useCase } from '../../state/case.ts'
import { useSay } from './useSay.ts'

/** The case whose solution was used. One that is not on this machine any more has only its name left. */
export function HelpedBy({ caseId, onOpenCase }: { caseId: CaseId; onOpenCase: (caseId: CaseId) => void }) {
  const { words } = useSay()
  const { value, isCurrent } = useCase(caseId)
  if (!isCurrent || value === undefined) return null
  if (value?.kind !== 'case') return <p className="tl-dim tl-small">{words.escalation.helped.elsewhere}</p>
  const { ref, subject, queue } = value.case
  return (
    <ul className="case-similar">
      <li>
        <button type="button" className="case-similar-open" onClick={() => onOpenCase(caseId)}>
          <span className="case-similar-subject">{subject}</span>
          <span className="case-similar-end">
            {ref} · {queue.tier}
          </span>
        </button>
      </li>
    </ul>
  )
}
