import { FlaskConical } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CaseId } from '../../../../shared/lib/ids.ts'
import type { Trial } from '../../../../shared/protocol/matrices.ts'
import { useConnection } from '../../../state/connection.ts'
import { cancelTrial, tryOut, useTrial } from '../../../state/matrix-server.ts'
import { isChangedSince, lookAtRow, trialBegan, useTrialLook } from '../../../state/matrix-trial.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { refusedText } from '../refused-text.ts'
import { TrialCases } from './TrialCases.tsx'
import { TrialRows } from './TrialRows.tsx'

/** The draft on the real past cases: what would have gone elsewhere, row by row and case by case. */
export function TryHistoryPane({ onOpenCase }: { onOpenCase: (caseId: CaseId) => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrixTry.history
  const isOnline = useConnection()?.state === 'online'
  const { value: trial, again } = useTrial()
  const tried = useTrialLook((look) => look.tried)
  const isStale = useMemo(() => isChangedSince(tried, doc), [tried, doc])
  const [problem, setProblem] = useState<string | null>(null)
  const runs = trial?.state === 'running'
  const start = async () => {
    setProblem(null)
    const told = await tryOut(doc)
    if (told.ok) trialBegan(doc)
    else setProblem(told.why?.type === 'NotNow' ? texts.noMatrix : refusedText(told.why, say.words))
    again()
  }
  const cancel = async () => {
    const told = await cancelTrial()
    if (!told.ok) setProblem(refusedText(told.why, say.words))
    again()
  }
  const { starter, stopper } = useKeptFocus(runs)
  const why = () => {
    if (runs) return texts.running
    return isOnline ? undefined : texts.needsServer
  }
  return (
    <div className="matrix-pane">
      <PartHead
        part="tryHistory"
        actions={
          <Button
            ref={starter}
            icon={<FlaskConical aria-hidden />}
            disabledReason={why()}
            onClick={() => void start()}
          >
            {trial ? texts.again : texts.start}
          </Button>
        }
      />
      {problem && (
        <div role="alert" className="tl-form-problem">
          {texts.failed}. {problem}
        </div>
      )}
      {!trial && (
        <EmptyState
          title={isOnline ? texts.empty.title : texts.needsServer}
          text={isOnline ? texts.empty.text : undefined}
        />
      )}
      {runs && (
        <div className="matrix-running">
          <ProgressBar
            label={texts.running}
            value={trial.done}
            max={trial.total}
            text={texts.progress(say.format.number(trial.done), say.format.number(trial.total))}
          />
          {/* Not where the start was: who presses twice has not cancelled. */}
          <Button ref={stopper} onClick={() => void cancel()}>
            {texts.cancel}
          </Button>
        </div>
      )}
      {trial && !runs && isStale && <Banner>{texts.stale}</Banner>}
      {trial && !runs && <TrialResult key={trial.id} trial={trial} onOpenCase={onOpenCase} />}
    </div>
  )
}

/** The button that cancels goes with the trial: whoever stood on it stands on the one that starts another. */
function useKeptFocus(runs: boolean) {
  const starter = useRef<HTMLButtonElement>(null)
  const stopper = useRef<HTMLButtonElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    if (!runs) {
      if (hadFocus.current) starter.current?.focus()
      hadFocus.current = false
      return
    }
    const watch = () => {
      hadFocus.current = document.activeElement === stopper.current
    }
    document.addEventListener('focusin', watch)
    return () => document.removeEventListener('focusin', watch)
  }, [runs])
  return { starter, stopper }
}

function TrialResult({ trial, onOpenCase }: { trial: Trial; onOpenCase: (caseId: CaseId) => void }) {
  const { say } = useEditing()
  const texts = say.words.matrixTry.history
  const row = useTrialLook((look) => look.row)
  if (trial.state === 'failed') {
    return (
      <div role="alert" className="tl-form-problem">
        {texts.failed}. {trial.problem}
      </div>
    )
  }
  const { number } = say.format
  const isWhole = trial.state === 'done'
  return (
    <>
      <p className="matrix-result" role="status">
        {isWhole ? '' : `${texts.cancelled(number(trial.done), number(trial.total))} `}
        {isWhole && trial.changed === 0
          ? texts.nothing
          : texts.result(number(trial.changed), number(trial.done))}
      </p>
      <TrialRows trial={trial} chosen={row} onChoose={lookAtRow} />
      {/* Of half the cases nobody can say which rows are idle. */}
      {isWhole && <SectionHeader level={3} title={texts.idle} />}
      {isWhole && trial.idle.length === 0 && <p className="tl-dim">{texts.noIdle}</p>}
      {isWhole && trial.idle.length > 0 && <p>{trial.idle.map((ref) => ref.id).join(', ')}</p>}
      {trial.changed > 0 && (
        <TrialCases trial={trial} row={row} onAll={() => lookAtRow(null)} onOpenCase={onOpenCase} />
      )}
    </>
  )
}
