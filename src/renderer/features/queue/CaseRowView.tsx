import { ArrowLeftRight, Pencil } from 'lucide-react'
import { memo } from 'react'
import { PING_PONG } from '../../../shared/case/hop-history.ts'
import type { HeldRow } from '../../state/merge-rows.ts'
import { useNames } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { cutTitle } from '../../ui/cut-title.ts'
import { MarkedText } from '../../ui/MarkedText.tsx'
import { nearHit } from '../../ui/near-hit.ts'
import { PriorityIcon } from '../../ui/PriorityIcon.tsx'
import { StatusIcon } from '../../ui/StatusIcon.tsx'
import { SyncTick } from '../../ui/SyncTick.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { RowClock } from './RowClock.tsx'

/** One case in a list. What is loud is what asks for somebody: pressing, late, nobody's. */
export const CaseRowView = memo(function CaseRowView({
  row,
  isOneQueue
}: {
  row: HeldRow
  /** Everything here is in one queue, so a row need not say which. */
  isOneQueue: boolean
}) {
  const words = useWords()
  const found = cutTitle(row.snippet ?? '', `${row.ref} ${row.subject}`)
  const pressing = row.priority === 'urgent' || row.priority === 'high'
  return (
    <div className={classNames('tl-case-row', row.left && 'tl-case-row-left')}>
      <StatusIcon status={row.status} label={words.case.status[row.status]} />
      <span className="tl-case-row-ref">{row.ref}</span>
      <span className="tl-cut tl-case-row-subject" title={row.subject}>
        {found ? <MarkedText text={found.title.slice(found.title.indexOf(' ') + 1)} /> : row.subject}
      </span>
      {row.snippet !== null && (
        <span className="tl-cut tl-case-row-snippet">
          <MarkedText text={nearHit(found?.rest ?? row.snippet)} />
        </span>
      )}
      <span className="tl-case-row-facts">
        <Facts row={row} isOneQueue={isOneQueue} />
      </span>
      <span className="tl-case-row-signs">
        {row.bounces >= PING_PONG && (
          <span className="tl-case-row-bounced" title={words.escalation.marks.ping_pong(row.bounces)}>
            <ArrowLeftRight size={14} aria-hidden />
            <span className="tl-visually-hidden">{words.escalation.marks.ping_pong(row.bounces)}</span>
          </span>
        )}
        {row.hasDraft && (
          <span className="tl-case-row-draft" title={words.queue.hasDraft}>
            <Pencil size={12} aria-hidden />
            <span className="tl-visually-hidden">{words.queue.hasDraft}</span>
          </span>
        )}
        {row.waiting > 0 && <SyncTick state="saved" label={words.queue.waiting(row.waiting)} />}
        {pressing && <PriorityIcon priority={row.priority} label={words.case.priority[row.priority]} />}
      </span>
      <span className="tl-case-row-clock">
        {row.left ? <Badge>{words.queue.gone}</Badge> : <RowClock row={row} />}
      </span>
      <Owner id={row.owner} />
    </div>
  )
})

function Facts({ row, isOneQueue }: { row: HeldRow; isOneQueue: boolean }) {
  const names = useNames()
  const words = useWords()
  const path = [...row.tiers.slice(0, -1), names.queue(row.queue)].join(' › ')
  return (
    <>
      <span className="tl-case-row-number">{row.ref}</span>
      {row.flags.map((flag) => (
        <Badge key={flag} tone={flag === 'vip' || flag === 'public' ? 'note' : 'danger'}>
          {words.case.flag[flag]}
        </Badge>
      ))}
      <span className="tl-cut tl-case-row-customer">{row.customerName}</span>
      {(row.tiers.length > 1 || !isOneQueue) && (
        <span className="tl-cut tl-case-row-path" title={words.queue.path(path)}>
          {path}
        </span>
      )}
    </>
  )
}

function Owner({ id }: { id: string | null }) {
  const names = useNames()
  const words = useWords()
  const me = usePerson()
  if (id === null) {
    return (
      <span className="tl-case-row-nobody" title={words.queue.unowned}>
        <span className="tl-visually-hidden">{words.queue.unowned}</span>
      </span>
    )
  }
  const name = names.person(id)
  return <Avatar name={name} size={18} label={words.queue.ownedBy(id === me?.id ? words.queue.mine : name)} />
}
