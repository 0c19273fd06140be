import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../shared/escalation/finding.ts'
import { useMatrixPlace } from '../../state/matrix-place.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useEditing } from './editing.ts'
import { entryAt } from './entries.ts'
import { FindingText } from './FindingText.tsx'
import { partOf } from './findings.ts'
import type { Checks } from './useFindings.ts'

/** "2 errors, 1 warning", and behind it the list; a finding leads to where it can be mended. */
export function FindingsButton({ isChecking, isServerAsked }: Omit<Checks, 'findings'>) {
  const { say, findings } = useEditing()
  const [isOpen, setOpen] = useState(false)
  const { findings: texts } = say.words.matrix
  const { all, errors, warnings } = findings
  const counts = [
    ...(errors > 0 ? [texts.errors(errors)] : []),
    ...(warnings > 0 ? [texts.warnings(warnings)] : [])
  ].join(', ')
  const icon =
    errors > 0 ? (
      <CircleAlert className="matrix-mark-error" aria-hidden />
    ) : warnings > 0 ? (
      <TriangleAlert className="matrix-mark-warning" aria-hidden />
    ) : (
      <CircleCheck className="matrix-mark-clean" aria-hidden />
    )
  return (
    <>
      <Button icon={icon} aria-haspopup="dialog" title={texts.title} onClick={() => setOpen(true)}>
        {isChecking ? [counts, texts.checking].filter(Boolean).join(' · ') : counts || texts.clean}
      </Button>
      <span role="status" className="tl-visually-hidden">
        {isChecking ? '' : counts || texts.clean}
      </span>
      <Sheet
        open={isOpen}
        modal={false}
        onClose={() => setOpen(false)}
        title={texts.title}
        subtitle={isChecking ? texts.checking : counts || texts.clean}
        closeLabel={say.words.frame.close}
      >
        {!isServerAsked && !isChecking && <p className="tl-dim">{texts.serverNotAsked}</p>}
        {all.length === 0 && !isChecking && <p>{texts.cleanText}</p>}
        <ul className="matrix-findings">
          {all.slice(0, MOST).map((finding) => (
            <FindingItem key={`${finding.code} ${finding.path} ${finding.row?.id ?? ''}`} finding={finding} />
          ))}
        </ul>
        {all.length > MOST && <p className="tl-dim">{say.words.matrix.files.more(all.length - MOST)}</p>}
      </Sheet>
    </>
  )
}

/** Nobody mends more at once; the rest comes up as these go. */
const MOST = 200

function FindingItem({ finding }: { finding: Finding }) {
  const { doc, say } = useEditing()
  const { go, goToRow } = useMatrixPlace()
  const { findings: texts, parts } = say.words.matrix
  const part = partOf(finding)
  const where = finding.row?.id ?? entryAt(doc, finding.path, say)
  const place = part ? [parts[part], where].filter(Boolean).join(': ') : texts.whole
  const text = (
    <>
      <span className={`matrix-finding-head matrix-finding-${finding.level}`}>
        {finding.level === 'error' ? (
          <CircleAlert size={14} aria-hidden />
        ) : (
          <TriangleAlert size={14} aria-hidden />
        )}
        {texts[finding.level]} · {place}
      </span>
      <span>
        <FindingText finding={finding} />
      </span>
    </>
  )
  if (!part) return <li className="matrix-finding-item">{text}</li>
  return (
    <li>
      <button
        type="button"
        className="matrix-finding-item"
        onClick={() => (finding.row ? goToRow(finding.row) : go(part))}
      >
        {text}
      </button>
    </li>
  )
}
