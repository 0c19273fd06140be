import { Import } from 'lucide-react'
import type { ImportJob } from '../../../shared/protocol/imports.ts'
import { useServerNow } from '../../state/connection.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { dayTime } from '../../words/day-time.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { phaseTones } from './JobCard.tsx'

/** Every import so far, the latest first. */
export function ImportHistory({
  jobs,
  isKnown,
  shownId,
  onShow
}: {
  jobs: readonly ImportJob[]
  /** False while the server cannot be asked. */
  isKnown: boolean
  shownId: string | null
  onShow: (id: string) => void
}) {
  const texts = useWords().importing
  const format = useFormat()
  const now = useServerNow(60_000)
  const { columns } = texts
  const number = (value: number) => format.number(value)
  return (
    <div className="importing-history">
      <SectionHeader level={2} title={texts.history} />
      <DataTable
        caption={texts.history}
        rows={jobs}
        keyOf={(job) => job.id}
        isCurrent={(job) => job.id === shownId}
        empty={
          <EmptyState
            icon={<Import size={24} aria-hidden />}
            {...(isKnown ? texts.noHistory : { title: texts.notKnown })}
          />
        }
        columns={[
          {
            id: 'file',
            header: columns.file,
            cell: (job) => (
              <button
                type="button"
                className="importing-show"
                title={texts.show}
                onClick={() => onShow(job.id)}
              >
                {job.name}
              </button>
            )
          },
          { id: 'mapping', header: columns.mapping, cell: (job) => job.mapping },
          { id: 'started', header: columns.started, cell: (job) => dayTime(job.startedAt, now, format) },
          {
            id: 'state',
            header: columns.state,
            cell: (job) => <Badge tone={phaseTones[job.phase] ?? 'accent'}>{texts.phase[job.phase]}</Badge>
          },
          { id: 'imported', header: columns.imported, align: 'end', cell: (job) => number(job.imported) },
          { id: 'rejected', header: columns.rejected, align: 'end', cell: (job) => number(job.rejected) },
          { id: 'skipped', header: columns.skipped, align: 'end', cell: (job) => number(job.skipped) }
        ]}
      />
    </div>
  )
}
