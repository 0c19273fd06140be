import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { RowRef } from '../../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { CaseId } from '../../../../shared/lib/ids.ts'
import type { Trial } from '../../../../shared/protocol/matrices.ts'
import { useConnection } from '../../../state/connection.ts'
import { cancelTrial, tryOut, useTrial } from '../../../state/matrix-server.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { TrialCases } from './TrialCases.tsx'
import { TrialRows } from './TrialRows.tsx'

/** The draft on the real past cases: what would have gone elsewhere, row by row and case by case. */
export function TryHistoryPane({ onOpenCase }: { onOpenCase: (caseId: CaseId) => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrixTry.history
  const isOnline = useConnection()?.state === 'online'
  const { value: trial, again } = useTrial()
  /** Which document was tried here; after a restart nobody knows any more. */
  const [tried, setTried] = useState<Matrix | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const runs = trial?.state === 'running'
  const start = async () => {
    setProblem(null)
    const told = await tryOut(doc)
    if (told.ok) setTried(doc)
    else setProblem(told.why?.message ?? say.words.case.fault.act)
    again()
  }
  const cancel = async () => {
    await cancelTrial()
    again()
  }
  return (
    <div className="matrix-pane">
      <PartHead
        part="tryHistory"
        actions={
          runs ? (
            <Button onClick={() => void cancel()}>{texts.cancel}</Button>
          ) : (
            <Button
              icon={<FlaskConical aria-hidden />}
              disabledReason={isOnline ? undefined : texts.needsServer}
              onClick={() => void start()}
            >
              {trial ? texts.again : texts.start}
            </Button>
          )
        }
      />
      {problem && (
        <div role="alert" className="tl-form-problem">
          {texts.failed}. {problem}
        </div>
      )}
      {!trial && (
        <EmptyState title={texts.empty.title} text={isOnline ? texts.empty.text : texts.needsServer} />
      )}
      {runs && (
        <ProgressBar
          label={texts.running}
          value={trial.done}
          max={trial.total}
          text={texts.progress(say.format.number(trial.done), say.format.number(trial.total))}
        />
      )}
      {trial && !runs && tried !== null && tried !== doc && <Banner>{texts.stale}</Banner>}
      {trial && !runs && <TrialResult key={trial.id} trial={trial} onOpenCase={onOpenCase} />}
    </div>
  )
}

function TrialResult({ trial, onOpenCase }: { trial: Trial; onOpenCase: (caseId: CaseId) => void }) {
  const { say } = useEditing()
  const texts = say.words.matrixTry.history
  const [row, setRow] = useState<RowRef | null>(null)
  if (trial.state === 'failed') {
    return (
      <div role="alert" className="tl-form-problem">
        {texts.failed}. {trial.problem}
      </div>
    )
  }
  const { number } = say.format
  return (
    <>
      <p className="matrix-result" role="status">
        {trial.state === 'cancelled' && `${texts.cancelled}: `}
        {trial.changed === 0 ? texts.nothing : texts.result(number(trial.changed), number(trial.done))}
      </p>
      <TrialRows trial={trial} chosen={row} onChoose={setRow} />
      <SectionHeader level={3} title={texts.idle} />
      {trial.idle.length === 0 ? (
        <p className="tl-dim">{texts.noIdle}</p>
      ) : (
        <p>{trial.idle.map((ref) => ref.id).join(', ')}</p>
      )}
      {trial.changed > 0 && (
        <TrialCases trial={trial} row={row} onAll={() => setRow(null)} onOpenCase={onOpenCase} />
      )}
    </>
  )
}
