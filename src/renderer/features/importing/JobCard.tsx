import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { ImportJob } from '../../../shared/protocol/imports.ts'
import { cancelImport, isRunning } from '../../state/imports.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { countsText, progressText } from './counts-text.ts'
import { rejectionsCsv } from './rejections-csv.ts'
import { rowText } from './row-text.ts'
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
  const { columns } = texts
  const card = useRef<HTMLElement>(null)
  // Whoever starts an import or chooses one from the list below does not see the top of the screen.
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const telling = { words, format }
  const [problem, setProblem] = useState<TellRefusal | 'noAnswer' | null>(null)
  const runs = isRunning(job)
  const said = job.rejections.map((row) => ({ ...row, reason: rowText(row, telling) }))
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
      {job.rejections.length > 0 && (
        <>
          <div className="tl-row">
            <p className="tl-grow tl-small tl-dim">
              {job.rejections.length < job.rejected &&
                texts.firstOf(format.number(job.rejections.length), format.number(job.rejected))}
            </p>
            <Button
              size="small"
              icon={<Download aria-hidden />}
              onClick={() => saveFile(`${job.name}.rejected.csv`, rejectionsCsv(said, columns), 'text/csv')}
            >
              {texts.downloadProblems}
            </Button>
          </div>
          <div className="importing-rejections">
            <DataTable
              caption={texts.rejected(job.rejected)}
              rows={said}
              keyOf={(row) => `${row.line}:${row.column}:${row.value}:${row.reason}`}
              columns={[
                {
                  id: 'line',
                  header: columns.line,
                  align: 'end',
                  width: '72px',
                  cell: (row) => format.number(row.line)
                },
                { id: 'column', header: columns.column, cell: (row) => row.column },
                {
                  id: 'value',
                  header: columns.value,
                  cell: (row) => <span className="importing-value">{row.value}</span>
                },
                {
                  id: 'reason',
                  header: columns.reason,
                  cell: (row) => row.reason
                }
              ]}
            />
          </div>
        </>
      )}
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
