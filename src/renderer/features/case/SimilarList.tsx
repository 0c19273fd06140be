import type { ReactNode } from 'react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { useSimilar } from '../../state/case.ts'
import { useSay } from './useSay.ts'

const MOST = 5

/** Resolved cases like this one, each looked at with a press. Draws nothing when there are none. */
export function SimilarList({
  caseId,
  onLook,
  children
}: {
  caseId: CaseId
  onLook: (like: SimilarCase) => void
  children: (list: ReactNode, count: number) => ReactNode
}) {
  const { words } = useSay()
  const asked = useSimilar(caseId, MOST)
  const similar = asked.isCurrent ? (asked.value ?? []) : []
  const ends: Readonly<Record<string, string>> = words.case.resolution
  if (similar.length === 0) return null
  return children(
    <ul className="case-similar">
      {similar.map((one) => (
        <li key={one.id}>
          <button type="button" className="case-similar-open" onClick={() => onLook(one)}>
            <span className="case-similar-subject">{one.subject}</span>
            <span className="case-similar-end">
              {[one.ref, one.tier, one.resolution && (ends[one.resolution] ?? one.resolution)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {one.note && <span className="case-similar-note">{one.note}</span>}
          </button>
        </li>
      ))}
    </ul>,
    similar.length
  )
}
