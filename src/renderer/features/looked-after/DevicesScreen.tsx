import './looked-after.css'
import { MonitorSmartphone } from 'lucide-react'
import type { Device } from '../../../shared/protocol/looked-after.ts'
import { useServerNow } from '../../state/connection.ts'
import { useDevices } from '../../state/looked-after.ts'
import { usePerson } from '../../state/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import type { Format } from '../../words/format.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import type { Words } from '../../words/words.ts'
import { NotHere } from './NotHere.tsx'

/** Every console that ever met the server, and how each stands: for administrators. */
export function DevicesScreen() {
  const words = useWords()
  const texts = words.lookedAfter.devices
  const format = useFormat()
  const now = useServerNow(60_000)
  const role = usePerson()?.role
  const { answer, again } = useDevices()
  if (role !== 'administrator')
    return <EmptyState title={texts.title} text={words.frame.noPermission(words.case.role.administrator)} />
  return (
    <ScrollArea label={texts.title}>
      <div className="tl-page tl-page-wide">
        <header>
          <h2 className="tl-page-title">{texts.title}</h2>
          <p className="tl-dim">{texts.lead}</p>
        </header>
        {answer.state === 'known' ? (
          <DataTable
            caption={texts.table}
            rows={answer.rows}
            keyOf={(one) => one.deviceId}
            empty={<EmptyState icon={<MonitorSmartphone aria-hidden />} {...texts.none} />}
            columns={columnsOf(texts, format, now)}
          />
        ) : (
          <NotHere state={answer.state} again={again} />
        )}
      </div>
    </ScrollArea>
  )
}

function columnsOf(texts: Words['lookedAfter']['devices'], format: Format, now: number): Column<Device>[] {
  const count = (id: 'behind' | 'waiting' | 'toReview' | 'refused'): Column<Device> => ({
    id,
    header: texts[id],
    align: 'end',
    cell: (one) => format.number(one[id])
  })
  return [
    { id: 'person', header: texts.person, cell: (one) => one.name },
    { id: 'version', header: texts.version, cell: (one) => one.app || texts.unknown },
    {
      id: 'seen',
      header: texts.seen,
      cell: (one) =>
        one.online ? (
          <Badge tone="positive">{texts.here}</Badge>
        ) : one.seenAt === null ? (
          texts.unknown
        ) : (
          <span title={format.moment(one.seenAt)}>{format.when(one.seenAt, now)}</span>
        )
    },
    count('behind'),
    count('waiting'),
    count('toReview'),
    count('refused')
  ]
}
