import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MatrixPart } from '../../state/matrix-place.ts'
import { Count } from '../../ui/Count.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { useEditing } from './editing.ts'
import { entryAt } from './entries.ts'
import { FindingText } from './FindingText.tsx'
import { partOf } from './findings.ts'

/** The head of a part: its name, what it is for in a sentence, what can be done with it as a whole, and what the checks found. */
export function PartHead({
  part,
  count,
  actions
}: {
  part: MatrixPart
  count?: number | undefined
  actions?: ReactNode
}) {
  const { parts, help, findings: texts } = useWords().matrix
  const { doc, say, findings } = useEditing()
  // Those of a row stand at the row.
  const own = findings.all.filter((finding) => finding.row === null && partOf(finding) === part)
  return (
    <header className="matrix-part-head">
      <SectionHeader
        level={2}
        title={parts[part]}
        count={count !== undefined && count > 0 && <Count value={count} />}
        actions={actions}
      />
      <p className="tl-dim matrix-help">{help[part]}</p>
      {own.length > 0 && (
        <ul className="matrix-own-findings">
          {own.map((finding) => {
            const where = entryAt(doc, finding.path, say)
            return (
              <li
                key={`${finding.code} ${finding.path}`}
                className={`matrix-finding matrix-finding-${finding.level}`}
              >
                {finding.level === 'error' ? (
                  <CircleAlert size={14} aria-label={texts.error} />
                ) : (
                  <TriangleAlert size={14} aria-label={texts.warning} />
                )}
                <span>
                  {where && `${where}: `}
                  <FindingText finding={finding} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </header>
  )
}
