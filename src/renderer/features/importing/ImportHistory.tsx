import { Import } from 'lucide-react'
import type { ImportJob } from '../../../shared/protocol/imports.ts'
import { useServerNow } from '../../state/connection.ts'
import type { ServerSays } from '../../state/imports.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { dayTime } from '../../words/day-time.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { phaseTones } from './JobCard.tsx'
import { notToldText } from './said-text.ts'

/** Every import so far, the latest first. */
export function ImportHistory({
  imports: { known, why },
  shownId,
  onShow
}: {
  imports: ServerSays<readonly ImportJob[]>
  shownId: string | null
  onShow: (id: string) => void
}) {
  const words = useWords()
  const texts = words.importing
  const format = useFormat()
  const now = useServerNow(60_000)
  const { columns } = texts
  const number = (value: number) => format.number(value)
  return (
    <div className="importing-history">
      <SectionHeader level={2} title={texts.history} />
      {known !== null && why !== null && (
        <p role="status" className="tl-dim">
          {texts.asItWas} {notToldText(why, { words, format })}
        </p>
      )}
      <DataTable
        caption={texts.history}
        rows={known ?? []}
        keyOf={(job) => job.id}
        isCurrent={(job) => job.id === shownId}
        empty={
          <EmptyState
            icon={<Import size={24} aria-hidden />}
            {...(why === null
              ? texts.noHistory
              : { title: texts.notKnown, text: notToldText(why, { words, format }) })}
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
