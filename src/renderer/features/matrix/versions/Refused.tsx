import type { TellRefusal } from '../../../../shared/protocol/bridge.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { FindingText } from '../FindingText.tsx'
import { refusedText } from '../refused-text.ts'

/** Why nothing was published; what the server found is told like what the checks find here. Null: the engine did not answer. */
export function Refused({ why }: { why: TellRefusal | null }) {
  const words = useWords()
  const { publishing: texts, findings } = words.matrix
  if (why?.type !== 'MatrixFindings') return `${texts.failed} ${refusedText(why, words)}`
  return (
    <>
      {findings.fromServer}
      <ul className="matrix-plain-list">
        {(why.findings ?? [])
          .filter((finding) => finding.level === 'error')
          .map((finding) => (
            <li key={`${finding.code} ${finding.path}`}>
              <FindingText finding={finding} />
            </li>
          ))}
      </ul>
    </>
  )
}
