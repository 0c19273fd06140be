import { PriorityIcon } from '../ui/PriorityIcon.tsx'
import { SlaBadge, type SlaState } from '../ui/SlaBadge.tsx'
import { StatusIcon, type StatusShape } from '../ui/StatusIcon.tsx'

const subjects = [
  'Charged twice for March',
  'Cannot sign in after the update',
  'Export stops at 10,000 rows and the rest of the file is never written to the disk',
  'Refund not arrived',
  'Wrong VAT number on the invoice'
]
const statuses: readonly StatusShape[] = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed']
const clocks: readonly [SlaState, string][] = [
  ['on_track', '2 h 10 min'],
  ['at_risk', '12 min'],
  ['breached', '34 min over'],
  ['paused', 'Paused']
]

/** A row as the queue may draw it. */
export function CaseRow({ index }: { index: number }) {
  const status = statuses[index % statuses.length] ?? 'new'
  const [state, text] = clocks[index % clocks.length] ?? ['on_track', '']
  return (
    <>
      <StatusIcon status={status} label={status} />
      <PriorityIcon
        priority={index % 7 === 1 ? 'urgent' : 'normal'}
        label={index % 7 === 1 ? 'urgent' : 'normal'}
      />
      <span className="tl-cut tl-grow">{subjects[index % subjects.length]}</span>
      <SlaBadge state={state} text={text} description={`${state}: ${text}`} />
    </>
  )
}
