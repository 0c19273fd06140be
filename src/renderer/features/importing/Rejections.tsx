import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useState } from 'react'
import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import { type ImportJob, type RejectedRow, SHOWN_REJECTIONS } from '../../../shared/protocol/imports.ts'
import { allRejections, isRunning, useRejections } from '../../state/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { pageOf } from './page-of.ts'
import { rejectionsCsv } from './rejections-csv.ts'
import { rowText } from './row-text.ts'
import { notToldText } from './said-text.ts'

/** The rows that were left out and why: page by page on the screen, and all of them as a file. */
export function Rejections({ job }: { job: ImportJob }) {
  const words = useWords()
  const format = useFormat()
  const telling = { words, format }
  const texts = words.importing
  const { columns } = texts
  const [number, setNumber] = useState(0)
  const page = pageOf(number, job.rejected)
  const asked = useRejections(job.id, page.from === 0 ? null : page.from)
  const rows = page.from === 0 ? job.rejections : asked.known
  const saving = useSaving(job)
  // While it runs, rows still come in among those that are shown.
  const whileRuns = isRunning(job) ? texts.pages.wait : undefined
  const worded = (row: RejectedRow) => ({ ...row, reason: rowText(row, telling) })

  return (
    <>
      <div className="tl-row tl-row-wrap">
        <p role="status" className="tl-grow tl-small tl-dim">
          {texts.pages.range(
            format.number(page.from + 1),
            format.number(page.to),
            format.number(job.rejected)
          )}
        </p>
        {job.rejected > SHOWN_REJECTIONS && (
          <>
            <Button
              size="small"
              icon={<ChevronLeft aria-hidden />}
              disabledReason={whileRuns ?? (page.isFirst ? texts.pages.isFirst : undefined)}
              onClick={() => setNumber(page.number - 1)}
            >
              {texts.pages.previous}
            </Button>
            <Button
              size="small"
              icon={<ChevronRight aria-hidden />}
              disabledReason={whileRuns ?? (page.isLast ? texts.pages.isLast : undefined)}
              onClick={() => setNumber(page.number + 1)}
            >
              {texts.pages.next}
            </Button>
          </>
        )}
        <Button
          size="small"
          icon={<Download aria-hidden />}
          aria-busy={saving.rows !== null}
          disabledReason={whileRuns}
          onClick={() => void saving.save((all) => rejectionsCsv(all.map(worded), columns))}
        >
          {saving.rows === null
            ? texts.downloadProblems
            : texts.pages.saving(format.number(saving.rows), format.number(job.rejected))}
        </Button>
      </div>
      {saving.problem && (
        <div role="alert" className="tl-form-problem">
          {texts.pages.notSaved} {notToldText(saving.problem, telling)}
        </div>
      )}
      {rows === null && asked.why === null && <Skeleton label={words.frame.loading} lines={6} />}
      {rows === null && asked.why !== null && (
        <div role="alert" className="tl-form-problem">
          {notToldText(asked.why, telling)}{' '}
          <Button size="small" onClick={asked.again}>
            {words.frame.retry}
          </Button>
        </div>
      )}
      {rows !== null && (
        <div className="importing-rejections">
          <DataTable
            caption={texts.rejected(job.rejected)}
            rows={rows.map(worded)}
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
              { id: 'reason', header: columns.reason, cell: (row) => row.reason }
            ]}
          />
        </div>
      )}
    </>
  )
}

/** Fetches all rows and gives them to the person as a file; `rows`: how many are here while it is under way. */
function useSaving(job: ImportJob) {
  const [rows, setRows] = useState<number | null>(null)
  const [problem, setProblem] = useState<TellRefusal | 'noAnswer' | null>(null)
  const save = async (write: (rows: readonly RejectedRow[]) => string) => {
    if (rows !== null) return
    setProblem(null)
    setRows(0)
    const all = await allRejections(job.id, setRows)
    setRows(null)
    if (all.ok) saveFile(`${job.name}.rejected.csv`, write(all.rows), 'text/csv')
    else setProblem(all.why)
  }
  return { rows, problem, save }
}
