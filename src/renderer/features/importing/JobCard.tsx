import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ImportJob } from '../../../shared/protocol/views.ts'
import { cancelImport, isRunning } from '../../state/imports.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { rejectionsCsv } from './rejections-csv.ts'
import { saveFile } from './save-file.ts'

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
  const [problem, setProblem] = useState<string | null>(null)
  const runs = isRunning(job)
  const said = job.rejections.map((row) => inWords(row, texts.reasons))
  const cancel = async () => {
    const told = await cancelImport(job.id)
    if (told?.ok) setProblem(null)
    else setProblem(told?.error.message ?? words.case.fault.act)
  }
  const progress =
    job.total === null
      ? texts.progressOf(format.number(job.done))
      : texts.progress(format.number(job.done), format.number(job.total))
  return (
    <section className="importing-job tl-card" aria-label={`${texts.current}: ${job.name}`}>
      <SectionHeader
        level={2}
        title={job.name}
        count={<Badge tone={phaseTones[job.phase] ?? 'accent'}>{texts.phase[job.phase]}</Badge>}
        actions={
          runs && (
            <Button size="small" title={texts.cancelHint} onClick={() => void cancel()}>
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
          text={progress}
        />
      )}
      <p className="importing-sums">
        {texts.imported(job.imported)}
        {job.skipped > 0 && ` · ${texts.skipped(job.skipped)}`}
        {job.rejected > 0 && ` · ${texts.rejected(job.rejected)}`}
      </p>
      {job.message && (
        <p
          className={
            job.phase === 'failed' ? 'tl-form-problem importing-message' : 'tl-dim importing-message'
          }
        >
          {job.message}
        </p>
      )}
      {problem && (
        <div role="alert" className="tl-form-problem">
          {problem}
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
              keyOf={(row) => `${row.line}:${row.column}:${row.reason}`}
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
                  cell: (row) => <span title={row.detail}>{row.reason}</span>
                }
              ]}
            />
          </div>
        </>
      )}
    </section>
  )
}

/** The reason in the language of the screen; the report's own sentence, which names more, stays on demand. */
function inWords(row: ImportJob['rejections'][number], reasons: Readonly<Record<string, string>>) {
  return { ...row, detail: row.reason, reason: reasons[row.code] ?? row.reason }
}
