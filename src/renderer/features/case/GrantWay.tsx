import { CircleAlert, CircleCheck } from 'lucide-react'
import type { wayOf } from '../../../shared/case/command-from.ts'
import { serverNow, useConnection } from '../../state/connection.ts'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { approverText } from '../../words/approver-text.ts'
import { dayTime } from '../../words/day-time.ts'
import { useSay } from './useSay.ts'

const MINUTE = 60_000

/** What becomes of the amount: at once or when it has gone out, or who decides and by when, or nobody can. */
export function GrantWay({ way }: { way: ReturnType<typeof wayOf> }) {
  const say = useSay()
  const { words, format } = say
  const texts = words.escalation
  const isOnline = useConnection()?.state === 'online'
  if (way.way === 'self') {
    return (
      <p className="case-way-note case-way-self">
        <CircleCheck size={16} aria-hidden />
        {isOnline ? texts.grantsNow : texts.grantsLater}
      </p>
    )
  }
  if (way.way === 'nobody') {
    return (
      <p className="case-way-note case-way-nobody">
        <CircleAlert size={16} aria-hidden />
        {texts.beyond}
      </p>
    )
  }
  const [first, ...rest] = way.row.chain
  const now = serverNow()
  return (
    <div className="case-way-note case-way-ask">
      <EscalationIcon kind="hierarchical" label={texts.hierarchical} />
      <div>
        <p className="tl-strong">{texts.decidedBy}</p>
        <ol>
          {first && (
            <li>
              {texts.stepBy(
                approverText(first.approver, say),
                format.duration(first.minutes * MINUTE),
                dayTime(now + first.minutes * MINUTE, now, format)
              )}
            </li>
          )}
          {rest.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a chain have a fixed order
            <li key={place}>
              {texts.stepAfter(approverText(step.approver, say), format.duration(step.minutes * MINUTE))}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
