import { useState } from 'react'
import { Command, wordsOf } from '../../../shared/case/command.ts'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { HeldDecision, HeldRow } from '../../../shared/protocol/looked-after.ts'
import { BridgeFault } from '../../state/bridge-fault.ts'
import { useServerNow } from '../../state/connection.ts'
import { decideHeld } from '../../state/looked-after.ts'
import { useNames } from '../../state/names.ts'
import { Button } from '../../ui/Button.tsx'
import { faultText } from '../../words/fault-text.ts'
import { refusalText } from '../../words/refusal-text.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** One thing that is held: who did what, their words, and what may become of it. Not doing it takes a second press. */
export function HeldCard({ row, onOpenCase }: { row: HeldRow; onOpenCase: (caseId: string) => void }) {
  const { lookedAfter, outbox } = useWords()
  const texts = lookedAfter.held
  const names = useNames()
  const format = useFormat()
  const now = useServerNow(60_000)
  const { problem, working, decide } = useDeciding(row)
  const [isSure, setSure] = useState(false)
  const did: Readonly<Record<string, string>> = outbox.did
  const isOp = row.kind === 'op'
  const type = row.command?.type ?? 'case.reply'
  const parsed = Command.safeParse(row.command)
  const said = parsed.success ? wordsOf(parsed.data) : ''
  return (
    <li className="tl-page-card">
      <button
        type="button"
        className="looked-after-open"
        title={texts.open(row.ref)}
        onClick={() => onOpenCase(row.caseId)}
      >
        <span className="tl-dim">{row.ref}</span> {row.subject}
      </button>
      <p className="tl-strong">
        {texts.did(names.person(row.personId), did[type] ?? type, format.when(row.at, now))}
      </p>
      {said && <blockquote className="looked-after-said">{said}</blockquote>}
      <p className="tl-dim">{isOp ? texts.op : texts.effect}</p>
      <div className="tl-row tl-row-wrap">
        <Button variant="primary" aria-busy={working === 'let'} onClick={() => decide('let')}>
          {isOp ? texts.let : texts.letEffect}
        </Button>
        <Button
          variant={isSure ? 'danger' : 'plain'}
          aria-busy={working === 'drop'}
          onClick={() => (isOp && !isSure ? setSure(true) : decide('drop'))}
        >
          {isOp ? (isSure ? texts.sure : texts.drop) : texts.dropEffect}
        </Button>
      </div>
      <p role="alert" className="looked-after-problem" hidden={!problem}>
        {problem}
      </p>
    </li>
  )
}

/** Says a decision to the server, and what came of it where it was not taken. The list loses the row by itself. */
function useDeciding({ opId }: HeldRow) {
  const words = useWords()
  const names = useNames()
  const format = useFormat()
  const [working, setWorking] = useState<HeldDecision | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function run(decision: HeldDecision): Promise<void> {
    setWorking(decision)
    setProblem(null)
    try {
      const told = await decideHeld(opId, decision)
      if (!told.ok) setProblem(problemOf(told.error))
    } catch (error) {
      if (!(error instanceof BridgeFault)) throw error
      setProblem(faultText(error.fault, words))
    } finally {
      setWorking(null)
    }
  }
  function problemOf({ type, refusal }: TellRefusal): string {
    const texts = words.lookedAfter
    if (refusal) return texts.held.refused(refusalText(refusal, { words, names, format }))
    if (type === 'NotNow' || type === 'NotFound') return texts.held.gone
    return type === 'NotReachable' ? texts.offline.text : texts.failed.text
  }
  return {
    problem,
    working,
    decide: (decision: HeldDecision) => {
      if (working === null) void run(decision)
    }
  }
}
