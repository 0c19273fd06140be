import type { ExampleCase, Finding } from '../../../shared/escalation/finding.ts'
import { money, type Saying } from '../../words/row-sentence.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useEditing } from './editing.ts'
import { fillIn } from './findings.ts'
import { readableValues } from './readable-values.ts'

/** What is wrong, in a sentence, with a case as an example. */
export function FindingText({ finding }: { finding: Finding }) {
  const { doc, say } = useEditing()
  const { matrix, matrixFindings } = useWords()
  const { code, example } = finding
  return (
    <>
      {fillIn(matrixFindings[code], readableValues(finding, doc, say))}
      {example && <span className="tl-dim"> {matrix.findings.example(exampleText(example, say))}</span>}
    </>
  )
}

/** "L1 Front line, Billing, Urgent, Email, Person, VIP". */
function exampleText(example: ExampleCase, say: Saying): string {
  const { words, names } = say
  const { queue, category, priority, channel, segment, flags, amountMinor } = example
  const asks = amountMinor === undefined ? [] : [words.matrix.findings.exampleAmount(money(amountMinor, say))]
  return [
    names.queue(queue),
    names.category(category),
    words.case.priority[priority],
    words.case.channel[channel],
    words.case.segment[segment],
    ...flags.map((flag) => words.case.flag[flag]),
    ...asks
  ].join(', ')
}
