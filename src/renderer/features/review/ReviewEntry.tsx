import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { ReviewRow } from '../../../shared/protocol/views.ts'
import { BridgeFault } from '../../state/bridge-fault.ts'
import { useServerNow } from '../../state/connection.ts'
import { useMatrix, useNames } from '../../state/names.ts'
import { choose } from '../../state/review.ts'
import type { Choice } from '../../state/review-choice.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button, type ButtonVariant } from '../../ui/Button.tsx'
import { faultText } from '../../words/fault-text.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { ChangedRequest } from './ChangedRequest.tsx'

const tones: Record<ReviewRow['outcome'], Tone> = {
  held: 'warning',
  rejected: 'danger',
  transformed: 'accent'
}

/** One answer the author has to see. It stays until something was chosen and done. */
export function ReviewEntry({
  row,
  onOpenCase,
  onClose
}: {
  row: ReviewRow
  onOpenCase: (caseId: string, compose: boolean) => void
  onClose: () => void
}) {
  const { outbox } = useWords()
  const format = useFormat()
  const now = useServerNow(60_000)
  const did: Readonly<Record<string, string>> = outbox.did
  const { result, problem, working, take } = useChoices(row, onOpenCase, onClose)
  const [isSure, setSure] = useState(false)
  // With the entry its words go for good: that takes a second press.
  const press = (choice: Choice) => {
    if (choice === 'dismiss' && row.words && !isSure) setSure(true)
    else take(choice)
  }
  const labelOf = (choice: Choice): string => {
    // Where nothing was written there is nothing to dismiss: one has read it.
    if (choice === 'dismiss' && !row.words) return outbox.choices.gotIt
    if (choice === 'dismiss' && isSure) return outbox.choices.discardWords
    return outbox.choices[choice]
  }
  return (
    <article className="tl-review-entry">
      <div className="tl-row">
        <Badge tone={tones[row.outcome]}>{outbox.outcome[row.outcome]}</Badge>
        <span className="tl-grow tl-cut">
          {outbox.youDid(did[row.type] ?? row.type, format.when(row.madeAt, now))}
        </span>
      </div>
      {result && <p>{result}</p>}
      {row.changed && <ChangedRequest changed={row.changed} />}
      {row.words && <Words text={row.words} />}
      <div className="tl-row tl-row-wrap">
        {row.choices.map((choice, place) => (
          <Button
            key={choice}
            size="small"
            variant={variantOf(choice, place, isSure, row.words !== '')}
            aria-busy={working === choice}
            onClick={() => press(choice)}
          >
            {labelOf(choice)}
          </Button>
        ))}
      </div>
      <p role="alert" className="tl-review-problem" hidden={!problem}>
        {problem}
      </p>
    </article>
  )
}

function variantOf(choice: Choice, place: number, isSure: boolean, hasWords: boolean): ButtonVariant {
  if (choice === 'dismiss') return isSure ? 'danger' : hasWords ? 'quiet' : 'plain'
  return place === 0 ? 'primary' : 'plain'
}

/** Runs a choice and says what came of it. */
function useChoices(
  row: ReviewRow,
  onOpenCase: (caseId: string, compose: boolean) => void,
  onClose: () => void
) {
  const words = useWords()
  const names = useNames()
  const format = useFormat()
  const matrixVer = useMatrix()?.version ?? null
  const [working, setWorking] = useState<Choice | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const now = useServerNow(60_000)
  const telling = { words, names, format, now, askedAt: row.madeAt }
  const why = row.refusal ?? row.told

  async function run(choice: Choice): Promise<void> {
    setWorking(choice)
    setProblem(null)
    try {
      const answer = await choose(row, choice, matrixVer)
      if (!answer.ok) setProblem(words.outbox.notDone(refusalText(answer.why, { words, names, format, now })))
      else if (answer.openCase) onOpenCase(row.caseId, answer.compose)
      else if (choice === 'lookAgain') onClose()
    } catch (error) {
      if (!(error instanceof BridgeFault)) throw error
      setProblem(faultText(error.fault, words)) // the entry is still there
    } finally {
      setWorking(null)
    }
  }
  return {
    result: why && refusalText(why, telling),
    problem,
    working,
    take: (choice: Choice) => {
      if (working === null) void run(choice)
    }
  }
}

function Words({ text }: { text: string }) {
  const { outbox, frame } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true))
  }
  return (
    <div className="tl-review-words">
      <div className="tl-row">
        <span className="tl-dim tl-small tl-grow">{outbox.yourWords}</span>
        <Button size="small" variant="quiet" icon={<Copy aria-hidden />} onClick={copy}>
          {copied ? frame.copied : outbox.copyWords}
        </Button>
      </div>
      <blockquote className="tl-review-text">{text}</blockquote>
    </div>
  )
}
