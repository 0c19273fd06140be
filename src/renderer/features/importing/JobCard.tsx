import { useEffect, useRef, useState } from 'react'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { ImportJob } from '../../../shared/protocol/imports.ts'
import { cancelImport, isRunning } from '../../state/imports.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { countsText, progressText } from './counts-text.ts'
import { Rejections } from './Rejections.tsx'
import { SaidText } from './SaidText.tsx'
import { plain, refusedText, saidText } from './said-text.ts'

export const phaseTones: Partial<Record<ImportJob['phase'], Tone>> = {
  done: 'positive',
  failed: 'danger',
  cancelled: 'neutral'
}

/** One import: how far it has got, what came of it, and every row that was left out. */
export function JobCard({ job }: { job: ImportJob }) {
  const words = useWords()
  const format = useFormat()
  const texts = words.importing
  const card = useRef<HTMLElement>(null)
  // Whoever starts an import or chooses one from the list below does not see the top of the screen.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const telling = { words, format }
  const [problem, setProblem] = useState<TellRefusal | 'noAnswer' | null>(null)
  const runs = isRunning(job)
  const cancel = async () => {
    const told = await cancelImport(job.id)
    setProblem(told === null ? 'noAnswer' : told.ok ? null : told.error)
  }
  return (
    <section ref={card} className="importing-job tl-card" aria-label={`${texts.current}: ${job.name}`}>
      <SectionHeader
        level={2}
        title={job.name}
        count={<Badge tone={phaseTones[job.phase] ?? 'accent'}>{texts.phase[job.phase]}</Badge>}
        actions={
          runs && (
            <Button
              size="small"
              title={texts.cancelHint}
              disabledReason={job.phase === 'publishing' ? texts.said.NotNow.publishing : undefined}
              onClick={() => void cancel()}
            >
              {texts.cancel}
            </Button>
          )
        }
      />
      {runs && (
        <ProgressBar
          label={texts.phase[job.phase]}
          value={job.total === null ? null : job.done}
          max={job.total ?? 1}
          text={progressText(job, telling)}
        />
      )}
      {runs && job.rejected > 0 && <p className="importing-sums">{countsText(job, telling)}</p>}
      {runs && job.said && (
        <div className="tl-dim">
          <SaidText told={saidText(job.said, telling)} />
        </div>
      )}
      <div role="status" className="importing-outcome">
        {!runs && <Outcome job={job} />}
      </div>
      {problem && (
        <div role="alert" className="tl-form-problem">
          <SaidText
            lead={texts.notCancelled}
            told={problem === 'noAnswer' ? plain(words.case.fault.act) : refusedText(problem, telling)}
          />
        </div>
      )}
      {job.rejections.length > 0 && <Rejections job={job} />}
    </section>
  )
}

/** What came of it: announced once, when it has ended. */
function Outcome({ job }: { job: ImportJob }) {
  const words = useWords()
  const telling = { words, format: useFormat() }
  const sums = countsText(job, telling)
  return (
    <>
      {sums && <p className="importing-sums">{sums}</p>}
      {job.said && (
        <div className={job.phase === 'failed' ? 'tl-form-problem' : 'tl-dim'}>
          <SaidText told={saidText(job.said, telling)} />
        </div>
      )}
      {job.skipped > 0 && <p className="tl-dim">{words.importing.stays}</p>}
    </>
  )
}
